// The parameters of the chosen scenario: the levers first, then the world; each with its owner, slider, prior and basis.
import { $, ask, beside, button, make, number, state, words, writeAddress } from './common.js';
import { parsed } from './form.js';
import { draft } from './studies.js';

let groups = [];
let drawn = [];
let roles = {};
let labels = {};
let validated = 0;

/** What a decision-maker moves first, by role. */
const LEVERS = { warner: ['policy.assertiveness', 'policy.restraint', 'policy.dialogue', 'intelligence.vigilance', 'packages.execution', 'effort'],
  ally: ['policy.disclosure', 'policy.measures', 'exercises'], council: ['policy.failure_cost'] };

/** Words that people look for, and the words that parameters are described with. */
const SYNONYMS = { speak: 'assertiveness', firm: 'assertiveness', loud: 'assertiveness', sanction: 'package', sanctions: 'package', un: 'council', missile: 'launch', missiles: 'launch',
  test: 'launch', tests: 'launch', rocket: 'launch', hide: 'secrecy', hidden: 'secrecy', secret: 'secrecy', talk: 'dialogue', talks: 'dialogue', appeal: 'dialogue', spy: 'vigilance',
  monitoring: 'vigilance', intelligence: 'vigilance', veto: 'rival', escalation: 'spiral', tension: 'tension', drill: 'exercises', drills: 'exercises', usa: 'allies', us: 'allies', china: 'aligned' };

export async function load() {
  const answer = state.scenario ? await ask(`/api/scenarios/${encodeURIComponent(state.scenario)}/parameters`) : { groups: [], roles: {} };
  ({ groups, roles } = answer);
  labels = Object.fromEntries(groups.flatMap(g => g.parameters).filter(p => p.path.endsWith('.label')).map(p => [p.path.split('.')[1], p.value]));
  draw();
}

const open = new Set(['levers']);
const owner = p => p.path.startsWith('actors.') ? labels[p.path.split('.')[1]] ?? words(p.path.split('.')[1]) : words(p.path.split('.')[0]);
const tail = p => p.path.split('.').slice(2).join('.');
const place = p => Object.values(LEVERS).flat().indexOf(tail(p));
const isLever = p => p.path.startsWith('actors.') && (LEVERS[roles[p.path.split('.')[1]]] ?? []).includes(tail(p));

export function draw() {
  const hidden = new Set(['name', 'description', 'batch.runs', 'batch.seed']);
  const all = groups.flatMap(g => g.parameters.filter(p => !hidden.has(p.path)));
  const shown = [{ group: 'levers', parameters: all.filter(isLever).sort((a, b) => place(a) - place(b)) },
    ...groups.map(g => ({ group: g.group, parameters: g.parameters.filter(p => !hidden.has(p.path) && !isLever(p)) }))];
  drawn = shown.filter(g => g.parameters.length).map(group => {
    const title = group.group === 'levers' ? `The ${group.parameters.length} levers` : labels[group.group] ?? words(group.group);
    const details = make('details', { class: 'group', 'data-group': group.group }, make('summary', {}, title));
    const of = { ...group, details, boxes: null };
    details.addEventListener('toggle', () => {
      if (details.open) fill(of);
      if (!$('search').value && !$('only-changed').checked) details.open ? open.add(group.group) : open.delete(group.group);
    });
    return of;
  });
  $('parameters').replaceChildren(...drawn.map(of => of.details));
  filter();
}

/** A group that nobody has opened is not drawn: there are hundreds of parameters, and what was asked for comes first. */
function fill(of) {
  if (of.boxes) return;
  of.boxes = of.parameters.map(parameter);
  of.details.append(...of.boxes);
}

/** The range of a slider: that of the prior where there is one, for the hard range is seldom meant. */
function span(p) {
  const hard = [p.min ?? -Infinity, p.max ?? Infinity];
  if (p.shape) {
    const [a, b] = [p.shape.x[0], p.shape.x.at(-1)];
    const value = Number(p.value ?? a);
    const room = (b - a) * 0.15;
    return [Math.max(hard[0], Math.min(a - room, value)), Math.min(hard[1], Math.max(b + room, value))];
  }
  return Number.isFinite(hard[0]) && Number.isFinite(hard[1]) && hard[1] - hard[0] <= 1e6 ? hard : null;
}

/** The prior over its slider: how probable each value is held. */
function prior(p, [low, high]) {
  const top = Math.max(...p.shape.y);
  const at = p.shape.x.map((x, i) => `${((x - low) / (high - low) * 200).toFixed(1)} ${(26 - p.shape.y[i] / top * 24).toFixed(1)}`);
  return make('svg', { class: 'prior', viewBox: '0 0 200 26', preserveAspectRatio: 'none', role: 'img', 'aria-label': `Prior of ${name(p)}: ${p.prior ?? 'as the scenario says'}` },
    make('path', { d: `M${at[0].split(' ')[0]} 26L${at.join('L')}L${at.at(-1).split(' ')[0]} 26Z` }));
}

