// Runs a batch, draws what streams in, and compares it with a kept baseline.
import * as charts from './charts.js';
import { $, ask, complain, guarded, make, number, share, signed, state, table, writeAddress } from './common.js';

let stream = null;
let current = null;
let ran = {};

export async function start() {
  stream?.close();
  state.runs = Number($('runs').value);
  state.seed = Number($('seed').value);
  writeAddress();
  performance.clearMarks('clicked');
  performance.mark('clicked');
  $('start').disabled = true;
  try {
    const overrides = { ...state.overrides };
    const { id } = await ask('/api/runs', 'POST', { scenario: state.scenario, overrides, runs: state.runs, seed: state.seed });
    ran = overrides;
    listen(id);
  } catch (error) { $('start').disabled = false; throw error; }
}

function listen(id) {
  let first = true;
  for (const button of ['keep', 'save']) $(button).disabled = true;
  $('cancel').disabled = false;
  $('comparison').hidden = true;
  stream = new EventSource(`/api/runs/${id}/events`);
  const take = event => {
    current = JSON.parse(event.data);
    draw(false);
    if (first) {
      first = false;
      performance.mark('pictured');
      document.body.dataset.firstPicture = Math.round(performance.measure('first picture', 'clicked', 'pictured').duration);
    }
  };
  stream.addEventListener('snapshot', take);
  stream.addEventListener('end', event => { stream.close(); take(event); draw(); ended(); });
  stream.onerror = () => { stream.close(); ended(); complain(new Error('The stream of results broke off; run again.')); };
}

function ended() {
  $('start').disabled = false;
  $('cancel').disabled = true;
  const usable = current && current.runs > 1;
  $('keep').disabled = $('save').disabled = !usable;
  document.body.dataset.ended = current?.id ?? '';
  if (usable && state.baseline && state.baseline.id !== current.id) guarded(compare)();
}

export const cancel = () => ask(`/api/runs/${current?.id}`, 'DELETE');

function told() {
  const how = { running: '', done: ', done', cancelled: ', cancelled', failed: ', failed' }[current.state];
  $('progress-text').textContent = `${current.runs.toLocaleString('en')} of ${current.wanted.toLocaleString('en')} runs${how}, ${current.runs_a_second.toLocaleString('en')} runs a second`;
  const { failed, failure, problem } = current;
  $('failures').hidden = !failed && !problem;
  $('failures').replaceChildren(problem ? problem + ' ' : '',
    ...(failed ? [`${failed.toLocaleString('en')} ${failed === 1 ? 'run' : 'runs'} failed and ${failed === 1 ? 'is' : 'are'} in none of the figures; the first, run ${failure.run}: ${failure.cause}. See it with `, make('code', {}, failure.command)] : []));
}

let drawing = 0;

/** Does some work, one piece a frame, unless something newer is to be drawn by then. */
function inFrames(pieces) {
  const turn = ++drawing;
  const next = () => { if (turn !== drawing || !pieces.length) return; pieces.shift()(); requestAnimationFrame(next); };
  requestAnimationFrame(next);
}

/** Draws what has arrived: the distribution at once, so that the first picture comes soon, the rest frame by frame or at once too. */
export function draw(atOnce = true) {
  if (!current) return;
  $('progress').value = current.runs / current.wanted;
  told();
  if (!current.outcomes.length) return;
  $('nothing').hidden = true;
  $('charts').hidden = false;
  choices($('outcome'), current.outcomes, state.outcome);
  headlines();
  const shown = current.outcomes.find(o => o.key === state.outcome) ?? current.outcomes[0];
  charts.distribution(shown, current.runs);
  $('text-distribution').textContent = `Mean ${number(shown.mean)} (standard error ${shown.standard_error == null ? '–' : number(shown.standard_error, 2)}), median ${number(shown.p50)}, nine runs of ten from ${number(shown.p5)} to ${number(shown.p95)} ${shown.unit}`
    + (shown.censored ? `; in ${share(shown.censored)} of runs it did not happen.` : '.');
  const { bands, stages: shares, outcomes } = current;
  const rest = [
    () => charts.fan('chart-stability', 'Stability', bands.stability, 'blue'),
    () => charts.fan('chart-tension', 'Tension', bands.tension, 'vermillion'),
    () => charts.stages(shares),
    () => outcomeTable(outcomes)];
  if (atOnce) { drawing++; rest.forEach(piece => piece()); } else inFrames(rest);
}

