// The parameters of the chosen scenario: grouped by actor, searchable, each with slider, number, unit, meaning and basis.
import { $, ask, make, state, writeAddress } from './common.js';

let groups = [];
let validated = 0;

export async function load() {
  groups = state.scenario ? (await ask(`/api/scenarios/${encodeURIComponent(state.scenario)}/parameters`)).groups : [];
  draw();
}

const open = new Set();

export function draw() {
  const hidden = new Set(['name', 'description', 'batch.runs', 'batch.seed']);
  $('parameters').replaceChildren(...groups.map(group => {
    const items = group.parameters.filter(p => !hidden.has(p.path)).map(parameter);
    const details = make('details', { class: 'group', open: open.has(group.group) }, make('summary', {}, group.group.replaceAll('_', ' ')), items);
    details.addEventListener('toggle', () => { if (!$('search').value) details.open ? open.add(group.group) : open.delete(group.group); });
    return details;
  }));
  filter();
}

function parameter(p) {
  const id = 'p-' + p.path.replaceAll(/[^a-z0-9]/gi, '-');
  const box = make('div', { class: 'parameter', 'data-path': p.path, 'data-text': `${p.path} ${p.meaning ?? ''} ${p.unit ?? ''}`.toLowerCase() });
  const now = () => state.overrides[p.path] ?? p.value ?? '';
  const numeric = p.type === 'number' || p.type === 'whole number';
  const whole = p.type === 'whole number';
  const controls = [];
  const set = value => { if (value === '' || value === p.value) delete state.overrides[p.path]; else state.overrides[p.path] = value; refresh(); changed(); };
  let choices = p.type === 'true or false' ? ['true', 'false'] : p.type === 'word' && p.allowed ? p.allowed.split(', ') : null;
  if (choices && p.value && !choices.includes(p.value)) choices = null;
  const changing = p.path.endsWith('.role');
  if (choices) {
    controls.push(make('select', { id, disabled: changing }, choices.map(c => make('option', { value: c }, c.replaceAll('_', ' ')))));
  } else {
    controls.push(make('input', { id, type: numeric ? 'number' : 'text', step: numeric ? (whole ? 1 : 'any') : null, min: p.min, max: p.max }));
    if (numeric && p.min != null && p.max != null && p.max - p.min <= 1e6) {
      controls.unshift(make('input', { type: 'range', min: p.min, max: p.max, step: whole ? 1 : (p.max - p.min) / 200, 'aria-label': `${name(p)}, slider` }));
    }
  }
  controls.forEach(c => c.addEventListener('change', () => set(c.value)));
  if (controls.length > 1) controls[0].addEventListener('input', () => { controls[1].value = Number(Number(controls[0].value).toPrecision(6)); });
  if (controls.length > 1) controls[0].addEventListener('change', () => set(String(Number(Number(controls[0].value).toPrecision(6)))));
  const reset = make('button', { type: 'button', class: 'reset', onclick: () => { set(''); $(id).focus(); } }, `Reset to ${p.value ?? 'nothing'}`);
  const range = p.min != null && p.max != null ? `${p.min} to ${p.max}` : p.min != null ? `at least ${p.min}` : p.max != null ? `at most ${p.max}` : '';
  const refresh = () => {
    controls.forEach(c => { c.value = now(); });
    const differs = p.path in state.overrides;
    box.classList.toggle('differs', differs);
    reset.hidden = !differs;
  };
  box.append(make('label', { for: id }, name(p) + (p.unit ? ` (${p.unit})` : '')),
    make('div', { class: 'path' }, p.path), make('div', { class: 'inputs' }, controls),
    make('p', { class: 'note' }, [range, p.default != null && p.default !== p.value ? `default ${p.default}` : '', p.basis].filter(Boolean).join(' · ')),
    reset);
  refresh();
  return box;
}
const name = p => p.meaning || p.path.split('.').at(-1).replaceAll('_', ' ');

export function filter() {
  const wanted = $('search').value.trim().toLowerCase();
  const only = $('only-changed').checked;
  let found = 0;
  for (const group of $('parameters').children) {
    let any = false;
    for (const box of group.querySelectorAll('.parameter')) {
      const fits = box.dataset.text.includes(wanted) && (!only || box.dataset.path in state.overrides);
      box.hidden = !fits;
      any ||= fits;
      found += fits;
    }
    group.hidden = !any;
    group.open = wanted || only ? any : open.has(group.querySelector('summary').textContent.replaceAll(' ', '_'));
  }
  $('found').textContent = wanted || only ? `${found} ${found === 1 ? 'parameter' : 'parameters'}` : '';
  const count = Object.keys(state.overrides).length;
  $('changed-count').hidden = count === 0;
  $('changed-count').textContent = `${count} changed`;
}

function changed() {
  filter();
  writeAddress();
  validate();
}

/** Says at once what is wrong with the changes, in the words of the command line. */
export async function validate() {
  const turn = ++validated;
  const answer = await ask('/api/validate', 'POST', { scenario: state.scenario, overrides: state.overrides });
  if (turn !== validated) return answer;
  const box = $('problems');
  const said = answer.valid ? answer.warnings : answer.problems.map(p => (p.path ? p.path + ': ' : '') + p.message);
  box.hidden = said.length === 0;
  box.replaceChildren(...(box.hidden ? [] : [
    make('strong', {}, answer.valid ? 'Allowed, but perhaps not meant:' : 'The scenario is not valid:'),
    make('ul', {}, said.map(text => make('li', {}, text)))]));
  return answer;
}

export function reset() { state.overrides = {}; draw(); changed(); }
