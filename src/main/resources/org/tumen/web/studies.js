// Every kind of question: the studies that are there, each as a form made of its kind's declaration, run with progress.
import { $, announce, ask, askAgain, beside, button, counted, guarded, keepFocus, make, part, quoted, scenarios, state, watched, when, words, writeAddress } from './common.js';
import { Form, mark, offerPaths } from './form.js';
import * as results from './results.js';
import * as tray from './tray.js';

let kinds = [];
let listed = [];
let following = 0;
/** Where the readers of framed pages are, by their windows. */
const places = new WeakMap();
addEventListener('message', event => { if (event.source && event.data?.place) places.set(event.source, event.data.place); });
/** Opens a form over a document that another view has made. */
export function draft(kind, document) {
  sessionStorage.setItem('draft', JSON.stringify(document));
  location.hash = `#/studies/draft:${kind}`;
}

export async function show() {
  clearTimeout(following);
  if (!kinds.length) kinds = await ask('/api/kinds');
  listed = await ask('/api/studies');
  const { work } = state;
  const [name, kind] = state.id.split(':');
  if (!state.id) { list(); return; }
  // A new study begins as a copy of the first that is there: an example is easier to change than nothing to fill.
  const draft = name === 'draft' && sessionStorage.getItem('draft');
  const begun = draft ? JSON.parse(draft)
    : name === 'new' ? { scenario: '../baseline.yaml', ...structuredClone(listed.find(s => s.kinds[0] === kind)?.document ?? { [kind]: {} }), name: 'my-' + kind } : null;
  const study = begun ? null : listed.find(s => s.name === name);
  const own = begun ? kinds.map(k => k.name) : study?.kinds ?? [];
  const asked = kinds.find(k => k.name === (kind ?? own[0]) && own.includes(k.name));
  if (asked) return open(study, asked, begun ?? structuredClone(study.document), work);
  list();
  throw new Error(begun ? `There is no kind of study called ${kind}; there are ${own.join(', ')}.`
    : own.length ? `The study ${name} is not of the kind ${kind}; it is of the kind ${own.join(', ')}.` : `There is no study called ${name}${study ? ' that can be read' : ''}.`);
}

function list() {
  const rows = kind => listed.filter(s => s.kinds.includes(kind.name)).map(s => make('li', { 'data-of': `${s.name}:${kind.name}` },
    make('a', { href: `#/studies/${encodeURIComponent(s.name)}${s.kinds[0] === kind.name ? '' : ':' + kind.name}` }, s.name.replaceAll('-', ' ')), make('p', {}, s.question)));
  const unread = listed.filter(s => !s.kinds.length).flatMap(s => s.problems.length ? s.problems : s.name);
  $('studies').replaceChildren(make('p', { class: 'lead' }, 'A study is a question in a file. Open one, change it, run it here or on the command line; what it finds is the same. ', make('span', { id: 'answers-note', class: 'muted', role: 'status' })),
    unread.length ? make('div', { class: 'problems' }, make('strong', {}, 'Not studies, or not to be read:'), make('ul', {}, unread.map(problem => make('li', {}, problem)))) : '',
    // What is asked most stands first.
    ...[...kinds].sort((a, b) => rows(b).length - rows(a).length).map(kind => make('section', { class: 'kind' }, make('div', { class: 'row' }, make('h3', {}, words(kind.name)),
      make('a', { class: 'button small', href: `#/studies/new:${kind.name}` }, 'New')), make('p', { class: 'muted' }, kind.description), make('ul', { class: 'study-list' }, rows(kind)))));
  watched(answers)();
}