function parameter(p) {
  const id = 'p-' + p.path.replaceAll(/[^a-z0-9]/gi, '-');
  const box = make('div', { class: 'parameter', 'data-path': p.path });
  const now = () => state.overrides[p.path] ?? p.value ?? '';
  const whole = p.type === 'whole number';
  const numeric = whole || p.type === 'number';
  const controls = [];
  const set = (value, written = false) => {
    // A number that is drawn is fixed by being written, even as it stands.
    if (value === '' || value === p.value && !written && !p.uncertain) delete state.overrides[p.path]; else state.overrides[p.path] = value;
    refresh();
    changed();
  };
  let choices = p.type === 'true or false' ? ['true', 'false'] : p.type === 'word' && p.allowed ? p.allowed.split(', ') : null;
  if (choices && p.value && !choices.includes(p.value)) choices = null;
  const range = numeric ? span(p) : null;
  if (choices) {
    controls.push(make('select', { id, disabled: p.path.endsWith('.role') }, choices.map(c => make('option', { value: c }, words(c)))));
  } else {
    controls.push(make('input', { id, type: numeric ? 'number' : 'text', step: numeric ? (whole ? 1 : 'any') : null, min: p.min, max: p.max }));
    if (range) controls.unshift(make('input', { type: 'range', min: range[0], max: range[1], step: whole ? 1 : (range[1] - range[0]) / 200, 'aria-label': `${name(p)}, slider` }));
  }
  const short = text => String(Number(Number(text).toPrecision(4)));
  controls.at(-1).addEventListener('change', () => set(controls.at(-1).value));
  if (controls.length > 1) {
    controls[0].addEventListener('input', () => { controls[1].value = short(controls[0].value); });
    controls[0].addEventListener('change', () => set(short(controls[0].value)));
  }
  const reset = make('button', { type: 'button', class: 'reset', onclick: () => { set(''); $(id).focus(); } }, p.uncertain ? 'Leave it uncertain' : `Reset to ${p.value ?? 'nothing'}`);
  const fix = p.uncertain ? make('button', { type: 'button', class: 'reset', onclick: () => { set(now(), true); $(id).focus(); } }, `Fix at ${p.value}`) : null;
  const vary = range ? button('Vary', () => draft('sweep', { name: 'vary-' + p.path.split('.').at(-1).replaceAll('_', '-'), scenario: beside(state.scenario),
    ...(Object.keys(state.overrides).length ? { arms: { this: { set: Object.fromEntries(Object.entries(state.overrides).filter(([k]) => k !== p.path).map(([k, v]) => [k, parsed(v)])) } } } : {}),
    levers: { [p.path]: { from: Number(range[0].toPrecision(4)), to: Number(range[1].toPrecision(4)), levels: 7 } }, outcomes: ['mean_stability', 'any_crisis'], runs: 400, seed: state.seed, sweep: { method: 'grid' } }),
  { class: 'reset', 'aria-label': `Vary ${name(p)} in a sweep` }) : null;
  const refresh = () => {
    controls.forEach(c => { c.value = now(); });
    const differs = p.path in state.overrides;
    box.classList.toggle('differs', differs);
    reset.hidden = !differs;
    if (fix) fix.hidden = differs;
    note.textContent = [p.uncertain && !differs ? 'uncertain: every run draws it' : '', p.min != null && p.max != null ? `${number(p.min)} to ${number(p.max)}` : p.min != null ? `at least ${p.min}` : '',
      p.default != null && p.default !== p.value ? `default ${p.default}` : '', p.prior ? 'prior ' + p.prior : '', p.basis].filter(Boolean).join(' · ');
  };
  const note = make('p', { class: 'note' });
  box.append(make('label', { for: id }, make('span', { class: 'owner' }, owner(p) + ': '), name(p) + (p.unit ? ` (${p.unit})` : '')), range && p.shape ? prior(p, range) : '',
    make('div', { class: 'inputs' }, controls), note, make('div', { class: 'path' }, p.path), make('div', { class: 'row tight' }, [reset, fix, vary].filter(Boolean)));
  refresh();
  return box;
}
const name = p => p.meaning || words(p.path.split('.').at(-1));

/** What the words of a search are looked for in. */
const searched = p => `${p.path} ${words(p.path)} ${owner(p)} ${p.meaning ?? ''} ${p.unit ?? ''}`.toLowerCase();

export function filter() {
  const wanted = $('search').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const only = $('only-changed').checked;
  const fitting = text => wanted.every(word => text.includes(word) || SYNONYMS[word] && text.includes(SYNONYMS[word]));
  const narrowed = wanted.length > 0 || only;
  let found = 0;
  for (const of of drawn) {
    const fits = of.parameters.map(p => fitting(searched(p)) && (!only || p.path in state.overrides));
    const any = fits.includes(true);
    found += fits.filter(Boolean).length;
    of.details.hidden = !any;
    of.details.open = narrowed ? any : open.has(of.group);
    if (of.details.open) fill(of);
    of.boxes?.forEach((box, i) => { box.hidden = !fits[i]; });
  }
  $('found').textContent = narrowed ? `${found} ${found === 1 ? 'parameter' : 'parameters'}` : '';
  const count = Object.keys(state.overrides).length;
  $('changed-count').hidden = count === 0;
  $('changed-count').textContent = `${count} changed`;
}

function changed() {
  filter();
  writeAddress();
  document.dispatchEvent(new Event('inputs'));
  validate();
}

function listed(box, title, said) {
  box.hidden = said.length === 0;
  box.replaceChildren(...(box.hidden ? [] : [make('strong', {}, title), make('ul', {}, said.map(text => make('li', {}, text)))]));
}

/** Says at once what is wrong with the changes, in the words of the command line. */
export async function validate() {
  const turn = ++validated;
  const answer = await ask('/api/validate', 'POST', { scenario: state.scenario, overrides: state.overrides });
  if (turn !== validated) return answer;
  const wrong = answer.problems.map(p => (p.path ? p.path + ': ' : '') + p.message);
  // Not among complaints, which end with the next step: a mistake stands until it is mended.
  listed($('mistakes'), 'The scenario is not valid:', wrong);
  // What is allowed but perhaps not meant does not stand in the way.
  listed($('notes'), 'Note:', answer.valid ? answer.warnings : []);
  return answer;
}

export function reset() { state.overrides = {}; draw(); changed(); }
