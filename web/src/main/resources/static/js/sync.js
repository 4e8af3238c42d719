// Brings the grid up to what the server knows, without touching what is being typed, focused or on its way.
import { all, columnOf, columns, glow, group, paint, period, rows, school, subject, of } from './cells.js';
import { count, pendingIn } from './queue.js';
import { seen } from './live.js';
import { say } from './words.js';

const QUIET = 250;
const APART = 1500;
let timer;
let last = 0;
let running = false;

export function soon() {
  clearTimeout(timer);
  timer = setTimeout(sync, Math.max(QUIET, last + APART - Date.now()));
}

export async function sync() {
  if (running) return soon();
  running = true;
  last = Date.now();
  const address = `/api/v1/schools/${school}/journal?group=${group}&subject=${subject}&period=${period}`;
  const answer = await fetch(address, { headers: seen() ? { 'Parta-Seen': seen() } : {} }).catch(() => null);
  running = false;
  if (!answer?.ok) return undefined;
  return take(await answer.json());
}

function take(page) {
  const alike = page.columns.length === columns.length && page.rows.length === rows.length
    && page.columns.every((lesson, at) => lesson.id === columns[at].lesson)
      && page.rows.every((row, at) => row.pupil === rows[at].pupil);
  if (!alike) return count() || [...all()].some((cell) => cell.typing || cell.refused) ? undefined : location.reload();
  page.columns.forEach(takeLesson);
  let changed = 0;
  for (const row of page.rows) for (const fresh of row.cells) changed += takeCell(of(fresh.lesson, row.pupil), fresh)
    ? 1 : 0;
  page.rows.forEach((row, at) => takeSums(rows[at], row));
  if (changed) document.getElementById('news').textContent = say('news', changed);
  document.dispatchEvent(new CustomEvent('parta:synced'));
  return undefined;
}

const print = (cell) =>
  JSON.stringify([cell.marks.map((mark) => [mark.id, mark.value, mark.version]), cell.absence?.code,
  cell.absence?.minutes]);
const face = (cell) =>
  JSON.stringify([cell.marks.map((mark) => [mark.value, !!(mark.comment || mark.said)]), cell.absence?.code,
  cell.absence?.minutes ?? null]);

function takeCell(cell, fresh) {
  if (!cell || cell.typing || cell.refused || cell.conflict || pendingIn(fresh.lesson, cell.row.pupil)) return false;
  const before = face(cell);
  const same = print(cell) === print(fresh);
  cell.marks = fresh.marks.map((mark) => {
    const there = cell.marks.find((each) => each.id === mark.id);
    return there ? Object.assign(there, mark, { said: false }) : { ...mark, key: mark.id };
  });
  cell.absence = fresh.absence;
  if (fresh.absence) delete cell.presence;
  if (same && before === face(cell)) return false;
  paint(cell);
  if (before === face(cell)) return false;
  glow(cell.td);
  return true;
}

function takeSums(row, { average, forecast }) {
  const comma = document.documentElement.lang === 'ru' ? (average ?? '').replace('.', ',') : average ?? '';
  if (row.average.textContent !== comma) row.average.textContent = comma;
  if (row.forecast.textContent !== (forecast ?? '')) row.forecast.textContent = forecast ?? '';
}

function takeLesson({ id, topic, homework, version }) {
  const column = columnOf(id);
  if (column.version === version) return;
  Object.assign(column, { topic: topic ?? '', homework, version });
  column.th.classList.toggle('gap', !topic && column.date <= new Date().toISOString().slice(0, 10));
  document.dispatchEvent(new CustomEvent('parta:lesson', { detail: column }));
}

document.addEventListener('parta:changed', ({ detail }) => { if (!detail.lesson || columnOf(detail.lesson)) soon(); });
document.addEventListener('parta:reload', soon);