/** Adds to each study that is listed what was found last, as it is found out which results are of it; nobody waits for it. */
async function answers() {
  if (state.view !== 'studies' || state.id) return;
  const found = (await ask('/api/results?studies=true')).filter(r => r.answer?.length).sort((a, b) => b.modified.localeCompare(a.modified));
  for (const row of document.querySelectorAll('.study-list li')) {
    const of = key => found.find(r => `${r.made_by?.[key]}:${r.made_by?.kind}` === row.dataset.of);
    const [last, outside] = [of('study'), of('outside')];
    if (row.querySelector('.found')) continue;
    if (last) row.append(make('p', { class: 'found' }, last.answer[0], ' ', make('a', { href: '#/results/' + encodeURIComponent(last.name) }, `Found ${when(last.modified)}`)));
    else if (outside) row.append(make('p', { class: 'muted found' }, make('a', { href: '#/results/' + encodeURIComponent(outside.name) }, `Found ${when(outside.modified)}`),
      ' with --allow-outside, of files that this page does not read: it cannot tell whether that is still the answer.'));
  }
  const left = found.filter(r => r.made_by?.planning).length;
  $('answers-note').textContent = left ? `Looking which of ${counted(left, 'result')} still answer these …` : '';
  if (left) following = setTimeout(watched(answers), 1500);
}

/** Of how many runs it is, and how many of them were made for it: what was stored is not made again. */
function rests(now) {
  if (now.kept == null) return `${counted(now.runs, 'run')} made`;
  return `its result keeps ${counted(now.kept, 'run')}; ${now.runs ? `${counted(now.runs, 'run')} made now` : 'all that it rests on was stored before, and no run was made now'}`;
}

