// What was changed and is not yet confirmed: kept in order, sent in batches, sent again until the server has answered.
import { call } from './http.js';
import { keep, left, secret } from './vault.js';
import { group, period, school, subject } from './cells.js';

const { account } = document.body.dataset;
const MOST = 50;
const SOON = 150;
const waiting = [];
const page = [school, group, subject, period].join(' ');
const listeners = { state() {}, result() {} };
let sending = null;
let timer;
let failures = 0;
let away = false;

export const on = (handlers) => Object.assign(listeners, handlers);
export const count = () => waiting.length;
export const isAway = () => away;
export const isSent = (entry) => !!sending?.entries.includes(entry);
export const pendingOn = (thing) => waiting.some((entry) => entry.thing === thing);
export const pendingIn = (lesson, pupil) => waiting.some((entry) => entry.lesson === lesson && entry.pupil === pupil);

// thing: what the change is about (a mark, an absence, a lesson); changes of one thing go one after another.
export function push(entry) {
  const last = waiting.findLast((each) => each.thing === entry.thing);
  if (last && !isSent(last) && fold(last, entry)) return changed();
  waiting.push({ opId: crypto.randomUUID(), ...entry });
  return changed();
}

// A change of something that has not left yet takes the place of the earlier one.
function fold(last, entry) {
  if (last.act === 'give' && entry.act === 'remove') { waiting.splice(waiting.indexOf(last), 1); return true; }
  if (last.act !== entry.act && !(last.act === 'give' && entry.act === 'correct')) return false;
  Object.assign(last, entry, { act: last.act, base: last.base, opId: crypto.randomUUID() });
  return true;
}

function changed() {
  listeners.state();
  keep(account, page, waiting).catch(() => {});
  soon();
}

function soon(after = SOON) {
  if (sending || !waiting.length) return;
  clearTimeout(timer);
  timer = setTimeout(send, waiting.length >= MOST ? 0 : after);
}

function batch() {
  const busy = new Set();
  return waiting.filter((entry) => !busy.has(entry.thing) && busy.add(entry.thing)).slice(0, MOST);
}

function operation({ act, opId, lesson, pupil, id, base, value, workType, comment, reason, code, minutes, topic,
  text, due }) {
  const stated = (fields) => Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
  if (act === 'give') return stated({ op: 'mark', opId, lesson, pupil, value, workType,
    comment: comment || undefined, reason });
  if (act === 'correct') return stated({ op: 'mark', opId, lesson, pupil, mark: id, base, value, workType, comment,
    reason });
  if (act === 'remove') return stated({ op: 'unmark', opId, mark: id, base, reason });
  if (act === 'absence') return stated({ op: 'absence', opId, lesson, pupil, code, minutes: minutes ?? undefined,
    base, reason });
  if (act === 'topic') return stated({ op: 'topic', opId, lesson, topic, base, reason });
  return stated({ op: 'homework', opId, lesson, text, due: due ?? undefined, minutes: minutes ?? undefined, base,
    reason });
}

async function send() {
  if (sending || !waiting.length) return;
  const entries = batch();
  sending = { entries, key: crypto.randomUUID(), body: { changes: entries.map(operation) } };
  listeners.state();
  let wait = 0;
  while (sending) {
    if (wait) await new Promise((resolve) => { timer = setTimeout(resolve, wait); addEventListener('online', resolve,
      { once: true }); });
    wait = await attempt();
  }
  soon();
}

// One try; how long to wait before the next, or 0 when there is an answer.
async function attempt() {
  try {
    const answer = await call('POST', `/api/v1/schools/${school}/journal/changes`, sending.body,
      { 'Idempotency-Key': sending.key });
    const parsed = await answer.json().catch(() => null);
    if (answer.ok && parsed) settle(parsed.results);
    else if (answer.status >= 500 || answer.status === 429
      || (answer.status === 409 && answer.headers.has('Retry-After'))) return later(answer);
    else settle(sending.entries.map(({ opId }) =>
      ({ opId, status: 'refused', problem: parsed ?? { title: String(answer.status) } })));
    return 0;
  } catch {
    away = true;
    return later();
  }
}

function later(answer) {
  failures = Math.min(failures + 1, 6);
  listeners.state();
  const asked = Number(answer?.headers.get('Retry-After')) * 1000 || 500;
  return asked + Math.random() * 500 * 2 ** failures;
}

function settle(results) {
  const entries = sending.entries;
  sending = null;
  failures = 0;
  away = false;
  for (const result of results) {
    const entry = entries.find((each) => each.opId === result.opId);
    if (!entry) continue;
    waiting.splice(waiting.indexOf(entry), 1);
    for (const next of waiting.filter((each) => each.thing === entry.thing && result.version)) Object.assign(next,
      { id: result.id, base: result.version });
    listeners.result(entry, result);
  }
  listeners.state();
  keep(account, page, waiting).catch(() => {});
}

// Takes back what waits for a thing, for a cell that is given up.
export function drop(thing) {
  for (const entry of waiting.filter((each) =>
    each.thing === thing && !isSent(each))) waiting.splice(waiting.indexOf(entry), 1);
  changed();
}

export async function restore() {
  secret().catch(() => {});
  const kept = await left(account, page).catch(() => []);
  waiting.unshift(...kept.filter((entry) => !waiting.some((each) => each.opId === entry.opId)));
  if (kept.length) changed();
  return kept;
}

addEventListener('beforeunload', (event) => { if (waiting.length) event.preventDefault(); });
