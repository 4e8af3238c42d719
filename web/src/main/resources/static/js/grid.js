// Where the hand is: one tab stop, arrows, a range, and the column whose lesson is shown.
import { at, cellOf, columns, paint, rows, table } from './cells.js';

export const spot = { row: 0, column: Math.max(0, columns.findIndex(({ th }) => th.classList.contains('now'))) };
let corner = { ...spot };
let range = [];
const hooks = { moved() {}, shown() {} };

export const onMove = (handlers) => Object.assign(hooks, handlers);
export const active = () => at(spot.row, spot.column);
export const chosen = () => (range.length > 1 ? range : [active()].filter(Boolean));
export const isRange = () => range.length > 1;
export const isPhone = () => getComputedStyle(document.querySelector('.lessonbar')).display !== 'none';

const within = (value, size) => Math.min(Math.max(value, 0), size - 1);

export function go(row, column, { extend = false, focus = true } = {}) {
  const before = active();
  if (before?.typing) end(before);
  if (before) before.td.tabIndex = -1;
  Object.assign(spot, { row: within(row, rows.length), column: within(column, columns.length) });
  const cell = active();
  if (!cell) return;
  cell.td.tabIndex = 0;
  if (!extend) corner = { ...spot };
  select();
  if (columns[spot.column] !== shownColumn()) showColumn(spot.column);
  if (focus) cell.td.focus({ preventScroll: true });
  if (focus) reveal(cell.td);
  hooks.moved(cell);
}

export const step = (rowsDown, columnsRight, how) => go(spot.row + rowsDown, spot.column + columnsRight, how);
export const to = (cell, how) => go(cell.row.at, cell.column.at, how);

// What was begun in a cell counts when the hand leaves it.
export function end(cell, how = 'keep') {
  const { typing } = cell;
  delete cell.typing;
  if (typing && how === 'keep') typing.finish?.(typing.text);
  paint(cell);
}

function reveal(td) {
  if (isPhone()) return td.scrollIntoView({ block: 'nearest' });
  const pane = table.parentElement;
  const box = td.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const head = table.tHead.offsetHeight;
  const names = rows[0].tr.cells[0].offsetWidth;
  const sums = rows[0].average.offsetWidth + rows[0].forecast.offsetWidth;
  if (box.top < view.top + head) pane.scrollTop -= view.top + head - box.top;
  else if (box.bottom > view.bottom - 4) pane.scrollTop += box.bottom - view.bottom + 4;
  if (box.left < view.left + names) pane.scrollLeft -= view.left + names - box.left;
  else if (box.right > view.right - sums) pane.scrollLeft += box.right - view.right + sums;
  return undefined;
}

function select() {
  range.forEach((cell) => { cell.td.classList.remove('chosen'); cell.td.removeAttribute('aria-selected'); });
  const [top, bottom] = [corner.row, spot.row].sort((one, other) => one - other);
  const [left, right] = [corner.column, spot.column].sort((one, other) => one - other);
  range = rows.slice(top, bottom + 1).flatMap((row) => row.cells.slice(left, right + 1));
  if (range.length === 1) return;
  range.forEach((cell) => { cell.td.classList.add('chosen'); cell.td.setAttribute('aria-selected', 'true'); });
}

export const shownColumn = () => columns.find(({ th }) => th.classList.contains('now'));

export function showColumn(index) {
  const before = shownColumn();
  const column = columns[within(index, columns.length)];
  for (const each of [before, column]) {
    if (!each) continue;
    const now = each === column;
    each.th.classList.toggle('now', now);
    rows.forEach((row) => row.cells[each.at].td.classList.toggle('now', now));
  }
  hooks.shown(column);
}


table.tBodies[0].addEventListener('pointerdown', (event) => {
  const cell = cellOf(event.target.closest('td[data-lesson]'));
  if (!cell || event.button) return;
  event.preventDefault();
  to(cell, { extend: event.shiftKey });
});
table.tBodies[0].addEventListener('pointerover', (event) => {
  if (event.buttons !== 1 || event.pointerType !== 'mouse') return;
  const cell = cellOf(event.target.closest('td[data-lesson]'));
  if (cell) to(cell, { extend: true });
});
table.tBodies[0].addEventListener('focusin', (event) => {
  const cell = cellOf(event.target.closest('td[data-lesson]'));
  if (cell && cell !== active()) to(cell, { focus: false });
});