async function open(study, kind, document, work) {
  const box = make('div', { class: 'form' });
  const general = make('div', { id: 'study-problems', class: 'problems', hidden: true, role: 'status' });
  const name = make('input', { id: 'study-name', value: study?.name ?? document.name ?? '', pattern: '[a-z0-9][a-z0-9\\-]{0,63}', 'aria-describedby': 'study-name-note' });
  const start = make('button', { type: 'button', class: 'primary', onclick: guarded(run) }, 'Run');
  const status = make('div', { id: 'study-status' });
  const found = make('div', { id: 'study-found' });
  const note = make('p', { class: 'note', id: 'study-name-note' });
  let timer = 0;
  let known = 0;
  const before = JSON.stringify(document);
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(guarded(check), 350);
    found.classList.toggle('stale', !!found.childNodes.length && JSON.stringify(document) !== before);
    noted();
  };
  const taken = () => listed.find(s => s.name === name.value);
  const saved = () => !!taken() && JSON.stringify(taken().document) === JSON.stringify(document);
  const file = () => taken()?.file ?? kind.folder + name.value + '.yaml';
  const noted = () => {
    note.textContent = saved() ? file() : taken() ? 'Changed since: save it under another name, and it runs under that.'
      : name.value && name.checkValidity() ? `Will be saved as ${file()}` : 'A name is up to 64 lower-case letters, digits and hyphens.';
  };
  async function check() {
    const answer = await ask('/api/studies/check', 'POST', { document: { ...document, name: name.value } });
    // At their fields, which may be out of sight, and beside what they keep from running.
    mark(box, answer.problems);
    general.hidden = answer.valid;
    general.replaceChildren(make('ul', {}, answer.problems.map(p => make('li', {}, (p.path ? p.path + ': ' : '') + p.message))));
    start.disabled = !answer.valid;
    yaml.textContent = answer.yaml;
    return answer.valid;
  }
  async function run() {
    if (!saved()) {
      await ask('/api/studies', 'POST', { name: name.value, document: { ...document, name: name.value } });
    }
    const begun = await ask('/api/jobs', 'POST', { study: name.value, kind: kind.name });
    state.id = `${name.value}:${kind.name}`;
    state.work = begun.id;
    writeAddress(true);
    announce('The study runs.');
    watched(tray.refresh)();
    await show();
  }
  async function follow(id) {
    clearTimeout(following);
    let now;
    try { now = await askAgain('/api/jobs/' + id, () => state.view === 'studies' && state.work === id); } catch (error) {
      if (error.status !== 404) throw error;
      status.replaceChildren(make('p', { class: 'muted' }, 'The server holds this work no longer; what it found is among the results.'));
      return;
    }
    const running = now.state === 'running';
    start.disabled = running;
    status.replaceChildren(make('p', {}, make('strong', {}, { running: 'Running', done: 'Done', cancelled: 'Cancelled; what was finished is kept, and Run goes on with it', failed: 'Failed' }[now.state]),
      ` · ${now.name}, ${words(now.kind)} · begun ${when(now.begun)}${running && now.detail ? '' : ' · ' + rests(now)}${now.problem ? ' · ' + now.problem : ''}`),
    ...(running ? [make('div', { class: 'meter' }, make('progress', { max: 1, value: part(now), 'aria-label': 'Runs of the study' }), make('span', {}, now.detail)),
      button('Cancel', () => ask('/api/jobs/' + id, 'DELETE'))] : []), make('pre', {}, now.command));
    if (now.known > known) { known = now.known; frame(now); }
    if (running) { following = setTimeout(watched(() => state.view === 'studies' && follow(id)), 700); return; }
    document_ended(now);
    if (now.state === 'done') {
      const result = (await ask('/api/results')).find(r => r.name === now.result);
      if (result) found.replaceChildren(...results.report(result));
    }
  }
  /** What is known so far: drawn out of sight, then shown in place of what was there, where its reader was. */
  function frame(now) {
    const before = found.querySelector('iframe');
    const next = make('iframe', { class: before ? 'report coming' : 'report', src: `/api/jobs/${now.id}/findings?known=${now.known}`, sandbox: 'allow-scripts allow-downloads', title: `Findings so far of ${now.name}` });
    next.addEventListener('load', () => {
      if (!before?.isConnected || !next.isConnected) return;
      const place = places.get(before.contentWindow);
      if (place) next.contentWindow.postMessage({ place }, '*');
      setTimeout(() => { before.remove(); next.classList.remove('coming'); }, 150);
    });
    found.append(next);
    window.document.body.dataset.known = now.known;
  }
  const document_ended = now => { window.document.body.dataset.studied = now.id; announce(`The study is ${now.state}.`); };
  const yaml = make('pre', { tabindex: 0 });
  const form = new Form(kind.schema, document, changed);
  const own = new Set(kinds.map(k => k.name));
  const keys = Object.keys(kind.schema.properties).filter(k => k !== 'name' && (!own.has(k) || k === kind.name && kind.schema.properties[k].properties));
  box.append(...keys.map(key => form.field(document, key, kind.schema.properties[key], key, key)));
  name.addEventListener('change', changed);
  $('studies').replaceChildren(make('p', {}, make('a', { href: '#/studies' }, 'All studies')), make('div', { class: 'row' }, make('h3', {}, (study?.name ?? 'new ' + kind.name).replaceAll('-', ' ')),
    ...(study && study.kinds.length > 1 ? study.kinds.map(k => make('a', { href: `#/studies/${study.name}:${k}`, class: 'button small' }, words(k))) : [])), make('p', { class: 'muted' }, kind.description),
  make('div', { class: 'run-bar' }, make('label', { for: 'study-name' }, 'Name'), name, start, button('Command', () => {
    status.replaceChildren(make('pre', {}, `${kind.command} ${quoted(file())}`),
      saved() ? '' : make('p', { class: 'note' }, taken() ? 'The file is as it was before the changes.' : 'There is no such file until Run has saved it.'));
  })), note,
  general, status, found, make('details', { open: !work }, make('summary', {}, 'The question and its settings'), box),
  make('details', {}, make('summary', {}, 'The study as a file'), yaml));
  noted();
  keepFocus();
  const first = scenarios.find(s => beside(s.name) === (document.scenario ?? Object.values(document.worlds ?? {})[0]?.scenario))?.name;
  if (first) offerPaths((await ask(`/api/scenarios/${encodeURIComponent(first)}/parameters`)).groups.flatMap(g => g.parameters));
  await check();
  if (work) await follow(work);
}
