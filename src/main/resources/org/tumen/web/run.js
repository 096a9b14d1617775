// Runs a batch, shows what ran and what came of it, and holds it against a baseline.
import * as charts from './charts.js';
import { $, announce, ask, askAgain, beside, button, changes, counted, guarded, make, number, state, table, watched, when, whole, words, writeAddress } from './common.js';
import { parsed } from './form.js';
import { tiles } from './home.js';
import { draft } from './studies.js';
import * as tray from './tray.js';

let stream = null;
let current = null;
let ghost = null;
let compared = null;
let remaking = null;
let firstDrawn = () => {};
/** Settled when the first picture of what was begun last is drawn, or nothing is to be drawn. */
export let pictured = Promise.resolve();
let record = { of: '', events: [] };

/** The turns of the recorded course and the Council's votes, vetoes among them, where the scenario is of it. */
const TURNS = ['deal', 'vote', 'panel_lapse', 'treaty', 'troops', 'coalition'];
async function recorded() {
  if (!current || record.of === current.scenario) return;
  const of = current.scenario;
  record = { of, events: (await ask(`/api/scenarios/${encodeURIComponent(of)}/record`)).filter(e => TURNS.includes(e.kind)) };
  draw();
}

const inputs = () => ({ scenario: state.scenario, overrides: state.overrides, runs: state.runs, seed: state.seed });
const same = (a, b) => a.scenario === b.scenario && a.runs === b.runs && a.seed === b.seed
  && JSON.stringify(Object.entries(a.overrides).sort()) === JSON.stringify(Object.entries(b.overrides).sort());
const ranWith = batch => ({ scenario: batch.scenario, overrides: batch.overrides, runs: batch.wanted, seed: batch.seed });

/** Begins a batch of the inputs; its address is a step that the back button undoes. */
export async function start() {
  for (const box of [$('runs'), $('seed')]) {
    if (!box.value || !box.checkValidity()) throw new Error(`${box.id === 'runs' ? 'Runs' : 'The seed'} must be a whole number from ${whole(Number(box.min))} to ${whole(Number(box.max))}.`);
  }
  performance.clearMarks('clicked');
  performance.mark('clicked');
  $('start').disabled = true;
  try {
    const { id } = await ask('/api/runs', 'POST', inputs());
    state.id = id;
    if (!current) draw();
    pictured = new Promise(drawn => { firstDrawn = drawn; });
    listen(id, true);
    // Its baseline, where that must be made, runs beside it: the picture of what was asked for comes first.
    if (state.baseline && !state.baseline.id) { remaking = remake(); await remaking; }
    writeAddress(true);
    announce('Runs are being made.');
    watched(tray.refresh)();
  } finally { $('start').disabled = false; }
}

/** Nothing is shown until what was begun arrives. */
export function forgetShown() { stream?.close(); stream = current = ghost = compared = null; draw(); }

/** Shows the run of the address: one that is made at this moment as it fills, one that has ended at once. */
export async function attach() {
  stream?.close();
  stream = null;
  if (!state.id) { current = ghost = compared = null; draw(); return; }
  if (current?.id !== state.id) { current = compared = null; draw(); }
  try {
    const { id } = state;
    const batch = await askAgain('/api/runs/' + id, () => state.id === id);
    if (state.id !== id) return;
    current = batch;
    await fetchGhost();
    draw();
    if (batch.state === 'running') listen(id, false); else { ended(); await compare(); }
    await recorded();
  } catch (error) {
    if (error.status !== 404) throw error;
    current = null;
    draw();
    $('nothing').replaceChildren(make('p', {}, 'The server holds this run no longer; its inputs stand above and beside.'),
      button('Run it again', start, { class: 'primary' }));
  }
}

/** The inputs that a batch ran with; null where the server holds it no longer. */
export async function inputsOf(id) {
  try { return ranWith(await ask('/api/runs/' + id)); } catch { return null; }
}

function ended() {
  document.body.dataset.ended = current.id;
  announce(`${counted(current.runs, 'run')}, ${current.state}.`);
}

/** In milliseconds; the server says at least every five seconds that it is there. */
const SILENCE = 12000;

/** Every event tells all that is known, so whoever takes a stream up again has lost nothing and counts nothing twice. */
function listen(id, timed) {
  stream?.close();
  const own = new EventSource(`/api/runs/${id}/events`);
  stream = own;
  let silent = 0;
  const lost = watched(async () => {
    clearTimeout(silent);
    own.close();
    firstDrawn();
    // As long as a stream is refused, its place is taken by asking once a second.
    await new Promise(done => setTimeout(done, 1000));
    if (stream === own && state.id === id) await attach();
  });
  // A connection that broke while the machine slept may never be told of.
  const heard = () => { clearTimeout(silent); if (stream === own) silent = setTimeout(lost, SILENCE); };
  heard();
  const take = event => {
    heard();
    current = JSON.parse(event.data);
    draw(false);
    if (timed) {
      timed = false;
      performance.mark('pictured');
      firstDrawn();
      document.body.dataset.firstPicture = Math.round(performance.measure('first picture', 'clicked', 'pictured').duration);
    }
  };
  compared = null;
  own.addEventListener('snapshot', take);
  own.addEventListener('still', heard);
  own.addEventListener('end', watched(async event => {
    own.close();
    take(event);
    clearTimeout(silent);
    ended();
    await fetchGhost();
    draw();
    await compare();
    await recorded();
  }));
  own.onerror = lost;
}

