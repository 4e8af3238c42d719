// Serves the offline page when the network is away. Keeps nothing else, nothing private.
const CACHE = 'parta-offline-1';
const PAGE = '/offline';

addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

async function keep() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(PAGE, { credentials: 'omit' });
  const styles = [...(await answer.clone().text()).matchAll(/href="(\/static\/[^"]+)"/g)].map(([, path]) => path);
  await cache.put(PAGE, answer);
  await cache.addAll(styles);
}

const kept = (request) => async () => (await caches.match(request)) ?? Response.error();

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(kept(PAGE)));
  else if (new URL(request.url).pathname.startsWith('/static/')) {
    event.respondWith(fetch(request).catch(kept(request)));
  }
});
