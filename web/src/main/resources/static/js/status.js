// The line that says whether all is saved, and leads to what is not.
import { make, say, time } from './words.js';
import { count, isAway } from './queue.js';

const line = document.getElementById('saved');
const troubles = new Map();
let saved = null;
let find = () => {};

export const finder = (found) => { find = found; };

export function settled() {
  saved = Date.now();
}

export function trouble(entry, problem, cell) {
  troubles.set(cell ?? entry.lesson, problem);
  write();
}

export function solved(cell) {
  troubles.delete(cell);
  write();
}

export const remark = (words) => put('wait', words);

export function write() {
  const waiting = count();
  if (troubles.size) return put('bad', say('refused', troubles.size), true);
  if (waiting && (isAway() || !navigator.onLine)) return put('wait', say('away', waiting));
  if (waiting) return put('', say('saving', waiting));
  return saved ? put('', say('saved', time(saved))) : undefined;
}

function put(state, words, leads) {
  line.dataset.state = state;
  if (!leads) { line.textContent = words; return; }
  const [first] = troubles.keys();
  const problem = troubles.get(first);
  const button = make('button', { type: 'button', textContent: say('show'), title: problem.detail ?? '' });
  button.addEventListener('click', () => find(first, problem));
  line.replaceChildren(words + ' ', button);
}
