// The actors in the plane and the acts of one week between them, and the Council as it sits.
import { make, number, words } from './common.js';

const TONES = { appeal: 'green', concern: 'orange', warning: 'purple', referral: 'purple', package: 'vermillion', ally_package: 'vermillion',
  resolution: 'vermillion', statement: 'blue', disclosure: 'sky', report: 'sky', veto: 'vermillion' };
const PLACES = { seller: [80, 165], buyer: [440, 165], council: [260, 262], region: [260, 350] };

function places(told) {
  const at = { region: PLACES.region };
  const row = Object.entries(told.roles).filter(([, role]) => role === 'warner' || role === 'ally').map(([name]) => name);
  row.forEach((name, i) => { at[name] = [260 + (i - (row.length - 1) / 2) * Math.min(210, 420 / Math.max(1, row.length)), 52]; });
  for (const [name, role] of Object.entries(told.roles)) if (PLACES[role]) at[name] = PLACES[role];
  return at;
}

function edge(from, to, bend, tone, more = {}) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const cut = 44 / length;
  const [a, b] = [[from[0] + dx * cut, from[1] + dy * cut], [to[0] - dx * cut, to[1] - dy * cut]];
  const middle = [(a[0] + b[0]) / 2 - dy * bend, (a[1] + b[1]) / 2 + dx * bend];
  return [middle, make('path', { class: `edge ${tone}`, d: `M${a[0]} ${a[1]}Q${middle[0]} ${middle[1]} ${b[0]} ${b[1]}`, 'marker-end': more.arrow === false ? null : 'url(#act)', 'stroke-dasharray': more.dashed ? '6 5' : null, 'stroke-width': more.width ?? 2.5 })];
}

/** The network of a week. */
export function network(told, week) {
  const at = places(told);
  const label = name => told.actors[name] ?? (name === 'region' ? 'Region' : words(name));
  const acts = [];
  const seen = new Set();
  for (const act of week.acts) {
    const key = act.from + act.to + act.kind;
    if (act.kind in TONES && at[act.from] && at[act.to] && act.from !== act.to && !seen.has(key)) { seen.add(key); acts.push(act); }
  }
  const times = {};
  for (const { kind } of week.acts) if (['major_launch', 'minor_launch', 'incident'].includes(kind)) times[kind] = (times[kind] ?? 0) + 1;
  const alone = Object.entries(times).map(([kind, n]) => words(kind) + (n > 1 ? ` × ${n}` : ''));
  const text = [`Deal: ${words(week.stage)}`, ...acts.map(a => `${label(a.from)}: ${words(a.kind)} to ${label(a.to)}`), ...alone].join('. ');
  const picture = make('svg', { viewBox: '0 0 520 390', role: 'img', 'aria-label': text, class: 'network' },
    make('defs', {}, make('marker', { id: 'act', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 13, markerHeight: 13, markerUnits: 'userSpaceOnUse', orient: 'auto' }, make('path', { d: 'M0 0 8 4 0 8Z' }))));
  const seller = Object.keys(told.roles).find(n => told.roles[n] === 'seller');
  const buyer = Object.keys(told.roles).find(n => told.roles[n] === 'buyer');
  const shipping = week.stage === 'shipping';
  const [middle, deal] = edge(at[seller], at[buyer], 0, 'stage-' + week.stage, { dashed: !shipping, width: shipping ? 7 : week.stage === 'none' ? 1.5 : 4, arrow: shipping });
  const left = `${Math.round(week.remaining * told.cargo.per_unit).toLocaleString('en')} ${told.cargo.what} to go`;
  // Below the line, where no act of a warner or an ally passes.
  picture.append(deal, ...(shipping ? ['shipping', left] : [week.stage === 'none' ? 'no deal' : words(week.stage)])
    .map((line, i) => make('text', { class: 'deal', x: middle[0], y: middle[1] + 18 + 14 * i }, line)));
  const count = {};
  for (const act of acts) {
    const pair = [act.from, act.to].sort().join();
    count[pair] = (count[pair] ?? 0) + 1;
    const [place, line] = edge(at[act.from], at[act.to], 0.1 * count[pair], TONES[act.kind]);
    picture.append(line, make('text', { class: 'act', x: place[0], y: place[1] }, words(act.kind)));
  }
  const wide = name => Math.max(112, 8 * label(name).length + 16);
  for (const [name, [x, y]] of Object.entries(at)) {
    const role = told.roles[name] ?? 'region';
    const lines = { seller: [`arsenal ${number(week.arsenal, 3)}`], council: [`integrity ${number(week.integrity, 3)}`],
      warner: week.beliefs[name] == null ? [] : [`belief ${number(week.beliefs[name], 2)}`], region: [`tension ${number(week.tension, 3)}${week.crisis ? ', crisis' : ''}`] }[role] ?? [];
    picture.append(make('g', { class: `actor ${role}${week.crisis && role === 'region' ? ' crisis' : ''}` }, make('rect', { x: x - wide(name) / 2, y: y - 22, width: wide(name), height: 44, rx: 9 }),
      make('text', { x, y: y + (lines.length ? -2 : 4) }, label(name)), ...lines.map((l, i) => make('text', { class: 'fact', x, y: y + 13 + 12 * i }, l))));
  }
  // One below the other: beside each other they would not fit left of the Council.
  alone.forEach((line, i) => picture.append(make('text', { class: 'launch', x: at[seller][0], y: at[seller][1] + 42 + 16 * i }, line)));
  return picture;
}

/** Fifteen members in a horseshoe, as the chamber seats them; what the colour says a sign says too. */
export function horseshoe(vote) {
  const marks = { yes: '+', no: '−', abstain: '0' };
  const count = kind => vote.members.filter(m => m.vote === kind).length;
  const sum = `${vote.subject}${vote.strength ? `, strength ${number(vote.strength, 2)}` : ''}: ${count('yes')} yes, ${count('no')} no, ${count('abstain')} abstained`;
  const picture = make('svg', { viewBox: '0 0 400 222', role: 'img', 'aria-label': sum + '. ' + vote.members.map(m => `${m.member} ${m.vote}`).join(', ') });
  vote.members.forEach((m, i) => {
    const angle = Math.PI * (1 - i / (vote.members.length - 1));
    const x = 200 + 168 * Math.cos(angle); const y = 190 - 160 * Math.sin(angle);
    picture.append(make('circle', { class: `seat ${m.vote} ${m.permanent ? 'permanent' : ''}`, cx: x, cy: y, r: 17 }, make('title', {}, `${m.member}: ${m.vote}`)),
      make('text', { class: m.vote, x, y: y + 4 }, m.member),
      make('text', { class: 'sign', x: 200 + 141 * Math.cos(angle), y: 194 - 132 * Math.sin(angle) }, marks[m.vote]));
  });
  return [make('p', {}, sum), picture];
}
