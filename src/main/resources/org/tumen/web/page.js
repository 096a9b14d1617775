// Ties the page together: addresses and views, the scenario list, dialogs and keys.
import * as charts from './charts.js';
import { $, VIEWS, address, ask, fresh, guarded, keepFocus, make, quoted, readAddress, scenarios, state, writeAddress } from './common.js';
import * as home from './home.js';
import * as one from './one.js';
import * as parameters from './parameters.js';
import * as results from './results.js';
import * as run from './run.js';
import * as studies from './studies.js';
import * as tray from './tray.js';

/** Where each view was left, for its link. */
const last = {};

function views() {
  for (const v of Object.keys(VIEWS)) $('view-' + v).hidden = v !== state.view;
  const moved = state.view === 'run' || state.view === 'one';
  $('side').hidden = !moved;
  $('frame').classList.toggle('whole', !moved);
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('data-here', link.dataset.view === state.view);
    link.dataset.view === state.view ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
    link.href = last[link.dataset.view] ?? '#/' + link.dataset.view;
  }
  document.title = state.view === 'home' ? 'Tumen' : VIEWS[state.view] + ' · Tumen';
  if (state.view !== 'one') one.pause();
}

async function show() {
  views();
  if (state.view === 'home') await home.show(openWith);
  if (state.view === 'run') await run.attach();
  if (state.view === 'one') await one.tell();
  if (state.view === 'studies') await studies.show();
  if (state.view === 'results') await results.show();
  keepFocus();
}

/** Opens a view with a state, and begins what it asks for. */
async function openWith(wanted, begin) {
  Object.assign(state, fresh(), wanted);
  writeAddress(true);
  // What was asked for begins before anything else is fetched and drawn.
  if (begin && state.view === 'run') {
    inputs(state.scenario, false);
    views();
    run.forgetShown();
    keepFocus();
    try {
      await run.start();
      await run.pictured;
    } finally { await parameters.load(); }
    return;
  }
  await choose(state.scenario, false);
  await show();
}

/** Takes a scenario and what belongs to it into the inputs; returns whether it can be run. */
function inputs(name, anew) {
  const chosen = scenarios.find(s => s.name === name) ?? scenarios.find(s => s.name === 'baseline') ?? scenarios[0];
  if (!chosen) throw new Error('There are no scenarios in the folder that the server was given.');
  if (state.scenario !== chosen.name) charts.forgetRanges();
  state.scenario = chosen.name;
  if (anew) { state.overrides = {}; state.flip = ''; }
  // An address may say either without the other, and is right in what it says.
  if (anew || !state.runs) state.runs = Math.min(chosen.runs ?? 10000, 100000);
  if (anew || state.seed == null) state.seed = chosen.seed ?? 0;
  $('scenario').value = chosen.name;
  $('description').textContent = chosen.description;
  $('runs').value = state.runs;
  $('seed').value = state.seed;
  return chosen.valid;
}

async function choose(name, anew) {
  if (inputs(name, anew)) await parameters.load(); else $('parameters').replaceChildren();
  run.stale();
}

function dialog(title, text, download) {
  $('dialog-title').textContent = title;
  $('dialog-text').textContent = text;
  $('dialog-download').hidden = !download;
  if (download) $('dialog-download').href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  $('text-dialog').showModal();
}

async function yaml() {
  const answer = await parameters.validate();
  if (answer.valid) dialog('The scenario as YAML', answer.yaml, true);
}

async function command() {
  const file = scenarios.find(s => s.name === state.scenario).file;
  const batch = (await ask('/api/kinds')).find(kind => kind.name === 'batch').command;
  const sets = Object.entries(state.overrides).map(([path, value]) => ` --set ${quoted(`${path}=${value}`)}`).join('');
  dialog('The same on the command line', state.view === 'one'
    ? `./tumen trace ${quoted(file)}${sets} --seed ${state.seed} --run ${one.shown()?.run ?? 0} --why${state.flip ? state.flip.split(',').map(f => ` --flip ${f}`).join('') : ''}`
    : `${batch} ${quoted(file)}${sets} --runs ${state.runs} --seed ${state.seed}`, false);
}

function which() {
  const byNumber = $('which').value === 'number';
  state.which = byNumber ? $('number').value || '0' : $('which').value;
  state.outcome = $('of-outcome').value;
  state.flip = '';
  whichShown();
}
function whichShown() {
  const numbered = /^\d+$/.test(state.which);
  $('which').value = numbered ? 'number' : state.which;
  if (numbered) $('number').value = state.which;
  $('number-label').hidden = !numbered;
  $('of-label').hidden = numbered;
  $('of-outcome').value = state.outcome;
}

