// The result folders, their files, and questions in SQL.
import { $, ask, make, table } from './common.js';

let answer = null;

export async function list() {
  const results = await ask('/api/results');
  $('result-list').replaceChildren(...results.map(r => {
    const link = file => `/api/results/${encodeURIComponent(r.name)}/files/${file.split('/').map(encodeURIComponent).join('/')}`;
    const others = r.files.filter(f => f !== 'report.html');
    return make('div', { class: 'result' }, make('h3', {}, r.name),
      make('p', { class: 'muted' }, r.problem ?? `${r.runs.toLocaleString('en')} runs of ${r.weeks} weeks, seed ${r.seed}, ${r.arms.length === 1 ? 'one arm' : r.arms.length + ' arms'}${r.finished ? '' : ', unfinished'}`),
      make('div', { class: 'row' }, r.files.includes('report.html') ? make('a', { class: 'button', href: link('report.html'), target: '_blank', rel: 'noopener' }, 'Open the report') : null,
        make('details', {}, make('summary', {}, `${others.length} files`), make('ul', {}, others.map(f => make('li', {}, make('a', { href: link(f) }, f)))))));
  }));
  if (!results.length) $('result-list').append(make('p', { class: 'muted' }, 'There is no result yet. Run a scenario and save it, or run tumen batch.'));
  const chosen = $('sql-result').value;
  $('sql-result').replaceChildren(...results.map(r => make('option', { value: r.name }, r.name)));
  if (results.some(r => r.name === chosen)) $('sql-result').value = chosen;
  $('ask').disabled = !results.length;
}

export async function query() {
  $('csv').disabled = true;
  $('sql-note').textContent = 'Asking …';
  try {
    answer = await ask('/api/sql', 'POST', { result: $('sql-result').value, sql: $('sql').value });
  } catch (error) { $('sql-note').textContent = ''; throw error; }
  const figures = answer.columns.map((_, i) => answer.rows.every(r => r[i] == null || typeof r[i] === 'number'));
  table($('answer'), answer.columns.map((c, i) => [c, figures[i]]), answer.rows.map(r => r.map(v => v == null ? '' : String(v))));
  $('sql-note').textContent = `${answer.rows.length} rows` + (answer.truncated ? '; there are more' : '');
  $('csv').disabled = false;
}

export function csv() {
  const field = v => v == null ? '' : /[",\r\n]/.test(String(v)) ? `"${String(v).replaceAll('"', '""')}"` : String(v);
  const text = [answer.columns, ...answer.rows].map(r => r.map(field).join(',') + '\r\n').join('');
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })), download: 'answer.csv' });
  link.click();
  URL.revokeObjectURL(link.href);
}
