/* Keeps the page that works without a network, and the page of emergency numbers. Of people it keeps nothing: what is entered lies sealed in a
   database that this worker never opens, so that no change of worker can lose it. */
const CACHE = 'passerelle-phone-{version}';
const CALLS = 'passerelle-call-1';
const PAGE = '/phone';
const CALL = '/call';
const FILES = ['{files}'];

const isLook = path => path.endsWith('.css') || path.startsWith('/fonts/') || path === '/icon.svg';

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(path => new Request(path, { cache: 'reload' })));
  await keepCalls(await fetch(CALL, { credentials: 'same-origin' }).catch(() => null));
  if (!self.registration.active) await self.skipWaiting();
})()));

/* A newer version waits until somebody takes it: nobody is interrupted while they write. */
self.addEventListener('message', event => { if (event.data === 'take') self.skipWaiting(); });

self.addEventListener('activate', event => event.waitUntil((async () => {
  // a newer one that is being installed keeps its files, and clears away when its turn comes
  if (!self.registration.installing && !self.registration.waiting) for (const name of await caches.keys()) if (name !== CACHE && name !== CALLS) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (url.pathname === PAGE) event.respondWith(kept(PAGE));
    else event.respondWith(fetch(request).then(async response => url.pathname === CALL ? keepCalls(response) : response).catch(() => without(url.pathname)));
  } else if (FILES.includes(url.pathname) && url.pathname.startsWith('/phone/')) {
    event.respondWith(kept(url.pathname));
  } else if (isLook(url.pathname)) {
    event.respondWith(look(event));
  }
});

/* As it was kept with this version, and from the network only where it was not. */
async function kept(path) {
  return await (await caches.open(CACHE)).match(path) ?? fetch(path);
}

/* The page that works without a network never waits for one; the others show what is newest. */
async function look(event) {
  const cache = await caches.open(CACHE);
  const there = await cache.match(event.request, { ignoreSearch: true });
  const client = event.clientId ? await self.clients.get(event.clientId) : null;
  if (there && client && new URL(client.url).pathname === PAGE) return there;
  try {
    const response = await fetch(event.request);
    if (response.ok && new URL(event.request.url).pathname.startsWith('/fonts/')) await cache.put(event.request, response.clone());
    return response;
  } catch {
    return there ?? Response.error();
  }
}

async function keepCalls(response) {
  if (response?.ok && !response.redirected) await (await caches.open(CALLS)).put(CALL, response.clone());
  return response;
}

async function without(path) {
  const calls = await (await caches.open(CALLS)).match(CALL);
  if (path === CALL && calls) return calls;
  return await (await caches.open(CACHE)).match(PAGE) ?? calls ?? Response.error();
}

/* Something waits: what the house says of it, and nothing more. Each kind stands once on the screen. */
self.addEventListener('push', event => {
  const said = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(said.title ?? 'Passerelle', {
    body: said.text ?? '', tag: said.kind ?? 'waiting', renotify: true, requireInteraction: said.kind === 'duty', icon: '/phone/icon-192.png', badge: '/phone/icon-192.png',
  }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window' });
    const home = open.find(client => new URL(client.url).pathname === '/');
    await (home ? home.focus() : self.clients.openWindow('/'));
  })());
});
