// What the server says to each change: saved, overtaken by somebody else, or refused with a reason.
import { columnOf, mark as show, of, paint } from './cells.js';
import { again } from './acts.js';
import { askReason } from './ask.js';
import { settled, trouble } from './status.js';
import { offer } from './conflict.js';
import { pendingIn } from './queue.js';

const SHOWN = 2500;

export function result(entry, answer) {
  if (answer.status === 'applied' || answer.status === 'same') return saved(entry, answer);
  if (answer.status === 'conflict') return overtaken(entry, answer.current);
  return refused(entry, answer.problem ?? {});
}

function saved(entry, { id, version }) {
  settled();
  const cell = of(entry.lesson, entry.pupil);
  if (!cell) return lessonSaved(entry, version);
  const mark = cell.marks.find((each) => each.key === entry.key);
  if (mark) Object.assign(mark, { id, version });
  if (entry.act === 'absence') { cell.presence = version; if (cell.absence) cell.absence.version = version; }
  delete cell.refused;
  if (pendingIn(entry.lesson, entry.pupil)) return undefined;
  show(cell, 'saved');
  setTimeout(() => cell.state === 'saved' && show(cell, ''), SHOWN);
  return undefined;
}

function lessonSaved(entry, version) {
  columnOf(entry.lesson).version = version;
  document.dispatchEvent(new CustomEvent('parta:lesson-saved', { detail: entry }));
}

function overtaken(entry, current) {
  const cell = of(entry.lesson, entry.pupil);
  if (!cell) return lessonOvertaken(entry, current);
  const same = entry.act === 'absence' ? (current?.code ?? null) === entry.code : current?.value === entry.value;
  const unseen = entry.act === 'absence' && !current?.code && !entry.base;
  if (same) return saved(entry, current);
  if (unseen) return again(entry, { base: current?.version ?? null });
  return offer(cell, entry, current);
}

// A topic that somebody else has written meanwhile: theirs is shown beside, ours stays in the field.
function lessonOvertaken(entry, current) {
  const column = columnOf(entry.lesson);
  column.version = current.version;
  document.dispatchEvent(new CustomEvent('parta:lesson-overtaken', { detail: { entry, current } }));
}

async function refused(entry, problem) {
  if (/reason/.test(problem.type ?? '') && !entry.reason) {
    const reason = await askReason(problem);
    if (reason) return again(entry, { reason });
  }
  const cell = of(entry.lesson, entry.pupil);
  trouble(entry, problem, cell);
  if (!cell) return undefined;
  cell.refused = { entry, problem };
  paint(cell);
  return show(cell, 'refused');
}
