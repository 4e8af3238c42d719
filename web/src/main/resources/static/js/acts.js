// What a hand does to cells: changes the grid at once, queues the change and can take it back.
import { columnOf, late, mark as show, of, paint } from './cells.js';
import { pendingIn, push } from './queue.js';

const STEPS = 200;
const done = [];
const undone = [];
let open = null;

// Everything inside is one step for undo.
export function step(work) {
  if (open) return work();
  open = [];
  try {
    work();
  } finally {
    if (open.length) { done.push(open); undone.length = 0; }
    if (done.length > STEPS) done.shift();
    open = null;
  }
}

export const undo = () => back(done, undone, (change) => ({ ...change, before: change.after, after: change.before }));
export const redo = () => back(undone, done, (change) => change);

function back(from, to, turn) {
  const changes = from.pop();
  if (!changes) return null;
  to.push(changes);
  const order = from === done ? changes.toReversed() : changes;
  order.map(turn).forEach(apply);
  return changes.at(-1).cell;
}

function record(change) {
  open?.push(change);
  apply(change);
}

// One change of a mark or an absence: null is nothing.
function apply({ cell, mark, before, after, reason }) {
  const { lesson } = cell.column;
  const { pupil } = cell.row;
  if (mark) {
    const entry = { thing: 'mark ' + mark.key, lesson, pupil, key: mark.key, id: mark.id, base: mark.version, reason };
    if (after && !before) {
      Object.assign(mark, after, { id: undefined, version: undefined, key: crypto.randomUUID() });
      cell.marks.push(mark);
      push({ ...entry, act: 'give', thing: 'mark ' + mark.key, key: mark.key, id: undefined, base: undefined,
        ...after });
    } else if (after) {
      Object.assign(mark, after);
      push({ ...entry, act: 'correct', ...after });
    } else {
      cell.marks.splice(cell.marks.indexOf(mark), 1);
      push({ ...entry, act: 'remove' });
    }
  } else {
    const base = cell.absence?.version ?? cell.presence ?? 0;
    cell.presence = base;
    cell.absence = after && { ...after, version: base };
    push({ act: 'absence', thing: 'absence ' + lesson + pupil, lesson, pupil, code: after?.code ?? null,
      minutes: after?.minutes, base, reason });
  }
  show(cell, pendingIn(lesson, pupil) ? 'sending' : '');
  paint(cell);
}

const facts = ({ value, workType, comment }) => ({ value, workType, comment });
const workTypeId = (mark) => mark.workType?.id ?? mark.workType;

export function give(cell, value) {
  if (cell.writable) record({ cell, mark: {}, before: null, after: facts({ value, workType: cell.column.workType }) });
}

export function correct(cell, mark, changed) {
  if (!cell.writable) return;
  const before = facts({ ...mark, workType: workTypeId(mark) });
  const after = { ...before, ...changed };
  if (JSON.stringify(before) !== JSON.stringify(after)) record({ cell, mark, before, after });
}

// A value typed into a cell: corrects the last mark that stands there.
export function put(cell, value) {
  const last = cell.marks.at(-1);
  if (last) correct(cell, last, { value });
  else give(cell, value);
}

export function remove(cell, mark, reason) {
  if (cell.writable) record({ cell, mark, before: facts({ ...mark, workType: workTypeId(mark) }), after: null,
    reason });
}

export function absent(cell, code, minutes, reason) {
  if (!cell.writable) return;
  const before = cell.absence && { code: cell.absence.code, minutes: cell.absence.minutes };
  const after = code ? { code, minutes: code === late ? minutes ?? null : null } : null;
  if (JSON.stringify(before) !== JSON.stringify(after)) record({ cell, before, after, reason });
}

export function clear(cell, reason) {
  step(() => {
    [...cell.marks].forEach((mark) => remove(cell, mark, reason));
    if (cell.absence) absent(cell, null, null, reason);
  });
}

// Sets a cell to what a text says: marks by "/", an absence code, or both.
export function write(cell, value, codes) {
  step(() => {
    const words = value.toLowerCase().split(/\s+/).filter(Boolean);
    const code = words.find((word) => codes.includes(word));
    const values = words.filter((word) => word !== code).join('/').split('/').filter(Boolean);
    if (code) absent(cell, code);
    values.forEach((each, index) =>
      (cell.marks[index] ? correct(cell, cell.marks[index], { value: each }) : give(cell, each)));
  });
}

export function note(lesson, act, fields) {
  const column = columnOf(lesson);
  push({ act, thing: 'lesson ' + lesson, lesson, base: column.version, ...fields });
}

// Shows what waited through a reload as if it had just been typed.
export function replay(entry) {
  const cell = of(entry.lesson, entry.pupil);
  if (!cell) return;
  const mark = cell.marks.find((each) => each.key === entry.key || each.id === entry.id);
  if (entry.act === 'absence') cell.absence = entry.code
    ? { code: entry.code, minutes: entry.minutes, version: entry.base } : null;
  if (entry.act === 'give' && !mark) cell.marks.push({ key: entry.key, value: entry.value });
  if (entry.act === 'correct' && mark) Object.assign(mark, { value: entry.value });
  if (entry.act === 'remove' && mark) cell.marks.splice(cell.marks.indexOf(mark), 1);
  show(cell, 'queued');
  paint(cell);
}

// Sends a change once more that was answered with a no: with a reason, or on top of what stands there now.
export function again(entry, more) {
  const { opId, ...rest } = entry;
  push({ ...rest, ...more });
  const cell = of(entry.lesson, entry.pupil);
  if (cell) { show(cell, 'sending'); paint(cell); }
}

