/* What lies on this phone, in IndexedDB. A browser may close a database under a page (memory runs short, site data are cleared, a newer page opens
   it): then it is opened again and the work is done once more. A change is on the disk, or it did not happen. */
const NAME = 'passerelle-phone';
const STORES = { kept: undefined, drafts: 'id', queue: 'id', papers: 'id' };
/* What is finished and not handed in has a moment since when it waits, and nothing else has: lists and counts read nothing that is sealed. */
const INDEXES = { queue: ['waits', 'next', 'arrivedAt', 'afterUntil'], papers: ['waits', 'next', 'record'] };
const VERSION = 3;
let opened;

/** The phone has no room for what was to be kept; nothing of it was. */
export class Full extends Error {}

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) {
        const store = asked.result.objectStoreNames.contains(name) ? asked.transaction.objectStore(name) : asked.result.createObjectStore(name, keyPath ? { keyPath } : {});
        for (const index of INDEXES[name] ?? []) if (!store.indexNames.contains(index)) store.createIndex(index, index);
        if (INDEXES[name]) nowWaits(store);
      }
    };
    asked.onsuccess = () => {
      const database = asked.result;
      database.onclose = () => { opened = undefined; };
      database.onversionchange = () => { database.close(); opened = undefined; };
      resolve(database);
    };
    asked.onerror = () => reject(asked.error);
  });
  opened.catch(() => { opened = undefined; });
  return opened;
}

/* What waited on a phone before there were indexes. */
function nowWaits(store) {
  store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    const { value } = cursor;
    if (value.sealed && !value.draft && !value.waits) cursor.update({ ...value, waits: value.finishedAt ?? new Date().toISOString() });
    cursor.continue();
  };
}

const closed = error => ['InvalidStateError', 'UnknownError', 'NotFoundError', 'AbortError'].includes(error?.name);

/**
 * Does work on stores in one transaction.
 * @param {string[]} stores
 * @param {'readonly'|'readwrite'} mode
 * @param work asks the stores and returns what it found; it waits for nothing else
 */
export async function within(stores, mode, work, tries = 8) {
  for (let left = tries; ; left--) {
    try {
      return await once(await open(), stores, mode, work);
    } catch (error) {
      if (error?.name === 'QuotaExceededError') throw new Full();
      if (left <= 1 || !closed(error)) throw error;
      opened = undefined;
      await new Promise(resolve => { setTimeout(resolve, 50 * (tries - left + 1)); });
    }
  }
}

function once(database, stores, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    const ended = new AbortController();
    const result = Promise.resolve(work(Object.fromEntries(stores.map(name => [name, asking(transaction.objectStore(name))]))));
    result.catch(error => { try { transaction.abort(); } catch { /* it has ended already */ } reject(error); });
    transaction.oncomplete = () => { ended.abort(); result.then(resolve, reject); };
    transaction.onabort = () => { ended.abort(); reject(transaction.error ?? new DOMException('aborted', 'AbortError')); };
    database.addEventListener('close', () => reject(new DOMException('closed', 'InvalidStateError')), { signal: ended.signal });
  });
}

function asking(store) {
  const ask = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return {
    get: key => ask(store.get(key)),
    all: () => ask(store.getAll()),
    put: (value, key) => ask(store.put(value, key)),
    delete: key => ask(store.delete(key)),
    clear: () => ask(store.clear()),
    total: () => ask(store.count()),
    count: index => ask(store.index(index).count()),
    keys: (index, range) => ask(store.index(index).getAllKeys(range)),
    of: (index, key) => ask(store.index(index).getAll(key)),
    newest: (index, most) => new Promise((resolve, reject) => {
      const found = [], request = store.index(index).openCursor(null, 'prev');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor || found.length === most) return resolve(found);
        found.push(cursor.value);
        return cursor.continue();
      };
    }),
    least: index => new Promise((resolve, reject) => {
      const request = store.index(index).openKeyCursor();
      request.onerror = () => reject(request.error);
      request.onsuccess = () => resolve(request.result?.key);
    }),
  };
}

export const kept = key => within(['kept'], 'readonly', s => s.kept.get(key));
export const keep = (key, value) => within(['kept'], 'readwrite', s => s.kept.put(value, key));
export const all = store => within([store], 'readonly', s => s[store].all());
export const get = (store, id) => within([store], 'readonly', s => s[store].get(id));

/** Changes one entry, if it is still there. */
export const change = (store, id, how) => within([store], 'readwrite', async s => {
  const found = await s[store].get(id);
  if (found) await s[store].put({ ...found, ...how(found) });
});

/** How much waits to be handed in: finished entries, and photographs of finished entries. */
export const waiting = () => within(['queue', 'papers'], 'readonly', async s => ({ records: await s.queue.count('waits'), papers: await s.papers.count('waits') }));

/** The last of what waits, and of what arrived. */
export const newest = (waiting, arrived) => within(['queue'], 'readonly', async s => ({ waits: await s.queue.newest('waits', waiting), came: await s.queue.newest('arrivedAt', arrived) }));

/** How many there are. */
export const total = store => within([store], 'readonly', s => s[store].total());

/** Bytes that are free for this page and bytes used; undefined where the browser does not say. */
export async function room() {
  const { quota, usage } = await navigator.storage?.estimate?.() ?? {};
  return quota === undefined ? undefined : { free: Math.max(0, quota - usage), used: usage };
}