function outcomeTable(outcomes) {
  table($('outcomes'), [['Outcome'], ['mean', 1], ['standard error', 1], ['sd', 1], ['5 %', 1], ['median', 1], ['95 %', 1], ['unit']],
    outcomes.map(o => [o.label, number(o.mean), o.standard_error == null ? '–' : number(o.standard_error, 2), number(o.sd), number(o.p5), number(o.p50), number(o.p95), o.unit]));
}

function choices(select, options, chosen) {
  if (select.options.length !== options.length) select.replaceChildren(...options.map(o => make('option', { value: o.key }, o.label)));
  select.value = chosen;
}

function headlines() {
  const of = key => current.outcomes.find(o => o.key === key);
  const items = [[number(of('mean_stability').mean, 3), 'mean stability, of 100'], [share(of('any_crisis').mean), 'of runs see a crisis'],
    [number(of('delivered').mean * 10000, 3), 'containers delivered, mean'], [number(of('launches').mean, 3), 'missile launches, mean']];
  $('headlines').replaceChildren(...items.map(([figure, text]) => make('li', {}, make('strong', {}, figure), make('span', {}, text))));
}

export function keep() {
  // What ran is what is kept, whatever has been moved since.
  state.baseline = { scenario: current.scenario, overrides: ran, runs: current.runs, seed: current.seed, id: current.id };
  baselineNote();
  writeAddress();
  $('comparison').hidden = true;
  $('start').focus();
}

export function baselineNote() {
  const b = state.baseline;
  $('baseline-note').hidden = !b;
  if (b) $('baseline-text').textContent = `Baseline: ${b.scenario}${Object.entries(b.overrides).map(([p, v]) => `, ${p}=${v}`).join('')}, ${b.runs.toLocaleString('en')} runs, seed ${b.seed}. The next run is compared with it.`;
}
export function forget() { state.baseline = null; baselineNote(); writeAddress(); $('comparison').hidden = true; }

/** Makes the baseline that the address named: the server that first made it may have ended since. */
async function remake() {
  const { scenario, overrides, runs, seed } = state.baseline;
  $('progress-text').textContent = 'Making the baseline again …';
  const { id } = await ask('/api/runs', 'POST', { scenario, overrides, runs, seed });
  while ((await ask('/api/runs/' + id)).state === 'running') await new Promise(done => setTimeout(done, 300));
  state.baseline.id = id;
}

async function compare() {
  if (!state.baseline.id) await remake();
  $('progress-text').textContent += ', comparing …';
  const found = await ask(`/api/runs/${current.id}/comparison?baseline=${state.baseline.id}`);
  told();
  $('comparison').hidden = false;
  $('comparison-title').textContent = `Against the baseline, ${found.runs.toLocaleString('en')} pairs on the same random numbers`;
  const decided = found.rows.filter(r => ['better', 'worse', 'exactly_equal'].includes(r.finding));
  const verdicts = (decided.length ? decided : found.rows).slice(0, 4);
  $('verdicts').replaceChildren(...verdicts.map(r => make('li', {}, r.verdict)));
  table($('differences'), [['Outcome'], ['baseline', 1], ['this run', 1], ['difference', 1], ['95 % interval', 1], ['finding'], ['p, adjusted', 1]],
    found.rows.map(r => [r.label, number(r.baseline), number(r.mean), signed(r.difference), r.low == null ? '–' : `${signed(r.low)} to ${signed(r.high)}`,
      make('td', { class: r.finding }, r.finding.replaceAll('_', ' ')), r.adjusted_p_value == null ? '–' : number(r.adjusted_p_value, 2)]));
  const continuous = found.rows.filter(r => r.density || r.baseline_density);
  const show = () => { const row = continuous.find(r => r.key === $('density-outcome').value) ?? continuous[0]; if (row) charts.densities(row); };
  choices($('density-outcome'), continuous, continuous[0]?.key);
  $('density-outcome').onchange = show;
  show();
  document.body.dataset.compared = current.id;
}

export async function save() {
  $('save').disabled = true;
  $('progress-text').textContent = 'Storing the result and writing its report …';
  try {
    const { name } = await ask(`/api/runs/${current.id}/result`, 'POST', {});
    $('progress-text').textContent = `Stored as results/${name}`;
  } finally { $('save').disabled = false; }
}
