// Somebody else was faster: the cell shows both values until a key says which one stays.
import { again } from './acts.js';
import { mark as show, paint } from './cells.js';
import { make, say } from './words.js';
import { solved, trouble } from './status.js';

export function offer(cell, entry, current) {
  cell.conflict = { entry, current };
  const mine = entry.act === 'remove' || (entry.act === 'absence' && !entry.code) ? '–' : entry.value ?? entry.code;
  const theirs = current?.value ?? current?.code ?? '–';
  const choice = make('span', { className: 'choice' },
    make('span', { textContent: '1: ' + mine + ' ' + say('conflict.mine') }),
    make('span', { textContent: '2: ' + theirs + ' ' + (current?.givenBy ?? say('conflict.theirs')) }));
  cell.td.replaceChildren(mine + '·' + theirs, choice);
  show(cell, 'conflict');
  trouble(entry, { title: say('conflict'), detail: say('conflict.keys') }, cell);
}

// The keys 1 and 2 in such a cell; true when it was one of them.
export function choose(cell, digit) {
  if (!cell.conflict || !['1', '2'].includes(digit)) return false;
  const { entry, current } = cell.conflict;
  delete cell.conflict;
  solved(cell);
  if (digit === '1') {
    again(entry, current ? { base: current.version, id: current.id ?? entry.id }
      : { act: 'give', id: undefined, base: undefined });
    return true;
  }
  take(cell, entry, current);
  return true;
}

function take(cell, entry, current) {
  if (entry.act === 'absence') {
    cell.absence = current?.code ? current : null;
    cell.presence = current?.version;
  } else {
    const there = cell.marks.find((mark) => mark.key === entry.key);
    if (there && !current) cell.marks.splice(cell.marks.indexOf(there), 1);
    else if (there) Object.assign(there, current);
    else if (current) cell.marks.push({ ...current, key: current.id });
  }
  show(cell, '');
  paint(cell);
}
