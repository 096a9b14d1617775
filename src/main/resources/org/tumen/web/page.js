// Ties the page together: views, the scenario list, dialogs, keys, and the address.
import { $, ask, guarded, make, readAddress, scenarios, state, writeAddress } from './common.js';
import * as parameters from './parameters.js';
import * as results from './results.js';
import * as run from './run.js';
import * as trace from './trace.js';

const VIEWS = ['run', 'trace', 'results'];

function show(view) {
  state.view = VIEWS.includes(view) ? view : 'run';
  for (const v of VIEWS) $('view-' + v).hidden = v !== state.view;
  for (const b of document.querySelectorAll('nav button')) b.dataset.view === state.view ? b.setAttribute('aria-current', 'page') : b.removeAttribute('aria-current');
  document.title = { run: 'Run and compare', trace: 'One run', results: 'Results' }[state.view] + ' · Tumen';
  writeAddress();
  if (state.view === 'results') guarded(results.list)();
  if (state.view === 'run') run.draw();
}

async function choose(name, fresh) {
  const chosen = scenarios.find(s => s.name === name) ?? scenarios.find(s => s.name === 'baseline') ?? scenarios[0];
  if (!chosen) throw new Error('There are no scenarios in the folder that the server was given.');
  state.scenario = chosen.name;
  if (fresh) { state.overrides = {}; state.flip = ''; }
  if (fresh || !state.runs) { state.runs = Math.min(chosen.runs ?? 10000, 100000); state.seed = chosen.seed ?? 0; }
  $('scenario').value = chosen.name;
  $('description').textContent = chosen.description;
  $('runs').value = state.runs;
  $('seed').value = state.seed;
  writeAddress();
  if (chosen.valid) await parameters.load(); else $('parameters').replaceChildren();
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

function command() {
  const quoted = text => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  const file = scenarios.find(s => s.name === state.scenario).file;
  const sets = Object.entries(state.overrides).map(([path, value]) => ` --set ${quoted(`${path}=${value}`)}`).join('');
  const number = state.which.match(/^\d+$/) ? `--run ${state.which}` : `--pick ${state.which}:mean_stability --among 500`;
  dialog('The same on the command line', state.view === 'trace'
    ? `./tumen trace ${quoted(file)}${sets} --seed ${state.seed} ${number} --why${state.flip ? ` --flip ${state.flip}` : ''}`
    : `./tumen batch ${quoted(file)}${sets} --runs ${$('runs').value} --seed ${$('seed').value}`, false);
}

function which() {
  const byNumber = $('which').value === 'number';
  $('number-label').hidden = !byNumber;
  state.which = byNumber ? $('number').value || '0' : $('which').value;
  state.flip = '';
}

function wire() {
  document.querySelectorAll('nav button').forEach(b => b.addEventListener('click', () => show(b.dataset.view)));
  const on = (id, event, work) => $(id).addEventListener(event, guarded(work));
  on('scenario', 'change', () => choose($('scenario').value, true));
  on('search', 'input', parameters.filter);
  on('only-changed', 'change', parameters.filter);
  on('reset-all', 'click', parameters.reset);
  on('start', 'click', run.start);
  on('cancel', 'click', run.cancel);
  on('keep', 'click', run.keep);
  on('forget', 'click', run.forget);
  on('save', 'click', run.save);
  on('outcome', 'change', () => { state.outcome = $('outcome').value; writeAddress(); run.draw(); });
  on('show-yaml', 'click', yaml);
  on('show-command', 'click', command);
  on('copy-link', 'click', async () => { writeAddress(); await navigator.clipboard.writeText(location.href); $('copy-link').textContent = 'Copied'; });
  for (const id of ['which', 'number']) on(id, 'change', which);
  on('tell', 'click', trace.tell);
  on('week', 'input', () => trace.go(Number($('week').value)));
  on('before', 'click', () => trace.go(state.week - 1));
  on('after', 'click', () => trace.go(state.week + 1));
  on('next-event', 'click', trace.nextEvent);
  on('ask', 'click', results.query);
  on('csv', 'click', results.csv);
  on('dialog-copy', 'click', () => navigator.clipboard.writeText($('dialog-text').textContent));
  on('dialog-close', 'click', () => $('text-dialog').close());
  document.addEventListener('keydown', event => {
    const field = event.target.closest('input, select, textarea, dialog, summary, .scroll');
    if (state.view !== 'trace' || field || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') trace.go(state.week - 1);
    if (event.key === 'ArrowRight') trace.go(state.week + 1);
  });
  addEventListener('hashchange', guarded(open));
}

async function open() {
  readAddress();
  await choose(state.scenario, false);
  const numbered = /^\d+$/.test(state.which);
  $('which').value = numbered ? 'number' : state.which;
  if (numbered) $('number').value = state.which;
  $('number-label').hidden = !numbered;
  run.baselineNote();
  show(state.view);
  if (Object.keys(state.overrides).length) await parameters.validate();
}

guarded(async () => {
  wire();
  // On a narrow screen the parameters would push everything else out of sight.
  if (matchMedia('(max-width: 56rem)').matches) $('drawer').open = false;
  scenarios.push(...await ask('/api/scenarios'));
  $('scenario').replaceChildren(...scenarios.map(s => make('option', { value: s.name, disabled: !s.valid }, s.name.replaceAll('-', ' '))));
  await open();
  if (state.view === 'trace') await trace.tell();
  document.body.dataset.ready = 'yes';
})();
