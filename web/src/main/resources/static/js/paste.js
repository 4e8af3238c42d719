// Copy, cut and paste with spreadsheets: tab-separated rows, shown for a check before they are written.
import { clear, step as once, write } from './acts.js';
import { at, rows, scale, text } from './cells.js';
import { active, chosen, spot } from './grid.js';
import { show } from './ask.js';
import { make, say, settings } from './words.js';

const codes = settings.absences.map((each) => each.code);
const inGrid = (event) => event.target.closest?.('td[data-lesson]') && active();

function copy(event) {
  if (!inGrid(event)) return;
  const lines = Map.groupBy(chosen(), (cell) => cell.row.at);
  event.clipboardData.setData('text/plain', [...lines.values()].map((cells) => cells.map(text).join('\t')).join('\n'));
  event.preventDefault();
}

function cut(event) {
  copy(event);
  if (inGrid(event)) once(() => chosen().filter((cell) => cell.writable).forEach((cell) => clear(cell)));
}

function paste(event) {
  if (!inGrid(event)) return;
  event.preventDefault();
  const lines = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n+$/,
    '').split('\n').map((line) => line.split('\t'));
  const plan = laid(lines);
  if (plan.length) preview(plan);
}

const plainName = (name) => name.toLowerCase().replaceAll('ё', 'е').replace(/[^а-яa-z -]/g, '').trim();

// A first column of surnames says whose line it is, whatever the order; else lines go down from the cell.
function laid(lines) {
  const named = lines.length
    && lines.every(([first]) => first === undefined || first.trim() === '' || rowOf(first) || !isValue(first))
    && lines.some(([first]) => rowOf(first));
  return lines.flatMap((words, index) => {
    const row = named ? rowOf(words[0] ?? '') : rows[spot.row + index];
    const values = named ? words.slice(1) : words;
    return values.map((value, right) =>
      ({ name: row?.name ?? words[0], cell: row && at(row.at, spot.column + right), value: value.trim() }));
  }).filter(({ value }) => value !== '');
}

function rowOf(name) {
  const wanted = plainName(name);
  if (!wanted) return undefined;
  const found = rows.filter((row) => plainName(row.name) === wanted || plainName(row.name).startsWith(wanted + ' '));
  return found.length === 1 ? found[0] : undefined;
}

const isValue = (word) =>
  word.trim().toLowerCase().split(/[\s/]+/).filter(Boolean).every((each) =>
  scale.includes(each) || codes.includes(each));
const fits = ({ cell, value }) => !!cell?.writable && isValue(value);

function preview(plan) {
  const good = plan.filter(fits);
  const lines = plan.slice(0, 60).map((each) => make('tr', {},
    make('td', { textContent: each.name ?? '' }), make('td',
      { className: fits(each) ? '' : 'no', textContent: each.value }),
    make('td', { className: 'soft', textContent: fits(each) ? '' : say('paste.skipped') })));
  const take = make('button',
    { className: 'button first', value: 'take', textContent: say('paste.take'), disabled: !good.length });
  const form = make('form', { method: 'dialog', className: 'ask paste' },
    make('h2', { textContent: say('paste.title', plan.length, good.length, plan.length - good.length) }),
    make('table', {}, make('tbody', {}, ...lines)),
    make('div', { className: 'row' }, take,
      make('button', { className: 'button quiet', value: '', textContent: say('cancel') })));
  show(form, (answer) => answer === 'take' && once(() => good.forEach(({ cell, value }) => write(cell, value, codes))));
  take.focus();
}

document.addEventListener('copy', copy);
document.addEventListener('cut', cut);
document.addEventListener('paste', paste);
