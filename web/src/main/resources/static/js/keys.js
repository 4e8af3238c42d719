// The keyboard of the grid. Letters go by their place on the keyboard, so that either layout works.
import { absent, clear, give, put, redo, step as once, undo } from './acts.js';
import { choose } from './conflict.js';
import { late, paint, rows, scale } from './cells.js';
import { active, chosen, end, go, isRange, spot, step, to } from './grid.js';
import { settings } from './words.js';

const KINDS = { KeyY: 'unknown', Comma: 'ill', KeyE: 'excused', KeyG: 'unexcused', KeyJ: 'late', KeyC: 'exempt' };
const LETTERS = Object.fromEntries(Object.entries(KINDS).map(([key, kind]) =>
  [key, settings.absences.find((each) => each.kind === kind)?.code]));
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const hooks = {};
let typed = null;

export const onKey = (handlers) => Object.assign(hooks, handlers);

const digitOf = (event) => (event.shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]);

export function press(event) {
  const cell = active();
  if (!cell || event.isComposing) return;
  if (event.ctrlKey || event.metaKey ? command(event, cell) : event.altKey ? false
    : plain(event, cell)) event.preventDefault();
}

function command(event, cell) {
  const move = { Home: [0, 0], End: [rows.length - 1, Infinity] }[event.key];
  if (move) return go(...move, { extend: event.shiftKey }) ?? true;
  if (event.code === 'KeyZ') return travel(event.shiftKey ? redo() : undo());
  if (event.code === 'KeyY') return travel(redo());
  if (event.code === 'KeyD') return fill() ?? true;
  if (event.code === 'KeyH' && event.shiftKey) return hooks.veil() ?? true;
  if (event.key === 'Enter') return hooks.savePanel(cell) ?? true;
  return false;
}

function travel(cell) {
  if (cell) to(cell);
  return true;
}

function plain(event, cell) {
  const digit = digitOf(event);
  if (cell.typing && typing(event, cell, digit)) return true;
  if (digit && choose(cell, digit)) return true;
  if (digit) return value(digit);
  if (event.key === '/') return second(cell);
  if (event.key === '?') return hooks.legend() ?? true;
  if (MOVES[event.key]) return step(...MOVES[event.key], { extend: event.shiftKey }) ?? true;
  if (LETTERS[event.code] && !event.shiftKey) return letter(LETTERS[event.code]);
  return other(event, cell);
}

function other(event, cell) {
  switch (event.code) {
    case 'Tab': return tab(event.shiftKey ? -1 : 1);
    case 'Enter': case 'NumpadEnter': return step(event.shiftKey ? -1 : 1, 0) ?? true;
    case 'Home': return go(spot.row, 0, { extend: event.shiftKey }) ?? true;
    case 'End': return go(spot.row, Infinity, { extend: event.shiftKey }) ?? true;
    case 'PageUp': return step(-8, 0, { extend: event.shiftKey }) ?? true;
    case 'PageDown': return step(8, 0, { extend: event.shiftKey }) ?? true;
    case 'Delete': case 'Backspace': return erase();
    case 'Space': return hooks.card(cell) ?? true;
    case 'KeyT': return hooks.panel('topic') ?? true;
    case 'KeyD': return hooks.panel('homework') ?? true;
    case 'BracketLeft': return step(0, -1) ?? true;
    case 'BracketRight': return step(0, 1) ?? true;
    case 'Escape': return to(cell) ?? true;
    default: return false;
  }
}

function tab(way) {
  const next = spot.column + way;
  if (next < 0 || next >= rows[spot.row].cells.length) return false;
  return step(0, way) ?? true;
}

// Digits and Enter while something is begun in the cell: minutes of a late arrival, a second mark, a value of many
// digits.
function typing(event, cell, digit) {
  if (event.key === 'Escape') { end(cell, 'drop'); return true; }
  if (event.key === 'Backspace') { cell.typing.text = cell.typing.text.slice(0, -1); paint(cell); return true; }
  if (['Enter', 'NumpadEnter'].includes(event.code)) return step(1, 0) ?? true;
  if (digit === undefined) return false;
  if (cell.typing.kind !== 'minutes' && !isBegun(cell.typing.text + digit)) return true;
  cell.typing.text += digit;
  if (cell.typing.kind !== 'minutes' && isWhole(cell.typing.text)) return step(1, 0) ?? true;
  paint(cell);
  return true;
}

// Whether the scale has a value that begins so; what it has not is not even shown.
const isBegun = (text) => scale.some((each) => each.startsWith(text));

// Whether a value needs no further key: no longer value of the scale begins with it.
const isWhole = (text) => !scale.some((each) => each !== text && each.startsWith(text));

function begin(cell, kind, text, finish) {
  cell.typing = { kind, text, finish };
  paint(cell);
  return true;
}

export function value(digit) {
  const cells = chosen();
  const cell = cells[0];
  if (!cells.some((each) => each.writable)) return hooks.fixed(cells[0]) ?? true;
  if (!isBegun(digit)) return true;
  if (!isWhole(digit)) return begin(cell, 'value', digit,
    (text) => once(() => chosen().forEach((each) => put(each, text))));
  once(() => cells.forEach((each) => put(each, digit)));
  typed = cell;
  if (!isRange()) step(1, 0);
  return true;
}

export function letter(code) {
  const cells = chosen();
  if (!cells.some((each) => each.writable)) return hooks.fixed(cells[0]) ?? true;
  once(() => cells.forEach((each) => absent(each, code)));
  if (isRange()) return true;
  if (code === late) return begin(cells[0], 'minutes', '',
    (text) => text && once(() => absent(cells[0], code, Number(text))));
  step(1, 0);
  return true;
}

// A second mark: in this cell, or in the one above that was just filled.
export function second(cell) {
  const target = cell.marks.length || !typed?.marks.length ? cell : typed;
  if (!target.writable) return true;
  if (target !== cell) to(target);
  return begin(target, 'second', '', (text) => text && once(() => give(target, text)));
}

export function erase() {
  once(() => chosen().filter((each) => each.writable).forEach((each) =>
    (each.refused ? hooks.giveUp(each) : clear(each))));
  return true;
}

function fill() {
  const cells = chosen();
  once(() => cells.forEach((cell) => {
    const top = cells.find((each) => each.column === cell.column);
    const from = top.marks.at(-1)?.value;
    if (cell === top || !cell.writable) return;
    if (from) put(cell, from);
    if (top.absence) absent(cell, top.absence.code, top.absence.minutes);
  }));
}