export const cancel = () => ask(`/api/runs/${current?.id}`, 'DELETE');

/** What ran stands over what is shown, whatever has been moved since. */
function ran() {
  $('ran').hidden = !current;
  if (!current) return;
  const running = current.state === 'running';
  const moved = changes(current.overrides);
  $('ran-text').replaceChildren(make('strong', {}, current.scenario.replaceAll('-', ' ')), ` · ${moved.length ? moved.join(', ') : 'as its file says'} · ${counted(current.runs, 'run')} · seed ${current.seed} · ${
    { running: 'running', done: when(current.begun), cancelled: 'cancelled, ' + when(current.begun), failed: 'failed, ' + when(current.begun) }[current.state]}`);
  $('progress').parentElement.hidden = !running;
  $('progress').value = current.runs / current.wanted;
  $('progress-text').textContent = `${whole(current.runs)} of ${whole(current.wanted)} runs, ${whole(current.runs_a_second)} a second`;
  $('cancel').hidden = !running;
  const usable = !running && current.runs > 1;
  $('save').hidden = $('worst').hidden = $('as-study').hidden = !usable;
  $('keep').hidden = !usable || state.baseline?.id === current.id;
  const { failed, failure, problem } = current;
  $('failures').hidden = !failed && !problem;
  $('failures').replaceChildren(problem ? problem + ' ' : '',
    ...(failed ? [`${whole(failed)} ${failed === 1 ? 'run' : 'runs'} failed and ${failed === 1 ? 'is' : 'are'} in none of the figures; the first, run ${failure.run}: ${failure.cause}. See it with `, make('code', {}, failure.command)] : []));
}

/** Tells when the inputs are no longer those of what is shown. */
export function stale() {
  const differs = !!current && !same(inputs(), ranWith(current));
  $('stale').hidden = !differs;
  $('charts').classList.toggle('stale', differs);
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
  ran();
  stale();
  baselineNote();
  $('saved').textContent = '';
  const some = !!current?.outcomes.length;
  $('nothing').hidden = some || !!current;
  if (!$('nothing').hidden) $('nothing').replaceChildren(state.id ? make('p', {}, 'Waiting for the first runs …') : make('p', {}, 'Choose a scenario, move what you like, and press ', make('strong', {}, 'Run'),
    '. The charts fill while runs arrive. Keep one as the baseline, and later ones are held against it run by run under common random numbers.'));
  $('charts').hidden = !some;
  if (!some) return;
  choices($('outcome'), current.outcomes, state.outcome);
  tiles($('headlines'), current, ghost);
  distribution();
  comparison();
  const { bands, stages: shares, start } = current;
  const rest = [
    () => charts.fan('chart-stability', 'Stability', bands.stability, 'blue', { start, ghost: ghost?.bands.stability, record: shownRecord() }),
    () => charts.fan('chart-tension', 'Tension', bands.tension, 'vermillion', { start, ghost: ghost?.bands.tension, threshold: current.crisis_begins, record: shownRecord() }),
    () => charts.stages(shares, start),
    outcomeTable];
  if (atOnce) { drawing++; rest.forEach(piece => piece()); } else inFrames(rest);
}

const shownRecord = () => (record.of === current.scenario ? record.events : []);

function distribution() {
  const shown = current.outcomes.find(o => o.key === state.outcome) ?? current.outcomes[0];
  charts.distribution(shown, current.runs, ghost?.outcomes.find(o => o.key === shown.key), ghost?.runs, guarded(index => bin(shown, index)));
  $('text-distribution').textContent = shown.sentence;
  if ($('bin').dataset.of !== current.id + shown.key) $('bin').hidden = true;
}

const runLink = (run, text) => make('a', { href: `#/one/${current.id}?which=${run}&outcome=${state.outcome}` }, text);

async function bin(outcome, index) {
  const found = await ask(`/api/runs/${current.id}/bin?outcome=${outcome.key}&bin=${index}`);
  $('bin').dataset.of = current.id + outcome.key;
  $('bin').hidden = false;
  $('bin').replaceChildren(make('p', {}, `${counted(found.count, 'run')} with ${outcome.label.toLowerCase()} from ${number(found.from)} to ${number(found.to)}${found.count > found.runs.length ? `; the first ${found.runs.length}` : ''}:`),
    make('ul', { class: 'runs' }, found.runs.map(r => make('li', {}, runLink(r.run, `run ${r.run}`)))));
}

