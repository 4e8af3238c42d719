// Keeps a page live: one stream per browser profile, shared by its tabs, and parts of pages fetched again on change.
const body = document.body;
const { account, schools } = body.dataset;
const EVENTS = ['cursor', 'changed', 'reload'];
const KEPT = 500;
const POLL = 20_000;

let cursor = body.dataset.cursor || '';
const channel = schools && 'BroadcastChannel' in window ? new BroadcastChannel('parta-live-' + account) : null;

const places = (text) => new Map((text || '').split(',').filter(Boolean).map((part) => {
  const at = part.lastIndexOf(':');
  return [part.slice(0, at), Number(part.slice(at + 1))];
}));
const written = (map) => [...map].map(([school, seq]) => school + ':' + seq).join(',');

export const seen = () => cursor;

function advance(id) {
  const now = places(cursor);
  for (const [school, seq] of places(id)) now.set(school, Math.max(seq, now.get(school) ?? 0));
  cursor = written(now);
}

// What every tab does with a message, whether it leads or hears it from the leader.
function hear({ type, id, data }) {
  if (type === 'on' || type === 'off') return show(type);
  if (type === 'changed') {
    if (data.seq <= (places(cursor).get(data.school) ?? -1)) return;
    advance(data.school + ':' + data.seq);
    document.dispatchEvent(new CustomEvent('parta:changed', { detail: data }));
  }
  if (type === 'reload') document.dispatchEvent(new CustomEvent('parta:reload'));
  if (type !== 'changed' && id) advance(id);
}

function show(state) {
  if (body.dataset.live === state) return;
  body.dataset.live = state;
  stamp();
}

const clock = document.querySelector('.live time[data-now]');
const zone = clock?.dataset.zone || undefined;
function stamp() {
  if (clock) clock.textContent = new Date().toLocaleTimeString('ru',
    { hour: '2-digit', minute: '2-digit', timeZone: zone });
}

// The leader owns the EventSource and remembers what it passed on, for tabs that open later.
function lead() {
  const kept = [];
  let from = places(cursor);
  let source;
  let failures = 0;
  let polling;
  const tell = (message) => { hear(message); channel?.postMessage(message); };
  const stop = () => { clearInterval(polling); polling = undefined; };

  function pass(event) {
    const message = { type: event.type, id: event.lastEventId, data: JSON.parse(event.data) };
    if (message.type === 'changed') {
      kept.push(message);
      if (kept.length > KEPT) { const gone = kept.shift(); from.set(gone.data.school, gone.data.seq); }
    }
    if (message.type === 'reload') { kept.length = 0; from = places(message.id); }
    for (const [school, seq] of places(message.id)) if (!from.has(school)) from.set(school, seq);
    failures = 0;
    stop();
    tell({ type: 'on' });
    tell(message);
  }

  function connect() {
    const since = cursor ? '&since=' + encodeURIComponent(cursor) : '';
    source = new EventSource('/api/v1/live?schools=' + schools + since);
    for (const name of EVENTS) source.addEventListener(name, pass);
    source.onerror = () => {
      tell({ type: 'off' });
      if (source.readyState === EventSource.CLOSED) again();
    };
  }

  // The browser gives up for good on 401, 429 and 503, and does not say which it was: ask, poll and try again with
  // full jitter.
  async function again() {
    source.close();
    const answer = await fetch('/api/v1/me').catch(() => null);
    if (answer?.status === 401) return document.getElementById('grid')
      ? document.dispatchEvent(new CustomEvent('parta:signed-out')) : location.reload();
    if (answer?.ok) polling ??= setInterval(() => tell({ type: 'reload' }), POLL);
    failures = Math.min(failures + 1, 6);
    setTimeout(connect, 1000 + Math.random() * 1000 * 2 ** failures);
  }

  channel?.addEventListener('message', ({ data }) => {
    if (data.type !== 'hello') return;
    const their = places(data.since);
    const covered = [...their].every(([school, seq]) => !from.has(school) || seq >= from.get(school));
    const state = source.readyState === EventSource.OPEN ? 'on' : 'off';
    channel.postMessage({ type: 'answer', to: data.from, state, missed: covered ? kept : [{ type: 'reload' }] });
  });
  window.addEventListener('online', () => source.readyState === EventSource.CLOSED && again());
  connect();
}

