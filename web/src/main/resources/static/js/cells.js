// The grid as data: what stands in each cell, and how it is painted. The page arrives as HTML; this reads it once.
import { make, settings } from './words.js';

export const table = document.getElementById('grid');
export const { school, group, subject, period } = table.dataset;
export const scale = table.dataset.values.split(' ').filter(Boolean);
export const late = settings.absences.find((each) => each.kind === 'late')?.code;

export const columns = [...table.tHead.querySelectorAll('[data-lesson]')].map((th, at) => ({
  at, th, lesson: th.dataset.lesson, date: th.dataset.date, fixed: th.classList.contains('fixed'),
  topic: th.dataset.topic ?? '', version: Number(th.dataset.version), workType: undefined,
  homework: th.dataset.homework
    ? { text: th.dataset.homework, due: th.dataset.due, minutes: Number(th.dataset.minutes) || null } : null,
}));

export const rows = [...table.tBodies[0].rows].map((tr, at) => ({
  at, tr, pupil: tr.dataset.row, name: tr.cells[0].lastChild.textContent,
  average: tr.querySelector('.average'), forecast: tr.querySelector('.forecast'), cells: [],
}));

const found = new Map();
const key = (lesson, pupil) => lesson + pupil;

for (const row of rows) {
  row.cells = [...row.tr.querySelectorAll('td[data-lesson]')].map((td, at) => {
    const link = td.querySelector('button');
    if (link) td.replaceChildren(...link.childNodes);
    const cell = { td, row, column: columns[at], member: !td.classList.contains('out'), marks: marksIn(td),
      absence: absenceIn(td), state: '' };
    cell.writable = cell.member && !columns[at].fixed && table.getAttribute('aria-readonly') !== 'true';
    found.set(key(columns[at].lesson, row.pupil), cell);
    return cell;
  });
}

function marksIn(td) {
  return [...td.querySelectorAll('b')].map((b) => {
    const { mark, version } = b.dataset;
    return { key: mark, id: mark, version: Number(version), value: b.textContent, said: b.classList.contains('said') };
  });
}

function absenceIn(td) {
  const i = td.querySelector('.abs');
  return i && { code: i.textContent, version: Number(i.dataset.version), minutes: Number(i.dataset.minutes) || null };
}

export const at = (row, column) => rows[row]?.cells[column];
export const of = (lesson, pupil) => found.get(key(lesson, pupil));
export const cellOf = (td) => td && of(td.dataset.lesson, td.dataset.pupil);
export const all = () => found.values();
export const columnOf = (lesson) => columns.find((column) => column.lesson === lesson);

const shown = (mark) =>
  make('b', { className: 'v' + mark.value + (mark.comment || mark.said ? ' said' : ''), textContent: mark.value });

function content(cell) {
  const parts = [];
  if (cell.absence) parts.push(make('i', { className: 'abs', textContent: cell.absence.code }));
  cell.marks.forEach((mark, index) => parts.push(...(index ? ['/'] : []), shown(mark)));
  if (cell.typing) parts.push(cell.typing.kind === 'second' && cell.marks.length ? '/' : '',
    cell.typing.text || (cell.typing.kind === 'minutes' ? '…' : '_'));
  return parts;
}

export function paint(cell) {
  if (cell.conflict) return;
  cell.td.replaceChildren(...content(cell));
  mark(cell, cell.state);
  cell.td.toggleAttribute('data-typing', !!cell.typing);
}

export function mark(cell, state) {
  cell.state = state;
  if (state) cell.td.dataset.state = state;
  else delete cell.td.dataset.state;
}

export function glow(element) {
  element.classList.remove('glow');
  void element.offsetWidth;
  element.classList.add('glow');
  element.addEventListener('animationend', () => element.classList.remove('glow'), { once: true });
}

export const text = (cell) =>
  [cell.absence?.code, cell.marks.map((each) => each.value).join('/')].filter(Boolean).join(' ');
