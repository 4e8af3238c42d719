// The card of a cell: each mark with its work type and comment, the absence, and who wrote what when.
import { absent, again, correct, give, remove, step as once } from './acts.js';
import { late, mark as paintState, paint, scale, school } from './cells.js';
import { show } from './ask.js';
import { drop } from './queue.js';
import { solved } from './status.js';
import { sync } from './sync.js';
import { day, make, say, settings, time } from './words.js';

const option = (value, textContent, selected) => make('option', { value, textContent, selected });
const field = (words, control) => make('label', { className: 'field' }, make('span', { textContent: words }), control);

export async function open(cell) {
  if (cell.marks.some((mark) => mark.id && !mark.givenAt)) await sync();
  const form = make('form', { method: 'dialog', className: 'ask card' });
  const history = make('div', { className: 'stack small' });
  form.append(
    make('h2', { textContent: cell.row.name }),
    make('p', { className: 'soft', textContent: cell.column.th.dataset.label }),
    ...trouble(cell),
    ...cell.marks.map((mark) => markFields(cell, mark)),
    ...(cell.writable ? [presence(cell), fresh(cell)] : []),
    history,
    make('div', { className: 'row' }, make('button', { className: 'button first', textContent: say('done') })));
  show(form);
  told(cell, history);
}

// Why a change was not taken, and the way out.
function trouble(cell) {
  if (!cell.refused) return [];
  const { entry, problem } = cell.refused;
  const retry = make('button', { className: 'button', textContent: say('again') });
  retry.addEventListener('click', () => { delete cell.refused; solved(cell); again(entry, {}); });
  const away = make('button', { className: 'button', textContent: say('giveUp') });
  away.addEventListener('click', () => giveUp(cell));
  const why = [problem.title, problem.detail].filter(Boolean).join('. ');
  return [make('p', { className: 'note bad', textContent: why }), make('div', { className: 'row' }, retry, away)];
}

export function giveUp(cell) {
  drop(cell.refused.entry.thing);
  delete cell.refused;
  cell.marks = cell.marks.filter((mark) => mark.id);
  solved(cell);
  paintState(cell, '');
  paint(cell);
  sync();
}

function markFields(cell, mark) {
  const disabled = !cell.writable;
  const values = scale.includes(mark.value) ? scale : [mark.value, ...scale];
  const value = make('select', { disabled }, ...values.map((each) => option(each, each, each === mark.value)));
  const current = mark.workType?.id ?? mark.workType ?? settings.workTypes[0]?.id;
  const type = make('select', { disabled },
    ...settings.workTypes.map((each) => option(each.id, each.name, each.id === current)));
  const comment = make('input', { value: mark.comment ?? '', maxLength: 500, readOnly: disabled });
  value.addEventListener('change', () => once(() => correct(cell, mark, { value: value.value })));
  type.addEventListener('change', () => once(() => correct(cell, mark, { workType: type.value })));
  comment.addEventListener('change', () => once(() => correct(cell, mark, { comment: comment.value })));
  const erase = make('button', { type: 'button', className: 'button bad', textContent: say('erase') });
  const box = make('fieldset', { className: 'stack mark-fields' },
    make('div', { className: 'row' }, field(say('value'), value), field(say('workType'), type)),
    field(say('comment'), comment),
    ...(disabled ? [] : [erase]));
  erase.addEventListener('click', () => { once(() => remove(cell, mark)); box.remove(); });
  return box;
}

function presence(cell) {
  const codes = make('select', {}, option('', say('present'), !cell.absence),
    ...settings.absences.map((each) =>
      option(each.code, each.code + ' · ' + each.name, each.code === cell.absence?.code)));
  const minutes = make('input',
    { type: 'number', min: 1, max: 240, value: cell.absence?.minutes ?? '', inputMode: 'numeric' });
  const minutesField = field(say('minutes'), minutes);
  const write = () => {
    minutesField.hidden = codes.value !== late;
    once(() => absent(cell, codes.value || null, Number(minutes.value) || null));
  };
  minutesField.hidden = cell.absence?.code !== late;
  codes.addEventListener('change', write);
  minutes.addEventListener('change', write);
  return make('div', { className: 'row' }, field(say('attendance'), codes), minutesField);
}

// Values that no single key gives, and a further mark.
function fresh(cell) {
  const buttons = scale.map((value) => {
    const button = make('button', { className: 'button', textContent: value });
    button.addEventListener('click', () => once(() => give(cell, value)));
    return button;
  });
  return make('div', { className: 'row' }, make('span', { className: 'soft small', textContent: say('add') }),
    ...buttons);
}

// What a change said of the cell: a value or a code, with minutes.
function said(state) {
  return [state?.value ?? state?.code, state?.minutes && say('late', state.minutes)].filter(Boolean).join(' ') || '–';
}

function line({ at, by, before, after, reason }) {
  const what = before ? `${said(before)} → ${said(after)}` : said(after);
  const parts = [`${day(at)} ${time(at)}`, by, what, reason && say('reason.' + reason)];
  return make('p', { textContent: parts.filter(Boolean).join(' · ') });
}

async function told(cell, box) {
  const query = `lesson=${cell.column.lesson}&pupil=${cell.row.pupil}`;
  const answer = await fetch(`/api/v1/schools/${school}/journal/history?${query}`).catch(() => null);
  if (!answer?.ok) return;
  const { lines } = await answer.json();
  if (lines.length) box.append(make('h3', { textContent: say('history') }), ...lines.map(line));
}
