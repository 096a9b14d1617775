// What all parts of the page share: the state, requests, elements, numbers and the address.

export const fresh = () => ({ view: 'home', id: '', scenario: '', overrides: {}, runs: 0, seed: null, which: 'median', week: 0, flip: '', outcome: 'mean_stability', baseline: null, work: '' });
export const state = fresh();
export const scenarios = [];
/** A scenario as a study names it, in the folder below. */
export const beside = name => '../' + scenarios.find(s => s.name === name)?.file.split('/').at(-1);
export const VIEWS = { home: 'Tumen', run: 'Run and compare', one: 'One run', studies: 'Studies', results: 'Results' };

export const $ = id => document.getElementById(id);

/** An element with attributes and children; text is always text, never markup. */
const SVG = new Set(['svg', 'circle', 'text', 'title', 'g', 'path', 'line', 'marker', 'polygon', 'rect', 'defs']);
export function make(tag, attributes = {}, ...children) {
  const element = SVG.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(c => c != null).map(c => (typeof c === 'string' && tag !== 'code' ? together(c) : c)));
  return element;
}
/** A number and its percent sign stay on one line. */
const together = text => text.replace(/(\d) %/g, '$1\u00a0%');
export const button = (label, onclick, more = {}) => make('button', { type: 'button', onclick: guarded(onclick), ...more }, label);

/** Asks the server; a refusal becomes an Error that carries its status and problems. */
export async function ask(path, method = 'GET', body = undefined) {
  let answer;
  try {
    answer = await fetch(path, { method, headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body) });
  } catch {
    throw Object.assign(new Error('The server does not answer. Is it still running?'), { problems: [], status: 0 });
  }
  if (answer.status === 204) return null;
  // What stands between may break an answer off, or answer itself and not in JSON.
  const read = await answer.json().catch(() => ({ broken: true }));
  if (answer.ok && !read.broken) return read;
  const message = answer.status === 401 ? 'The server was started again since: open the address that it printed.'
    : read.error ?? `The server's answer did not arrive (status ${answer.status}).`;
  throw Object.assign(new Error(message), { problems: read.problems ?? [], status: answer.ok ? 0 : answer.status });
}

const AWAY = [0, 502, 503, 504];
/** Asks for something that is watched: while the server cannot be reached, that is told and it is asked again, as long as it is wanted. */
export async function askAgain(path, wanted = () => true) {
  for (let told = false; ;) {
    try {
      const answer = await ask(path);
      if (told) calm();
      return answer;
    } catch (error) {
      if (!AWAY.includes(error.status) || !wanted()) throw error;
      if (!told) complain(Object.assign(error, { message: error.message + ' This goes on by itself when it can.' }));
      told = true;
      await new Promise(done => setTimeout(done, 2000));
    }
  }
}

export function complain(error) {
  const box = $('problems');
  box.replaceChildren(make('strong', {}, error.message.charAt(0).toUpperCase() + error.message.slice(1)), make('ul', {}, (error.problems ?? []).map(p => make('li', {}, p))));
  box.hidden = false;
  box.scrollIntoView({ block: 'nearest' });
}
export function calm() { $('problems').hidden = true; $('problems').replaceChildren(); }

/** Tells those who do not see the page, once and not at every step. */
export function announce(text) { $('announcement').textContent = text; }

/** What held the focus may be gone or hidden with what is replaced: then it is the content that has it, and not the whole page. */
export function keepFocus() {
  if (!document.activeElement.offsetParent && document.body.dataset.ready) $('main').focus({ preventScroll: true });
}

/** Runs something that nobody asked for at this moment and shows what goes wrong; what was told before stays. */
export const watched = work => async (...given) => { try { await work(...given); } catch (error) { complain(error); } };
/** Runs something on behalf of the user, to whom what went wrong before is told no more. */
export const guarded = work => watched(async (...given) => { calm(); await work(...given); });

export function number(value, digits = 4) {
  if (value == null) return '';
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1);
  return Number(value.toPrecision(digits)).toLocaleString('en', { maximumFractionDigits: 6 }).replace('-', '−');
}
export const whole = value => value.toLocaleString('en');
/** A count of things, such as 1 run: more take an s. */
export const counted = (n, thing) => `${whole(n)} ${thing}${n === 1 ? '' : 's'}`;
export const signed = value => (value > 0 ? '+' : '') + number(value, 3);
export const words = key => key.replaceAll('_', ' ');
export const share = value => (value * 100).toFixed(value > 0 && value < 0.1 || value < 1 && value > 0.9 ? 1 : 0) + ' %';

