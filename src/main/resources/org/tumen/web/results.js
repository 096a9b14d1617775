// The result folders, their reports and files, and questions in SQL.
import { $, ask, button, counted, make, state, table, when, whole, writeAddress } from './common.js';

let answer = null;

const link = (name, file) => `/api/results/${encodeURIComponent(name)}/files/${file.split('/').map(encodeURIComponent).join('/')}`;

/** The list; over it the report of the result that the address names. */
export async function show() {
  // What was found last stands first.
  const results = (await ask('/api/results')).sort((a, b) => b.modified.localeCompare(a.modified));
  const open = results.find(r => r.name === state.id);
  $('result-report').hidden = !open;
  $('result-report').replaceChildren(...(open ? report(open) : []));
  $('result-list').replaceChildren(...results.filter(r => r !== open).map(row));
  if (!results.length) $('result-list').append(make('p', { class: 'muted' }, 'There is no result yet. Run a scenario and save it, or run a study.'));
  $('sql-result').replaceChildren(...results.filter(r => r.runs).map(r => make('option', { value: r.name }, r.name)));
  if (open?.runs) $('sql-result').value = open.name;
  $('ask').disabled = !$('sql-result').options.length;
  if (state.id && !open) throw new Error(`There is no result called ${state.id}; it may have been deleted.`);
}

/** A report stands in a frame of an origin of its own, as it does in a file. */
export function report(result) {
  const all = make('a', { href: '#/results', class: 'button' }, 'All results');
  if (!result.files.includes('report.html')) {
    return [make('div', { class: 'row' }, make('h3', {}, result.name), all), make('p', {}, 'It has no report.'), ...making(result), ...more(result)];
  }
  return [make('div', { class: 'row' }, make('h3', {}, result.name), all,
    make('a', { class: 'button', href: link(result.name, 'report.html'), target: '_blank', rel: 'noopener' }, 'Open alone')),
  make('iframe', { class: 'report', src: link(result.name, 'report.html'), sandbox: 'allow-scripts allow-downloads', title: 'Report of ' + result.name }), ...more(result)];
}

function facts(r) {
  if (r.problem) return r.problem;
  const arms = r.kind === 'comparison' ? `${r.arms.length} arms` : null;
  return [r.kind, r.runs ? `${counted(r.runs, 'run')} of ${counted(r.weeks, 'week')}` : null, arms, r.seed == null ? null : `seed ${r.seed}`, when(r.modified)].filter(Boolean).join(', ');
}

/** The command of a result, and what it is good for where the result was stopped or killed, or is being made. */
function making(r) {
  const goesOn = r.command ? 'this command goes on from what is stored:' : 'the command that began it, given again, goes on from what is stored.';
  // The report is made last: all runs may be there, and what they say not yet.
  const unfinished = r.finished === false ? 'Unfinished. ' : r.runs && !r.files.includes('report.html') ? 'Not analysed to its end. ' : null;
  return [unfinished && !r.problem ? make('p', {}, make('strong', {}, unfinished), 'Where nothing works at it at this moment, ' + goesOn) : '',
    r.command ? make('code', {}, r.command) : ''];
}

function more(r) {
  // The parts are for the program; whoever wants them finds them in the folder.
  const others = r.files.filter(f => f !== 'report.html' && !/^(runs|weekly|events|parameters|receipts)\//.test(f));
  return [make('details', {}, make('summary', {}, counted(others.length, 'file')), make('ul', {}, others.map(f => make('li', {}, make('a', { href: link(r.name, f) }, f)))))];
}

function row(r) {
  return make('div', { class: 'result' }, make('h3', {}, make('a', { href: '#/results/' + encodeURIComponent(r.name) }, r.name)),
    r.question ? make('p', {}, r.question) : null, r.answer?.length ? make('p', { class: 'found' }, r.answer.join(' ')) : null,
    make('p', { class: 'muted' }, facts(r)), ...making(r), make('div', { class: 'row' }, ...more(r),
      button('Delete', async () => {
        if (!confirm(`Delete results/${r.name}, ${counted(r.files.length, 'file')}? This cannot be undone.`)) return;
        await ask('/api/results/' + encodeURIComponent(r.name), 'DELETE');
        if (state.id === r.name) { state.id = ''; writeAddress(); }
        await show();
      }, { 'aria-label': 'Delete ' + r.name })));
}

export async function query() {
  $('csv').disabled = true;
  $('sql-note').textContent = 'Asking …';
  try {
    answer = await ask('/api/sql', 'POST', { result: $('sql-result').value, sql: $('sql').value });
  } catch (error) { $('sql-note').textContent = ''; throw error; }
  const figures = answer.columns.map((_, i) => answer.rows.every(r => r[i] == null || typeof r[i] === 'number'));
  table($('answer'), answer.columns.map((c, i) => [c, figures[i]]), answer.rows.map(r => r.map(v => v == null ? '' : String(v))));
  $('sql-note').textContent = counted(answer.rows.length, 'row') + (answer.truncated ? '; there are more' : '');
  $('csv').disabled = false;
}

export function csv() {
  const field = v => v == null ? '' : /[",\r\n]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v);
  const text = [answer.columns, ...answer.rows].map(r => r.map(field).join(',') + '\r\n').join('');
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })), download: 'answer.csv' });
  link.click();
  URL.revokeObjectURL(link.href);
}
