// Small questions in a dialog.
import { make, say } from './words.js';

const REASONS = ['slip', 'wrong-pupil', 'wrong-lesson', 'retaken', 'other'];
let asking = Promise.resolve();

export const askReason = (problem) => (asking = asking.then(() => open(problem)));

function open(problem) {
  return new Promise((resolve) => {
    const form = make('form', { method: 'dialog', className: 'ask' },
      make('h2', { textContent: problem.title ?? '' }),
      make('p', { className: 'soft', textContent: problem.detail ?? '' }),
      ...REASONS.map((reason) =>
        make('button', { className: 'button', value: reason, textContent: say('reason.' + reason) })),
      make('button', { className: 'button quiet', value: '', formNoValidate: true, textContent: say('cancel') }));
    show(form, (value) => resolve(value || null));
  });
}

// Shows a form in a dialog; what it was closed with goes to the taker, focus goes back where it was.
export function show(form, taken = () => {}) {
  const before = document.activeElement;
  const dialog = make('dialog', {}, form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus({ preventScroll: true });
    taken(dialog.returnValue);
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
