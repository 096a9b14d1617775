// One run week by week: the time line, what happened, the votes, the reasons, and a decision flipped.
import * as charts from './charts.js';
import { $, ask, guarded, make, number, signed, state, table, words, writeAddress } from './common.js';

let told = null;

export async function tell() {
  const query = new URLSearchParams({ scenario: state.scenario, overrides: JSON.stringify(state.overrides), run: state.which, flip: state.flip });
  if (Number.isInteger(state.seed)) query.set('seed', state.seed);
  writeAddress();
  $('trace-note').textContent = 'Looking for the run …';
  try { told = await ask('/api/trace?' + query); } catch (error) { $('trace-note').textContent = ''; throw error; }
  $('trace-note').textContent = `Run ${told.run} of ${state.scenario}, seed ${told.seed}. ${told.trace.ending}`;
  $('told').hidden = false;
  $('week').max = told.trace.weeks.length - 1;
  flipped();
  go(Math.min(state.week, told.trace.weeks.length - 1));
}

export function go(week) {
  if (!told) return;
  const weeks = told.trace.weeks;
  state.week = Math.max(0, Math.min(weeks.length - 1, week));
  writeAddress();
  const now = weeks[state.week];
  $('week').value = state.week;
  $('week').setAttribute('aria-valuetext', `week ${state.week}, ${now.date}`);
  charts.timeline(told.trace, told.flipped, state.week, go);
  $('week-title').textContent = `Week ${state.week}, ${now.date}`;
  const facts = [['Stability', number(now.stability)], ['Tension', number(now.tension) + (now.crisis ? ', crisis' : '')], ['Deal', words(now.stage) + (now.revealed ? ', revealed' : '')],
    ['Arsenal', number(now.arsenal)], ['Integrity', number(now.integrity)], ['Heat', number(now.heat, 3)], ['Exposure', number(now.exposure, 3)],
    ...Object.entries(now.beliefs).map(([who, b]) => [`Belief, ${told.actors[who] ?? who}`, number(b, 3)])];
  $('state').replaceChildren(...facts.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value))));
  $('events').replaceChildren(...(now.events.length ? now.events : ['Nothing.']).map(e => make('li', {}, e)));
  seats(now.votes);
  $('decisions').replaceChildren(...now.decisions.map(decision));
  if (!now.decisions.length) $('decisions').append(make('p', { class: 'muted' }, 'Nobody was asked for a decision this week.'));
}

export function nextEvent() {
  const next = told?.trace.weeks.find(w => w.week > state.week && w.events.length);
  if (next) go(next.week);
}

/** Fifteen members in a horseshoe, as the chamber seats them. */
function seats(votes) {
  if (!votes.length) { $('seats').replaceChildren(make('p', { class: 'muted' }, 'No vote this week.')); return; }
  const marks = { yes: '+', no: '−', abstain: '0' };
  $('seats').replaceChildren(...votes.map(vote => {
    const count = kind => vote.members.filter(m => m.vote === kind).length;
    const sum = `${vote.subject}${vote.strength ? `, strength ${number(vote.strength, 2)}` : ''}: ${count('yes')} yes, ${count('no')} no, ${count('abstain')} abstained`;
    const picture = make('svg', { viewBox: '0 0 400 222', role: 'img', 'aria-label': sum + '. ' + vote.members.map(m => `${m.member} ${m.vote}`).join(', ') });
    vote.members.forEach((m, i) => {
      const angle = Math.PI * (1 - i / (vote.members.length - 1));
      const x = 200 + 168 * Math.cos(angle); const y = 190 - 160 * Math.sin(angle);
      picture.append(make('circle', { class: `seat ${m.vote} ${m.permanent ? 'permanent' : ''}`, cx: x, cy: y, r: 17 }, make('title', {}, `${m.member}: ${m.vote}`)),
        make('text', { class: m.vote, x, y: y + 4 }, m.member),
        // What the colour says is said by a sign on the inner side too.
        make('text', { class: 'sign', x: 200 + 141 * Math.cos(angle), y: 194 - 132 * Math.sin(angle) }, marks[m.vote]));
    });
    return make('div', {}, make('p', {}, sum), picture);
  }), make('p', { class: 'small muted' }, '+ yes, − no, 0 abstained; a thick ring marks a permanent member.'));
}

function decision(d) {
  const likely = d.options.some(o => o.probability != null);
  const answer = make('ul', { class: 'options' }, d.options.map(o => {
    const flip = `${state.week}:${d.actor}=${o.action}`;
    const button = o.action === d.chosen ? make('span', { class: 'chosen' }, 'chosen')
      : make('button', { type: 'button', 'aria-label': `Flip: ${told.actors[d.actor] ?? d.actor} does ${words(o.action)} instead`,
        onclick: guarded(async () => { state.flip = withFlip(flip); await tell(); $('flipped').scrollIntoView({ block: 'nearest' }); }) }, 'instead');
    return make('li', {}, make('span', { class: o.action === d.chosen ? 'chosen' : null },
      words(o.action) + (o.probability != null ? ` ${(o.probability * 100).toFixed(0)} %` : '') + (o.utility != null ? `, utility ${number(o.utility, 3)}` : '')),
    likely ? make('meter', { min: 0, max: 1, value: o.probability ?? 0, 'aria-label': `probability of ${words(o.action)}` }) : make('span'), button);
  }));
  return make('div', { class: 'decision' }, make('p', {}, make('strong', {}, told.actors[d.actor] ?? d.actor), `, ${words(d.question)}: ${words(d.chosen)} (by ${d.rule}`
    + (d.attention < 1 ? `, attention ${number(d.attention, 2)})` : ')')), answer);
}

// Flips add up; one decision has one answer.
function withFlip(flip) {
  const decision = flip.slice(0, flip.indexOf('=') + 1);
  return [...state.flip.split(',').filter(f => f && !f.startsWith(decision)), flip].join(',');
}

function flipped() {
  $('flipped').hidden = !told.flipped;
  if (!told.flipped) return;
  $('flip-note').replaceChildren(`${state.flip}, everything else left to the same random numbers: ` + (told.parting == null ? 'the two runs never diverge. ' : `the two runs diverge in week ${told.parting}. `),
    make('button', { type: 'button', onclick: guarded(async () => { state.flip = ''; await tell(); }) }, 'Undo the flip'));
  const rows = Object.entries(told.trace.outcomes).filter(([key, value]) => told.flipped.outcomes[key] !== value);
  table($('flip-table'), [['Outcome'], ['as it was', 1], ['flipped', 1], ['difference', 1]],
    rows.map(([key, value]) => [words(key), number(value), number(told.flipped.outcomes[key]), signed(told.flipped.outcomes[key] - value)]));
}
