/* Keeps the page of emergency numbers, the stylesheet and the fonts for when there is no signal. Nothing else, and nothing personal, is ever kept. */
const KEPT = 'passerelle-call-1';
const PAGE = '/call';
const LOOK = ['/passerelle.css', '/house.css', '/forms.css', '/icon.svg'];

const isLook = path => path.endsWith('.css') || path.startsWith('/fonts/') || path === '/icon.svg';

async function keep(request, response) {
  if (response.ok && !response.redirected) {
    const kept = await caches.open(KEPT);
    await kept.put(request, response.clone());
  }
  return response;
}

async function numbers() {
  return (await caches.match(PAGE)) ?? Response.error();
}

self.addEventListener('install', event => event.waitUntil((async () => {
  await Promise.allSettled([PAGE, ...LOOK].map(async path => keep(path, await fetch(path, { credentials: 'same-origin' }))));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).then(response => url.pathname === PAGE ? keep(PAGE, response) : response).catch(numbers));
  } else if (isLook(url.pathname)) {
    event.respondWith(fetch(request).then(response => keep(request, response)).catch(async () => (await caches.match(request, { ignoreSearch: true })) ?? Response.error()));
  }
});
