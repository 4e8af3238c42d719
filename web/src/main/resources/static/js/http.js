// Calls of the API: with the CSRF token, and with a sign-in dialog when the session has ended, so that nothing typed
// is lost.
import { make, say } from './words.js';

const token = () => document.cookie.match(/(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
let signing;

export async function call(method, path, body, headers = {}) {
  const once = () => fetch(path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
  });
  let answer = await once();
  if (answer.status === 401) {
    await signIn();
    answer = await once();
  } else if (answer.status === 403 && (await isStaleToken(answer))) {
    await fetch('/login');
    answer = await once();
  }
  return answer;
}

async function isStaleToken(answer) {
  const problem = await answer.clone().json().catch(() => ({}));
  return (problem.type ?? '').includes('untrusted') || !token();
}

export function signIn() {
  signing ??= new Promise((resolve) => {
    const fault = make('p', { className: 'note bad', hidden: true, role: 'alert' });
    const login = make('input', { name: 'login', autocomplete: 'username', required: true });
    const password = make('input',
      { type: 'password', name: 'password', autocomplete: 'current-password', required: true });
    const form = make('form', { className: 'ask' },
      make('h2', { textContent: say('signIn.title') }),
      make('p', { className: 'soft', textContent: say('signIn.why') }), fault,
      make('label', { className: 'field' }, make('span', { textContent: say('signIn.login') }), login),
      make('label', { className: 'field' }, make('span', { textContent: say('signIn.password') }), password),
      make('button', { className: 'button first', textContent: say('signIn.go') }));
    const dialog = make('dialog', { id: 'sign-in' }, form);
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const mine = await enter(login.value, password.value, fault);
      if (!mine) return;
      dialog.close();
      dialog.remove();
      signing = undefined;
      resolve();
    });
    document.body.append(dialog);
    dialog.showModal();
    login.focus();
  });
  return signing;
}

async function enter(login, password, fault) {
  if (!token()) await fetch('/login');
  const answer = await fetch('/api/v1/session', {
    method: 'POST',
    body: JSON.stringify({ login, password }),
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
  }).catch(() => null);
  fault.hidden = !!answer?.ok;
  fault.textContent = answer ? say('signIn.failed') : say('offline');
  if (!answer?.ok) return false;
  const me = await (await fetch('/api/v1/me')).json();
  if (me.account.id === document.body.dataset.account) return true;
  location.assign('/');
  return false;
}

document.addEventListener('parta:signed-out', signIn);
