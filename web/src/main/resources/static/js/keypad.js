// The keypad of phones: large keys under the list of one lesson; each goes on to the next pupil.
import { active, isPhone } from './grid.js';
import { erase, letter, second, value } from './keys.js';

const pad = document.getElementById('keypad');
const who = document.getElementById('keypad-who');

export function moved(cell) {
  if (!pad) return;
  pad.hidden = !(isPhone() && cell.writable && document.activeElement === cell.td);
  who.textContent = cell.row.name;
}

pad?.addEventListener('pointerdown', (event) => event.preventDefault());
pad?.addEventListener('click', (event) => {
  const key = event.target.closest('button')?.dataset;
  if (!key) return;
  navigator.vibrate?.(8);
  if (key.absence) letter(key.absence);
  else if (key.press === 'close') pad.hidden = true;
  else if (key.press === 'Delete') erase();
  else if (key.press === '/') second(active());
  else typed(key.press);
});

function typed(digit) {
  const cell = active();
  if (!cell.typing) return value(digit);
  return cell.td.dispatchEvent(new KeyboardEvent('keydown',
    { code: 'Digit' + digit, key: digit, bubbles: true, cancelable: true }));
}