/** The part of the runs that is made; null where a study decides as it goes how many there will be. */
export const part = work => (work.wanted && work.runs <= work.wanted ? work.runs / work.wanted : null);

/** A figure of an outcome: flags are shares of runs. */
export const figure = (outcome, value) => value == null ? '–' : outcome.kind === 'flag' ? share(value) : number(value);

export function day(start, week) {
  return new Date(Date.parse(start + 'T00:00:00Z') + week * 7 * 864e5).toISOString().slice(0, 10);
}
export function when(instant) {
  const then = new Date(instant);
  const today = then.toDateString() === new Date().toDateString();
  return then.toLocaleString('en-GB', today ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function table(target, heads, rows) {
  target.replaceChildren(
    make('thead', {}, make('tr', {}, heads.map(([head, right]) => make('th', { scope: 'col', class: right ? 'figure' : null }, head)))),
    make('tbody', {}, rows.map(row => make('tr', {}, row.map((cell, i) => i === 0
      ? make('th', { scope: 'row' }, cell)
      : cell instanceof HTMLTableCellElement ? cell : make('td', { class: heads[i][1] ? 'figure' : null }, cell instanceof Node ? cell : String(cell ?? '')))))));
}

/** A text as a shell takes it. */
export const quoted = text => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** The changes of a scenario in words. */
export const changes = overrides => Object.entries(overrides).map(([path, value]) => `${path} = ${value}`);

/** The address of the page: the view, what it shows, and the inputs, so that a link shows the same again. */
export function address(of = state) {
  const now = new URLSearchParams();
  const keys = { run: ['scenario', 'runs', 'seed', 'outcome'], one: ['scenario', 'seed', 'which', 'week', 'flip', 'outcome'], studies: ['work'] }[of.view] ?? [];
  for (const key of keys) if (of[key] !== '' && of[key] != null) now.set(key, of[key]);
  if (keys.includes('scenario')) for (const [path, value] of Object.entries(of.overrides)) now.append('set', `${path}=${value}`);
  if (of.baseline && of.view === 'run') {
    for (const key of ['id', 'scenario', 'runs', 'seed']) if (of.baseline[key] != null) now.set('baseline_' + key, of.baseline[key]);
    for (const [path, value] of Object.entries(of.baseline.overrides)) now.append('baseline_set', `${path}=${value}`);
  }
  return `#/${of.view}${of.id ? '/' + encodeURIComponent(of.id) : ''}${now.size ? '?' + now : ''}`;
}

/** Keeps the address true; a step is what the back button undoes. */
export function writeAddress(step = false) {
  const to = address();
  if (to === location.hash) return;
  if (step) history.pushState(null, '', to); else history.replaceState(null, '', to);
}

const assigned = sets => Object.fromEntries(sets.filter(set => set.indexOf('=') > 0).map(set => [set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1)]));
/** Takes in what the address says; false where it names no view, which shows the first. */
export function readAddress() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, id] = path.split('/');
  const then = new URLSearchParams(query);
  const known = Object.hasOwn(VIEWS, view);
  state.view = known ? view : 'home';
  try { state.id = decodeURIComponent(id ?? ''); } catch { state.id = id; }
  for (const key of ['scenario', 'which', 'flip', 'outcome']) if (then.has(key)) state[key] = then.get(key);
  if (!then.has('flip')) state.flip = '';
  state.work = then.get('work') ?? '';
  if (state.view === 'one' && !then.has('week')) state.week = 0;
  for (const key of ['runs', 'seed', 'week']) if (/^-?\d{1,15}$/.test(then.get(key) ?? '')) state[key] = Number(then.get(key));
  if (then.has('scenario')) state.overrides = assigned(then.getAll('set'));
  const [runs, seed] = ['runs', 'seed'].map(key => then.get('baseline_' + key) ?? '');
  if (state.view === 'run') {
    state.baseline = then.has('baseline_scenario') && /^\d{1,6}$/.test(runs) && /^-?\d{1,15}$/.test(seed)
      ? { id: then.get('baseline_id'), scenario: then.get('baseline_scenario'), overrides: assigned(then.getAll('baseline_set')), runs: Number(runs), seed: Number(seed) } : null;
  }
  return known || !view;
}
