// Running and recent work, wherever it was begun: seen again by a click, stopped by another.
import { $, announce, ask, askAgain, button, changes, make, part, watched, when, whole } from './common.js';

let known = new Map();
let waiting = 0;

const told = { running: 'running', done: 'done', cancelled: 'cancelled', failed: 'failed' };

function row(item) {
  const running = item.state === 'running';
  const detail = item.kind === 'study' ? item.detail : [`${whole(item.runs)} of ${whole(item.wanted)} runs`, `seed ${item.seed}`].join(', ');
  return make('div', { class: 'tray-item' },
    make('a', { href: item.kind === 'study' ? `#/studies/${encodeURIComponent(item.name)}?work=${item.id}` : '#/run/' + item.id }, item.name),
    make('span', { class: 'muted small' }, [told[item.state], detail, when(item.begun)].filter(said => said).join(', ')),
    item.changes?.length ? make('span', { class: 'small' }, item.changes.join(', ')) : null,
    running ? make('div', { class: 'row' }, make('progress', { max: 1, value: part(item), 'aria-label': 'Runs of ' + item.name }),
      button('Cancel', async () => { await ask(item.kind === 'study' ? '/api/jobs/' + item.id : '/api/runs/' + item.id, 'DELETE'); await refresh(); })) : null);
}

export async function refresh() {
  clearTimeout(waiting);
  const items = [...(await askAgain('/api/jobs')).map(w => ({ ...w, kind: 'study' })),
    ...(await askAgain('/api/runs')).map(r => ({ ...r, name: r.scenario, changes: changes(r.overrides) }))].sort((a, b) => b.begun.localeCompare(a.begun));
  const running = items.filter(i => i.state === 'running').length;
  $('tray-count').hidden = !running;
  $('tray-count').textContent = `${running} running`;
  $('tray-list').replaceChildren(...(items.length ? items.map(row) : [make('p', { class: 'muted' }, 'Nothing has run yet.')]));
  for (const item of items) if (known.get(item.id) === 'running' && item.state !== 'running') announce(`${item.name}: ${told[item.state]}`);
  known = new Map(items.map(i => [i.id, i.state]));
  if (running) waiting = setTimeout(watched(refresh), 1500);
}

$('tray').addEventListener('toggle', () => { if ($('tray').open) watched(refresh)(); });
document.addEventListener('click', event => { if (!event.target.closest('#tray')) $('tray').open = false; });
document.addEventListener('keydown', event => { if (event.key === 'Escape' && $('tray').open) { $('tray').open = false; $('tray').querySelector('summary').focus(); } });
