/* What is finished waits here, sealed, until the house has signed that it has it. Nothing leaves the queue before. Each entry is handed in by
   itself, in any order, for ever: after a pause that grows to a quarter of an hour, when the network comes back, when the page is opened, and when
   somebody asks for it. */
import { change, get, kept, waiting, within } from './store.js';
import { ask, here, refresh, refreshKey, Refusal } from './house.js';
import { verified } from './seal.js';

const PIECE = 256 * 1024, FIRST = 5_000, MOST = 15 * 60_000, KEPT = 30 * 24 * 3600_000;
const heard = new EventTarget();
let running = null, timer;

/** What the house last said; undefined before it was asked, null while it cannot be reached. */
export let house;

export const onChange = listener => heard.addEventListener('change', listener);
let telling;
/* Of many changes in a row the page hears twice a second. */
const tell = () => { telling ??= setTimeout(() => { telling = undefined; heard.dispatchEvent(new Event('change')); }, 500); };

/** Hands in what is due. @param now whether nobody waits for its turn */
export function handIn(now = false) {
  running ??= (navigator.locks?.request('passerelle-queue', () => round(now)) ?? round(now)).finally(() => { running = null; plan(); tell(); });
  return running;
}

async function round(now) {
  try {
    house = await here();
  } catch {
    house = null;
    return;
  }
  const enrolled = await kept('phone');
  if (!enrolled || !house.signedIn || house.organisation !== enrolled.organisation) return;
  tell();
  try {
    // first, so that receipts are recognised of a house that has renewed its key
    await refreshKey();
    const phone = await kept('phone'), before = await waiting();
    await each('queue', entry => (now || due(entry)) && record(entry, phone));
    await each('papers', paper => (now || due(paper)) && pieces(paper, phone));
    await refresh(house);
    const after = await waiting();
    // the house knows how much waits here
    if (after.records + after.papers !== before.records + before.papers) house = await here();
  } catch (error) {
    if (!(error instanceof Refusal)) house = null;
    else if (error.status === 401 || error.code === 'signed-out') house = { ...house, signedIn: false };
  }
}

/* One after the other, the first that began to wait first; of thousands only one is in memory. */
async function each(store, work) {
  for (const id of await within([store], 'readonly', s => s[store].keys('waits'))) {
    const one = await get(store, id);
    if (one?.waits) await work(one);
  }
}

/* A clock that was put back must not hold an entry for longer than the longest pause. */
const due = entry => !entry.next || Date.now() >= entry.next || entry.next - Date.now() > 2 * MOST;

const later = (entry, after) => Date.now() + Math.max(after ? after * 1000 : 0, Math.min(MOST, FIRST * 2 ** Math.min(entry.tries ?? 0, 12)) * (0.75 + Math.random() / 2));

/* What concerns one entry is kept with it; what concerns all ends the round: no network, nobody signed in, a token that is old, a house that cannot. */
async function tried(store, entry, error) {
  const all = !(error instanceof Refusal) || ['signed-out', 'stale', 'busy'].includes(error.code) || error.status >= 500;
  const problem = all && error.code !== 'busy' ? undefined : error.code;
  await change(store, entry.id, found => ({ tries: (found.tries ?? 0) + 1, next: error.code === 'stale' ? undefined : later(found, error.after), problem }));
  // a photograph stands in no list of its own: why it is not taken is said with its entry
  if (store === 'papers') await change('queue', entry.record, () => ({ paperProblem: problem }));
  tell();
  if (all) throw error;
}

/* A phone that was enrolled anew hands in under the name by which it was sealed. */
const headers = (one, phone) => ({ 'Content-Type': 'application/octet-stream', 'X-Phone': one.phone ?? phone.id, 'X-Phone-Now': new Date().toISOString(), [house.csrf.header]: house.csrf.token });

async function record(entry, phone) {
  try {
    const { receipt } = await ask(`/phone/records/${entry.id}`, { method: 'POST', body: entry.sealed, headers: headers(entry, phone) });
    const said = await verified(receipt, 'passerelle-phone-receipt+jwt', phone.trust);
    if (said?.id !== entry.id || said.sha256 !== entry.sha256) throw new Refusal(0, 'receipt');
    await change('queue', entry.id, () => ({ sealed: undefined, waits: undefined, problem: undefined, next: undefined, arrivedAt: new Date().toISOString(), state: said.state, code: said.code, receipt }));
    tell();
  } catch (error) { await tried('queue', entry, error); }
}

async function pieces(paper, phone) {
  try {
    const path = `/phone/records/${paper.record}/papers/${paper.id}`;
    const count = Math.ceil(paper.sealed.byteLength / PIECE);
    const { have } = await ask(path);
    const missing = [...Array(count).keys()].filter(n => !have.includes(n));
    let said;
    // the last is sent once more where the answer to it was lost: the house says again that it has all
    for (const n of missing.length ? missing : [count - 1]) {
      said = await ask(`${path}/${n}?of=${count}`, { method: 'PUT', body: paper.sealed.slice(n * PIECE, (n + 1) * PIECE), headers: headers(paper, phone) });
      await change('papers', paper.id, () => ({ sent: n + 1, of: count }));
      tell();
    }
    const receipt = await verified(said.receipt ?? '', 'passerelle-phone-receipt+jwt', phone.trust);
    if (receipt?.id !== paper.id || receipt.sha256 !== paper.sha256) throw new Refusal(0, 'receipt');
    await within(['papers', 'queue'], 'readwrite', async s => {
      await s.papers.delete(paper.id);
      const entry = await s.queue.get(paper.record);
      if (entry) await s.queue.put({ ...entry, papersArrived: (entry.papersArrived ?? 0) + 1, paperProblem: undefined });
    });
    tell();
  } catch (error) { await tried('papers', paper, error); }
}

/* When to look next: soon while something waits, and now and then in any case. */
async function plan() {
  clearTimeout(timer);
  const soonest = await within(['queue', 'papers'], 'readonly', async s => {
    let first = Date.now() + MOST;
    for (const store of [s.queue, s.papers]) {
      // what was not tried yet has no next time: it is due
      if (await store.count('waits') > await store.count('next')) return 0;
      first = Math.min(first, await store.least('next') ?? first);
    }
    return first;
  });
  timer = setTimeout(() => handIn(), Math.min(MOST, Math.max(FIRST, soonest - Date.now())));
}

/** Begins to watch: when the network comes back, when the page is looked at again, when a pause ends. */
export async function watch() {
  addEventListener('online', () => handIn(true));
  document.addEventListener('visibilitychange', () => { if (!document.hidden) handIn(); });
  await forgetOld();
  return handIn();
}

/* What arrived a month ago is no longer listed, and what to do next can be read for a day. */
const forgetOld = () => within(['queue'], 'readwrite', async s => {
  for (const id of await s.queue.keys('arrivedAt', IDBKeyRange.upperBound(new Date(Date.now() - KEPT).toISOString()))) await s.queue.delete(id);
  for (const id of await s.queue.keys('afterUntil', IDBKeyRange.upperBound(new Date().toISOString()))) await s.queue.put({ ...await s.queue.get(id), after: undefined, afterUntil: undefined });
});