/** The table that a terminal shows; beside a baseline with what differs. */
function outcomeTable() {
  const { caption, columns, rows } = current.table;
  $('outcomes-note').textContent = caption + (compared ? ` Verdicts are told of the ${compared.rows.length} outcomes that are judged together; of the others the means stand side by side.` : '');
  const heads = columns.map(c => [c.label, c.number]);
  if (!compared) { table($('outcomes'), heads, rows.map(r => r.cells)); return; }
  const [name, mean, ...rest] = heads;
  const alone = (of, outcome) => of.table.rows.find(r => r.outcome === outcome).cells[1].replace(/ \(.*/, '');
  table($('outcomes'), [name, mean, ['Baseline', 1], ['Difference (95 % interval)', 1], ['Finding'], ...rest], rows.map(({ outcome, cells: [label, , ...spread] }) => {
    const r = compared.rows.find(each => each.key === outcome);
    return [label, ...(r ? [r.shown.mean, r.shown.baseline, r.shown.difference, make('td', { class: r.finding }, words(r.finding))]
      : [alone(current, outcome), alone(ghost, outcome), '–', '–']), ...spread];
  }));
}

function choices(select, options, chosen) {
  if (select.options.length !== options.length) select.replaceChildren(...options.map(o => make('option', { value: o.key }, o.label)));
  select.value = chosen;
}

export function keep() {
  // What ran is what is kept, whatever has been moved since.
  state.baseline = { ...ranWith(current), runs: current.runs, id: current.id };
  ghost = current;
  compared = null;
  writeAddress();
  draw();
  $('start').focus();
}

export function baselineNote() {
  const b = state.baseline;
  $('baseline-note').hidden = !b;
  if (b) $('baseline-text').textContent = `Baseline: ${[b.scenario.replaceAll('-', ' '), ...changes(b.overrides)].join(', ')}, ${whole(b.runs)} runs, seed ${b.seed}`;
}
export function forget() { state.baseline = ghost = compared = null; writeAddress(); draw(); }

/** Makes the baseline that the address names: the server that first made it may have ended since. */
async function remake() {
  const { scenario, overrides, runs, seed } = state.baseline;
  state.baseline.id = (await ask('/api/runs', 'POST', { scenario, overrides, runs, seed })).id;
}

async function fetchGhost() {
  // Whoever began it is told where it cannot be made.
  await remaking?.catch(() => {});
  const id = state.baseline?.id;
  if (!id || id === current?.id) { ghost = null; return; }
  if (ghost?.id === id && ghost.state !== 'running') return;
  try { ghost = await ask('/api/runs/' + id); } catch (error) {
    if (error.status !== 404) throw error;
    await remake();
    ghost = null;
  }
  for (;;) {
    if (ghost && ghost.state !== 'running') return;
    await new Promise(done => setTimeout(done, 250));
    ghost = await askAgain('/api/runs/' + state.baseline.id);
  }
}

async function compare() {
  compared = null;
  if (ghost && current?.runs > 1 && current.state !== 'running') {
    compared = await ask(`/api/runs/${current.id}/comparison?baseline=${ghost.id}`);
    draw();
    document.body.dataset.compared = current.id;
  }
}

/** The answer stands on top. */
function comparison() {
  $('comparison').hidden = !compared;
  if (!compared) return;
  $('comparison-title').textContent = `Against the baseline, ${whole(compared.runs)} pairs under common random numbers`;
  const decided = compared.rows.filter(r => ['better', 'worse', 'exactly_equal'].includes(r.finding));
  $('verdicts').replaceChildren(...(decided.length ? decided : compared.rows).slice(0, 4).map(r => make('li', {}, r.verdict)));
}

export async function save() {
  $('save').disabled = true;
  $('saved').textContent = 'Storing the runs and writing their report …';
  try {
    const { name } = await ask(`/api/runs/${current.id}/result`, 'POST', {});
    $('saved').replaceChildren('Stored as ', make('a', { href: '#/results/' + encodeURIComponent(name) }, name));
    announce('The result is stored.');
  } catch (error) { $('saved').textContent = ''; throw error; } finally { $('save').disabled = false; }
}

/** The run and its baseline as arms of a study, which more can be added to. */
export function asStudy() {
  const arm = of => ({ scenario: beside(of.scenario), ...(Object.keys(of.overrides).length ? { set: Object.fromEntries(Object.entries(of.overrides).map(([k, v]) => [k, parsed(v)])) } : {}) });
  const arms = state.baseline ? { baseline: arm(state.baseline), this_run: arm(current) } : { this_run: arm(current), another: arm(current) };
  draft('compare', { name: 'my-comparison', arms, outcomes: ['mean_stability', 'any_crisis', 'delivered'], runs: current.wanted, seed: current.seed });
}

export const worst = () => { location.hash = `#/one/${current.id}?which=worst&outcome=${state.outcome}`; };
