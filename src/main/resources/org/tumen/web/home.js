// The first view: what the model is, a result of it that is shipped, and questions to begin with.
import * as charts from './charts.js';
import { $, ask, button, make, number, scenarios, signed, state, whole } from './common.js';

const RUNS = 4000;
const QUESTIONS = [
  { ask: 'What if Japan said nothing?', how: 'Silence against the usual policy, run by run under common random numbers.', scenario: 'silence' },
  { ask: 'What if Japan spoke early and firmly?', how: 'A firmer, earlier warner against the usual one.', scenario: 'early-and-firm' },
  { ask: 'Why did the worst run end so badly?', how: 'One run, week by week, with reasons, and what a different choice would have changed.', one: 'worst' },
];

/** @param open shows a view with a state */
export async function show(open) {
  // Questions are about scenarios that ship; another folder need not hold them.
  const asked = QUESTIONS.filter(q => ['baseline', q.scenario ?? 'baseline'].every(name => scenarios.some(s => s.name === name)));
  $('questions').replaceChildren(...asked.map(q => make('div', { class: 'question' },
    button(q.ask, () => open(q.one
      ? { view: 'one', id: '', scenario: 'baseline', overrides: {}, which: q.one, outcome: 'mean_stability', flip: '', week: 0 }
      : { view: 'run', id: '', scenario: q.scenario, overrides: {}, runs: RUNS, seed: 1, outcome: 'mean_stability', baseline: { scenario: 'baseline', overrides: {}, runs: RUNS, seed: 1 } }, true)),
    make('p', { class: 'muted' }, q.how))),
  make('div', { class: 'question' }, make('a', { class: 'button', href: '#/studies' }, 'Ask more than one thing'),
    make('p', { class: 'muted' }, 'Studies compare, sweep, search and explain; each opens as a form.')));
  const shipped = await ask('/assets/default.json');
  if (state.view !== 'home') return;
  $('default-title').textContent = 'Stability by week, as it stands';
  charts.fan('chart-default', 'Stability', shipped.bands.stability, 'blue', { start: shipped.start });
  $('default-text').textContent = `The default scenario, ${whole(shipped.runs)} runs, seed ${shipped.seed}, model version ${shipped.model}, shipped with the program.`;
  tiles($('default-headlines'), shipped, null);
}

/** The headline figures of a batch, with what differs from a baseline. */
export function tiles(target, batch, baseline) {
  const found = (of, key) => of?.outcomes.find(o => o.key === key);
  const tile = (key, text, told, change) => {
    const [now, before] = [found(batch, key), found(baseline, key)];
    return make('li', {}, make('strong', {}, told(now.mean)), make('span', {}, text),
      before ? make('span', { class: 'delta' }, `${change(now.mean - before.mean)} against ${told(before.mean)}`) : null);
  };
  const cargo = (value, more) => { const n = value * batch.cargo.per_unit; const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(n) || 1)) - more); return Math.round(n / step) * step; };
  const index = value => number(value);
  const percent = value => (value * 100).toFixed(1) + ' %';
  target.replaceChildren(tile('mean_stability', 'mean stability, of 100', index, signed),
    tile('any_crisis', 'of runs see a crisis', percent, value => signed(Math.round(value * 1000) / 10) + ' points'),
    tile('delivered', `${batch.cargo.what} delivered, mean`, value => whole(cargo(value, 3)), value => (value > 0 ? '+' : '') + whole(cargo(value, 2)).replace('-', '−')),
    tile('launches', 'missile launches, mean', index, signed));
}
