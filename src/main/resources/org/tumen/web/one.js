// One run week by week: played or scrubbed, with its network, votes and reasons, and with decisions and votes flipped.
import * as charts from './charts.js';
import { $, ask, button, guarded, make, number, state, table, words, writeAddress } from './common.js';
import { horseshoe, network } from './network.js';
import { inputsOf } from './run.js';

let told = null;
let labels = {};
let playing = 0;

const query = more => {
  const asked = new URLSearchParams(more);
  if (state.id) asked.set('batch', state.id);
  else {
    asked.set('scenario', state.scenario);
    asked.set('overrides', JSON.stringify(state.overrides));
    if (Number.isInteger(state.seed)) asked.set('seed', state.seed);
  }
  return asked;
};

export async function tell() {
  pause();
  writeAddress();
  $('trace-note').textContent = 'Looking for the run …';
  try {
    const by = /^\d+$/.test(state.which) ? {} : { outcome: state.outcome };
    told = await ask('/api/trace?' + query({ run: state.which, flip: state.flip, ...by }));
  } catch (error) {
    $('trace-note').textContent = '';
    // A run of a batch that the server holds no longer is looked for among the first runs of its inputs.
    if (error.status === 404 && state.id) { state.id = ''; return tell(); }
    throw error;
  }
  labels = Object.fromEntries([...$('of-outcome').options].map(o => [o.value, o.textContent]));
  const meant = /^\d+$/.test(state.which) ? '' : `, the ${state.which} by ${labels[state.outcome]?.toLowerCase() ?? words(state.outcome)} of ${state.id ? 'all runs shown' : 'the first 500 runs'}`;
  $('trace-note').textContent = `Run ${told.run} of ${state.scenario.replaceAll('-', ' ')}, seed ${told.seed}${meant}. ${told.trace.ending}`;
  $('told').hidden = false;
  $('week').max = told.trace.weeks.length - 1;
  flipped();
  go(Math.min(state.week, told.trace.weeks.length - 1));
  document.body.dataset.told = told.run;
}

export const shown = () => told;
export function clear() { pause(); told = null; $('told').hidden = true; $('trace-note').textContent = ''; }

export function go(week) {
  if (!told) return;
  const weeks = told.trace.weeks;
  state.week = Math.max(0, Math.min(weeks.length - 1, week));
  writeAddress();
  const now = weeks[state.week];
  $('week').value = state.week;
  $('week').setAttribute('aria-valuetext', `week ${state.week}, ${now.date}`);
  charts.timeline(told, state.week, go);
  $('week-title').textContent = `${now.date}, week ${state.week}`;
  $('network').replaceChildren(network(told, now));
  const facts = [['Stability', number(now.stability)], ['Tension', number(now.tension) + (now.crisis ? ', crisis' : '')], ['Deal', words(now.stage) + (now.revealed ? ', revealed' : '')],
    ['Heat', number(now.heat, 3)], ['Exposure', number(now.exposure, 3)], ['Pressure', number(now.pressure, 3)],
    ...Object.entries(now.beliefs).map(([who, b]) => [`Belief, ${told.actors[who] ?? who}`, number(b, 3)])];
  $('state').replaceChildren(...facts.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value))));
  $('events').replaceChildren(...(now.events.length ? now.events : ['Nothing.']).map(e => make('li', {}, e)));
  $('seats').replaceChildren(...(now.votes.length ? [...now.votes.flatMap(v => [...horseshoe(v), flipVote(v)]),
    make('p', { class: 'small muted' }, '+ yes, − no, 0 abstained; a thick ring marks a permanent member.')] : [make('p', { class: 'muted' }, 'No vote this week.')]));
  $('decisions').replaceChildren(...now.decisions.map(decision));
  if (!now.decisions.length) $('decisions').append(make('p', { class: 'muted' }, 'Nobody was asked for a decision this week.'));
}

export function nextEvent() {
  const next = told?.trace.weeks.find(w => w.week > state.week && w.events.length);
  if (next) go(next.week);
}

export function play() {
  if (playing) return pause();
  if (!told) return undefined;
  if (state.week >= told.trace.weeks.length - 1) go(0);
  $('play').textContent = 'Pause';
  $('play').setAttribute('aria-pressed', 'true');
  const step = () => {
    if (!told || state.view !== 'one' || state.week >= told.trace.weeks.length - 1) return pause();
    go(state.week + 1);
    playing = setTimeout(step, Number($('speed').value));
    return undefined;
  };
  playing = setTimeout(step, 0);
  return undefined;
}
export function pause() {
  clearTimeout(playing);
  playing = 0;
  $('play').textContent = 'Play';
  $('play').setAttribute('aria-pressed', 'false');
}

