// The class page: ties the grid, the keyboard, the queue and the live stream together.
import { columns, mark, of, rows, table } from './cells.js';
import { replay } from './acts.js';
import { giveUp, open } from './card.js';
import { go, onMove, to } from './grid.js';
import { moved } from './keypad.js';
import { onKey, press } from './keys.js';
import { jump, save, shown } from './lesson.js';
import { count, isAway, on, pendingIn, restore } from './queue.js';
import { result } from './results.js';
import { finder, remark, write } from './status.js';
import { soon } from './sync.js';
import { say } from './words.js';
import './paste.js';

const legend = document.getElementById('keys');

function state() {
  write();
  const queued = isAway() || !navigator.onLine;
  for (const td of table.querySelectorAll(queued ? '[data-state=sending]' : '[data-state=queued]')) {
    const cell = of(td.dataset.lesson, td.dataset.pupil);
    if (pendingIn(td.dataset.lesson, td.dataset.pupil)) mark(cell, queued ? 'queued' : 'sending');
  }
  document.dispatchEvent(new CustomEvent('parta:typed'));
  if (!count()) soon();
}

// Why nothing can be typed here.
function fixed(cell) {
  const today = new Date().toISOString().slice(0, 10);
  const why = !cell.member ? 'fixed.member' : cell.column.date > today ? 'fixed.future' : 'fixed.other';
  remark(say(why));
}

on({ state, result });
onMove({ moved, shown });
onKey({
  card: open, giveUp, panel: jump, savePanel: save, legend: () => legend?.showModal(),
  fixed, veil: () => table.parentElement.toggleAttribute('data-veil'),
});
finder((place) => (place.row ? to(place) : jump('topic')));

table.tBodies[0].addEventListener('keydown', press);
table.tBodies[0].addEventListener('dblclick', (event) => {
  const td = event.target.closest('td[data-lesson]');
  if (td) open(of(td.dataset.lesson, td.dataset.pupil));
});
document.getElementById('keys-open')?.addEventListener('click', () => legend.showModal());
for (const name of ['online', 'offline']) addEventListener(name, state);

const start = columns.find(({ th }) => th.classList.contains('now'));
if (start && rows.length) {
  const pane = table.parentElement;
  pane.scrollLeft = start.th.offsetLeft - pane.clientWidth * 0.55;
  const fine = matchMedia('(pointer: fine)').matches;
  go(0, start.at, { focus: fine && !location.hash });
}
restore().then((kept) => kept.forEach(replay));
