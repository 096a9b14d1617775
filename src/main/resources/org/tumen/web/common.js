// What all parts of the page share: the state, requests, elements and numbers.

export const state = { view: 'run', scenario: '', overrides: {}, runs: 0, seed: 0, which: 'median', week: 0, flip: '', outcome: 'mean_stability', baseline: null };
export const scenarios = [];

export const $ = id => document.getElementById(id);

/** An element with attributes and children; text is always text, never markup. */
export function make(tag, attributes = {}, ...children) {
  const svg = ['svg', 'circle', 'text', 'title', 'g'].includes(tag);
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(c => c != null));
  return element;
}

/** Asks the server; a refusal becomes an Error that carries its problems. */
export async function ask(path, method = 'GET', body = undefined) {
  let answer;
  try {
    answer = await fetch(path, { method, headers: body ? { 'Content-Type': 'application/json' } : {}, body: body && JSON.stringify(body) });
  } catch {
    throw Object.assign(new Error('The server does not answer. Is it still running?'), { problems: [] });
  }
  if (answer.status === 204) return null;
  const read = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(read.error), { problems: read.problems ?? [] });
  return read;
}

export function complain(error) {
  const box = $('problems');
  box.replaceChildren(make('strong', {}, error.message), make('ul', {}, (error.problems ?? []).map(p => make('li', {}, p))));
  box.hidden = false;
  box.scrollIntoView({ block: 'nearest' });
}
export function calm() { $('problems').hidden = true; $('problems').replaceChildren(); }

/** Runs something on behalf of the user and shows what goes wrong. */
export const guarded = work => async (...given) => { try { calm(); await work(...given); } catch (error) { complain(error); } };

export function number(value, digits = 4) {
  if (value == null) return '';
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1);
  return Number(value.toPrecision(digits)).toLocaleString('en', { maximumFractionDigits: 6 });
}
export const signed = value => (value > 0 ? '+' : '') + number(value, 3);
export const words = key => key.replaceAll('_', ' ');
export const share = value => (value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0) + ' %';

export function table(target, heads, rows) {
  target.replaceChildren(
    make('thead', {}, make('tr', {}, heads.map(([head, figure]) => make('th', { scope: 'col', class: figure ? 'figure' : null }, head)))),
    make('tbody', {}, rows.map(row => make('tr', {}, row.map((cell, i) => i === 0
      ? make('th', { scope: 'row' }, cell)
      : cell instanceof Node ? cell : make('td', { class: heads[i][1] ? 'figure' : null }, String(cell ?? '')))))));
}

/** The state in the address, so that a link shows the same again. */
export function writeAddress() {
  const now = new URLSearchParams();
  for (const key of ['view', 'scenario', 'runs', 'seed', 'which', 'week', 'flip', 'outcome']) {
    if (state[key] !== '' && state[key] != null) now.set(key, state[key]);
  }
  for (const [path, value] of Object.entries(state.overrides)) now.append('set', `${path}=${value}`);
  if (state.baseline) {
    for (const key of ['scenario', 'runs', 'seed']) now.set('baseline_' + key, state.baseline[key]);
    for (const [path, value] of Object.entries(state.baseline.overrides)) now.append('baseline_set', `${path}=${value}`);
  }
  history.replaceState(null, '', '#' + now);
}
function changes(sets) {
  return Object.fromEntries(sets.filter(set => set.indexOf('=') > 0).map(set => [set.slice(0, set.indexOf('=')), set.slice(set.indexOf('=') + 1)]));
}
export function readAddress() {
  const then = new URLSearchParams(location.hash.slice(1));
  for (const key of ['view', 'scenario', 'which', 'flip', 'outcome']) if (then.has(key)) state[key] = then.get(key);
  for (const key of ['runs', 'seed', 'week']) if (/^-?\d{1,15}$/.test(then.get(key) ?? '')) state[key] = Number(then.get(key));
  state.overrides = changes(then.getAll('set'));
  const [runs, seed] = ['runs', 'seed'].map(key => then.get('baseline_' + key) ?? '');
  const kept = then.has('baseline_scenario') && /^\d{1,6}$/.test(runs) && /^-?\d{1,15}$/.test(seed)
    ? { scenario: then.get('baseline_scenario'), overrides: changes(then.getAll('baseline_set')), runs: Number(runs), seed: Number(seed) } : null;
  // The batch that the page holds already stands for the same baseline.
  if (JSON.stringify({ ...state.baseline, id: undefined }) !== JSON.stringify({ ...kept })) state.baseline = kept;
}