const flip = text => guarded(async () => {
  const decision = text.slice(0, text.indexOf('=') + 1);
  // The run stays the one that is seen; flips add up, and one decision has one answer.
  state.which = String(told.run);
  state.flip = [...state.flip.split(',').filter(f => f && !f.startsWith(decision)), text].join(',');
  await tell();
  $('flipped').scrollIntoView({ block: 'nearest' });
});

function flipVote(vote) {
  const who = make('select', { 'aria-label': 'Member whose vote is flipped' }, vote.members.map(m => make('option', { value: m.member }, `${m.member} (${m.vote})`)));
  const what = make('select', { 'aria-label': 'Its vote instead' });
  const others = () => what.replaceChildren(...['yes', 'no', 'abstain'].filter(v => v !== vote.members[who.selectedIndex].vote).map(v => make('option', {}, v)));
  who.addEventListener('change', others);
  others();
  return make('div', { class: 'row' }, 'What if', who, 'votes', what, make('button', { type: 'button', onclick: () => flip(`${state.week}:${who.value}=${what.value}`)() }, 'instead'));
}

function decision(d) {
  const likely = d.options.some(o => o.probability != null);
  const name = told.actors[d.actor] ?? d.actor;
  const answer = make('ul', { class: 'options' }, d.options.map(o => make('li', {}, make('span', { class: o.action === d.chosen ? 'chosen' : null },
    words(o.action) + (o.probability != null ? ` ${(o.probability * 100).toFixed(0)} %` : '') + (o.utility != null ? `, utility ${number(o.utility, 3)}` : '')),
  likely ? make('meter', { min: 0, max: 1, value: o.probability ?? 0, 'aria-label': `probability of ${words(o.action)}` }) : make('span'),
  o.action === d.chosen ? make('span', { class: 'chosen' }, 'chosen')
    : make('button', { type: 'button', 'aria-label': `Flip: ${name} does ${words(o.action)} instead`, onclick: flip(`${state.week}:${d.actor}=${o.action}`) }, 'instead'))));
  return make('div', { class: 'decision' }, make('p', {}, make('strong', {}, name), `, ${words(d.question)}: ${words(d.chosen)} (${d.rule === 'quantal' ? 'by odds' : d.rule}`
    + (d.attention < 1 ? `; it attends with a probability of ${number(d.attention, 2)})` : ')')), answer);
}

function flipped() {
  $('flipped').hidden = !told.flipped;
  if (!told.flipped) return;
  $('flip-note').replaceChildren(`${state.flip.replaceAll(',', ', ')}; every other draw stays. ` + (told.parting == null ? 'The two runs never diverge. ' : `The two runs diverge in week ${told.parting}. `),
    button('Undo', async () => { state.flip = ''; await tell(); }), ' ', button('With fresh draws from then on', fresh));
  const rows = Object.entries(told.trace.outcomes).filter(([key, value]) => told.flipped.outcomes[key] !== value);
  table($('flip-table'), [['Outcome'], ['as it was', 1], ['flipped', 1], ['difference', 1]],
    rows.map(([key, value]) => [labels[key] ?? words(key), number(value), number(told.flipped.outcomes[key]), number(told.flipped.outcomes[key] - value)]));
}

/** What hung on the flips, chance averaged out. */
async function fresh() {
  const found = await ask('/api/continuations?' + query({ run: told.run, flip: state.flip }));
  $('flip-note').append(make('p', {}, `Continued ${found.count} times with fresh draws after week ${found.week}, with and without:`
    + (found.rows.length ? '' : ' nothing differs in any of them.')));
  table($('flip-table'), [['Outcome'], ['as it was', 1], ['flipped', 1], ['difference (95 % interval)', 1], ['finding']], found.rows.map(r => [r.label,
    r.shown.baseline, r.shown.mean, r.shown.difference, words(r.finding)]));
}

/** The inputs of the batch whose run is looked at, where only it is named. */
export async function adopt() {
  const inputs = state.id ? await inputsOf(state.id) : null;
  if (inputs) Object.assign(state, inputs);
}
