// Changes that wait to be sent, kept over a reload: encrypted with a key that only the signed-in session can ask for.
const DATABASE = 'parta';
const STORE = 'waiting';
let key;

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function store(mode) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  const transaction = database.transaction(STORE, mode);
  transaction.oncomplete = transaction.onabort = () => database.close();
  return transaction.objectStore(STORE);
}

// Asked for while the network is there, for the time when it is not.
export async function secret() {
  if (key) return key;
  const answer = await fetch('/api/v1/me/queue-key');
  if (!answer.ok) return null;
  const bytes = Uint8Array.from(atob((await answer.json()).key), (letter) => letter.charCodeAt(0));
  key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return key;
}

export async function keep(account, page, waiting) {
  if (!waiting.length) return done((await store('readwrite')).delete([account, page]));
  const with_ = await secret();
  if (!with_) return undefined;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(waiting));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, with_, text);
  return done((await store('readwrite')).put({ iv, data }, [account, page]));
}

// What waits for this page; nothing if it was left by another session's key.
export async function left(account, page) {
  const found = await done((await store('readonly')).get([account, page]));
  const with_ = found && await secret();
  if (!with_) return [];
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.iv }, with_, found.data);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return [];
  }
}

export async function holds(account) {
  try {
    const keys = await done((await store('readonly')).getAllKeys());
    return keys.some(([owner]) => owner === account);
  } catch {
    return false;
  }
}

export async function destroy() {
  key = undefined;
  await done(indexedDB.deleteDatabase(DATABASE)).catch(() => {});
}
