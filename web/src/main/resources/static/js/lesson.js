// The panel of the shown lesson: topic, homework, what new marks are for, who is away.
import { columnOf, rows } from './cells.js';
import { note } from './acts.js';
import { active, go, showColumn, shownColumn, spot } from './grid.js';
import { make, say, settings } from './words.js';

const form = document.getElementById('lesson-form');
const title = document.getElementById('lesson-title');
const about = document.getElementById('lesson-about');
const bar = document.getElementById('shown');
const sum = document.getElementById('lesson-sum');
const typeField = document.getElementById('work-type');
const fields = ['topic', 'homework', 'due', 'minutes'];
let column = shownColumn();

export function shown(next) {
  if (column && column !== next) save();
  column = next;
  title.textContent = bar.textContent = column.th.dataset.label;
  about.textContent = column.th.dataset.about;
  form.elements.lesson.value = column.lesson;
  fill();
  if (typeField) typeField.querySelector('select').value = column.workType ?? settings.workTypes[0]?.id ?? '';
  count();
}

function nextLesson() {
  const later = [...document.querySelectorAll('#grid thead [data-date]')].map((th) => th.dataset.date).find((date) =>
    date > column.date);
  return later ?? new Date(Date.parse(column.date) + 86_400_000).toISOString().slice(0, 10);
}

function fill() {
  const { topic, homework } = column;
  const values = { topic, homework: homework?.text ?? '', due: homework?.due ?? nextLesson(),
    minutes: homework?.minutes ?? '' };
  for (const name of fields) {
    const field = form.elements[name];
    if (field !== document.activeElement) field.value = values[name];
  }
  form.elements.due.min = column.date;
}

const known = (homework) => homework && { text: homework.text, due: homework.due, minutes: homework.minutes ?? null };

// Sends what differs from what the lesson says.
export function save() {
  if (!form.querySelector('#lesson-save')) return;
  const { topic, homework, due, minutes } = form.elements;
  const text = homework.value.trim();
  const written = text ? { text, due: due.value || nextLesson(), minutes: Number(minutes.value) || null } : null;
  if (topic.value.trim() !== column.topic) {
    column.topic = topic.value.trim();
    note(column.lesson, 'topic', { topic: column.topic || null });
  }
  if (JSON.stringify(written) !== JSON.stringify(known(column.homework))) {
    column.homework = written;
    note(column.lesson, 'homework', written ?? { text: '' });
  }
  column.th.classList.toggle('gap', !column.topic && column.th.classList.contains('gap'));
}

function count() {
  const away = rows.map((row) => row.cells[column.at].absence?.code).filter(Boolean);
  const marks = rows.reduce((all, row) => all + row.cells[column.at].marks.length, 0);
  const kinds = Object.entries(Object.groupBy(away, (code) => code)).map(([code, those]) =>
    `${code} ${those.length}`).join(', ');
  sum.replaceChildren(
    make('dt', { textContent: say('absent') }),
    make('dd', { textContent: away.length ? `${away.length} (${kinds})` : say('nobody') }),
    make('dt', { textContent: say('marks') }), make('dd', { textContent: String(marks) }));
}

export function jump(name) {
  document.getElementById('lesson').scrollIntoView({ block: 'nearest' });
  form.elements[name].focus();
  form.elements[name].select?.();
}

const back = () => go(spot.row, column.at);

form.addEventListener('submit', (event) => { event.preventDefault(); save(); });
form.addEventListener('change', save);
form.addEventListener('keydown', (event) => {
  const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.target.name === 'topic'));
  const other = event.altKey && { KeyT: 'topic', KeyD: 'homework' }[event.code];
  if (other) { event.preventDefault(); jump(other); }
  if (!isDone) return;
  event.preventDefault();
  save();
  back();
});
function turn({ currentTarget: { dataset } }) {
  const way = Number(dataset.step);
  if (active()) go(spot.row, spot.column + way, { focus: false });
  else showColumn(column.at + way);
}

for (const button of document.querySelectorAll('[data-step]')) button.addEventListener('click', turn);
if (typeField && settings.workTypes.length) {
  const select = typeField.querySelector('select');
  select.append(...settings.workTypes.map((type) =>
    make('option', { value: type.id, textContent: `${type.name} · ${type.weight}` })));
  select.addEventListener('change', () => { column.workType = select.value; });
  typeField.hidden = false;
}
document.addEventListener('parta:lesson', ({ detail }) => detail === column && fill());
document.addEventListener('parta:lesson-overtaken', ({ detail: { entry, current } }) => {
  const fresh = columnOf(entry.lesson);
  const mine = entry.act === 'topic' ? fresh.topic : fresh.homework?.text ?? '';
  const theirs = entry.act === 'topic' ? current.topic ?? '' : current.homework?.text ?? '';
  Object.assign(fresh, { topic: current.topic ?? '', homework: current.homework });
  if (fresh !== column) return;
  form.querySelector('.note')?.remove();
  form.prepend(make('p', { className: 'note warn', textContent: say('conflict.lesson', theirs || '–') }));
  form.elements[entry.act].value = mine;
});
document.addEventListener('parta:lesson-saved', () => form.querySelector('.note')?.remove());
for (const name of ['parta:synced', 'parta:typed']) document.addEventListener(name, () => column && count());
if (column) shown(column);