/** What is not a run of what is shown any more is one of the inputs. */
function moved() {
  run.stale();
  if (state.view === 'one') { state.id = ''; writeAddress(); }
}

function wire() {
  const on = (id, event, work) => $(id).addEventListener(event, guarded(work));
  on('scenario', 'change', async () => { await choose($('scenario').value, true); moved(); writeAddress(); await parameters.validate(); });
  on('search', 'input', parameters.filter);
  on('only-changed', 'change', parameters.filter);
  on('reset-all', 'click', parameters.reset);
  for (const key of ['runs', 'seed']) on(key, 'change', () => { state[key] = Number($(key).value); writeAddress(); moved(); });
  document.addEventListener('inputs', moved);
  for (const id of ['start', 'again']) on(id, 'click', run.start);
  for (const id of ['cancel', 'keep', 'forget', 'save', 'worst']) on(id, 'click', run[id]);
  on('as-study', 'click', run.asStudy);
  on('outcome', 'change', () => { state.outcome = $('outcome').value; writeAddress(); run.draw(); });
  on('show-yaml', 'click', yaml);
  for (const id of ['show-command', 'one-command']) on(id, 'click', command);
  on('copy-link', 'click', async () => { await navigator.clipboard.writeText(location.href); $('copy-link').textContent = 'Copied'; });
  for (const id of ['which', 'number', 'of-outcome']) on(id, 'change', which);
  on('tell', 'click', async () => { writeAddress(true); await one.tell(); });
  on('play', 'click', one.play);
  on('week', 'input', () => { one.pause(); one.go(Number($('week').value)); });
  on('before', 'click', () => one.go(state.week - 1));
  on('after', 'click', () => one.go(state.week + 1));
  on('next-event', 'click', one.nextEvent);
  on('ask', 'click', results.query);
  on('csv', 'click', results.csv);
  on('dialog-copy', 'click', () => navigator.clipboard.writeText($('dialog-text').textContent));
  on('dialog-close', 'click', () => $('text-dialog').close());
  document.addEventListener('keydown', event => {
    const field = event.target.closest('input, select, textarea, dialog, summary, .scroll');
    if (state.view !== 'one' || field || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') one.go(state.week - 1);
    if (event.key === 'ArrowRight') one.go(state.week + 1);
    if (event.key === ' ' && !event.target.closest('button, a')) { event.preventDefault(); one.play(); }
  });
  addEventListener('popstate', guarded(open));
}

async function open() {
  last[state.view] = address();
  const before = state.view + '/' + state.id;
  const known = readAddress();
  // What is another page to its reader begins at its head.
  if (before !== state.view + '/' + state.id) scrollTo(0, 0);
  // A link to a run may name it alone: its inputs are those that it ran with.
  if (state.id && !location.hash.includes('scenario=')) {
    const inputs = state.view === 'run' ? await run.inputsOf(state.id) : null;
    if (inputs) Object.assign(state, inputs);
    if (state.view === 'one') await one.adopt();
  }
  const asked = state.scenario;
  await choose(asked, false);
  whichShown();
  writeAddress();
  await show();
  if (asked && asked !== state.scenario) throw new Error(`There is no scenario called ${asked}; there are ${scenarios.map(s => s.name).join(', ')}. ${state.scenario} is chosen.`);
  // Warnings of a scenario as it is filed are told too.
  if (!$('side').hidden) await parameters.validate();
  if (!known) throw new Error('The address names no view of this page; what there is stands above.');
}

guarded(async () => {
  wire();
  // On a narrow screen the parameters would push everything else out of sight.
  if (matchMedia('(max-width: 56rem)').matches) $('drawer').open = false;
  scenarios.push(...await ask('/api/scenarios'));
  $('scenario').replaceChildren(...scenarios.map(s => make('option', { value: s.name, disabled: !s.valid }, s.name.replaceAll('-', ' '))));
  $('of-outcome').replaceChildren(...(await ask('/assets/default.json')).outcomes.map(o => make('option', { value: o.key }, o.label)));
  // An address that leads nowhere is told of, and the page stands.
  await guarded(open)();
  await tray.refresh();
  document.body.dataset.ready = 'yes';
})().finally(() => { $('frame').inert = false; });