function join() {
  if (!channel) return;
  const from = crypto.randomUUID?.() ?? String(Math.random());
  channel.addEventListener('message', ({ data }) => {
    if (data.type === 'hello') return;
    if (data.type !== 'answer') return hear(data);
    if (data.to !== from) return;
    data.missed.forEach(hear);
    show(data.state);
  });
  channel.postMessage({ type: 'hello', since: cursor, from });
}

// A part of a page that the server can write anew: fetched on change, changed in place by key.
const part = () => document.getElementById('part');
let asking;
let again = false;

async function refresh() {
  if (!part()) return;
  if (asking) { again = true; return; }
  asking = true;
  const answer = await fetch(part().dataset.part,
    { headers: cursor ? { 'Parta-Seen': cursor } : {} }).catch(() => null);
  asking = false;
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('part');
    if (fresh) merge(part(), fresh);
    stamp();
  }
  if (again) { again = false; refresh(); }
}

function merge(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const keyed = (node) =>
    [...node.querySelectorAll('[data-key]')].filter((each) => each.parentElement.closest('[data-key], #part') === node);
  const olds = keyed(old);
  const news = keyed(fresh);
  const alike = news.length > 0 && olds.length === news.length
    && olds.every((each, at) => each.dataset.key === news[at].dataset.key);
  if (!alike) return swap(old, fresh);
  olds.forEach((each, at) => merge(each, news[at]));
  mergeRest(old, fresh);
}

// What lies around the keyed parts, such as the sum of the week: small, without focus of its own.
function mergeRest(old, fresh) {
  const within = (node) =>
    [...node.children].filter((child) => !child.matches('[data-key]') && !child.querySelector('[data-key]'));
  const before = within(old);
  within(fresh).forEach((child, at) => {
    const there = before[at];
    const stays = !there || there.isEqualNode(child) || there.contains(document.activeElement);
    if (!stays) there.replaceWith(document.importNode(child, true));
  });
  if (old.id === 'part') old.dataset.seen = fresh.dataset.seen;
}

function swap(old, fresh) {
  const known = new Set([...old.querySelectorAll('.mark')].map((mark) => mark.dataset.seq));
  const copy = document.importNode(fresh, true);
  const focus = old.contains(document.activeElement) && document.activeElement.getAttribute('popovertarget');
  const open = old.querySelector(':popover-open')?.id;
  old.replaceWith(copy);
  const came = [...copy.querySelectorAll('.mark')].filter((mark) => !known.has(mark.dataset.seq));
  came.forEach((mark) => mark.classList.add('glow', 'new'));
  if (!copy.querySelector('.glow')) copy.classList.add('glow');
  if (focus) copy.querySelector('[popovertarget="' + focus + '"]')?.focus({ preventScroll: true });
  if (open) document.getElementById(open)?.showPopover?.();
}

document.addEventListener('parta:changed', ({ detail }) => {
  const pupil = part()?.dataset.pupil;
  if (pupil && (!detail.pupil || detail.pupil === pupil)) refresh();
});
document.addEventListener('parta:reload', refresh);

// Marks that came since this browser last showed the diary wear a ring.
function ring() {
  const pupil = part()?.dataset.pupil;
  if (!pupil) return;
  const name = 'parta-seen-' + pupil;
  const last = Number(localStorage.getItem(name) ?? Infinity);
  for (const mark of part().querySelectorAll('.mark')) if (Number(mark.dataset.seq) > last) mark.classList.add('new');
  addEventListener('pagehide', () => localStorage.setItem(name, part()?.dataset.seen ?? last));
}

// Leaving with changes that wait to be sent would lose them: ask, then destroy what waits.
addEventListener('submit', async (event) => {
  if (!event.target.matches('form[action="/logout"]')) return;
  event.preventDefault();
  const vault = await import('./vault.js');
  const question = event.target.querySelector('[data-unsent]')?.dataset.unsent;
  if (await vault.holds(account) && !confirm(question)) return;
  await vault.destroy();
  HTMLFormElement.prototype.submit.call(event.target);
});

if (schools) {
  stamp();
  ring();
  join();
  if (navigator.locks) navigator.locks.request('parta-live-' + account,
    () => { lead(); return new Promise(() => {}); });
  else lead();
  const today = document.querySelector('[data-arrive]');
  if (today && !location.hash && today.getBoundingClientRect().top > innerHeight - 160) today.scrollIntoView();
  if (navigator.serviceWorker) setTimeout(() => navigator.serviceWorker.register('/sw.js').catch(() => {}), 10_000);
}
