/* A form while it is filled in: kept locked up after every page, sealed for the house when it is finished. */
import { visibility } from './answers.js';
import { Full, get, keep, kept, room, within } from './store.js';
import { newKey, reopen, sameKey, shut } from './lock.js';
import { nextSteps } from './after.js';
import { seal, sealRecord, sha256, sign } from './seal.js';
import { language } from './words.js';
import { result } from './result.js';

const PIECE = 256 * 1024, RESERVE = 512 * 1024, NEEDED = 2_000_000, NEEDED_FOR_PAPER = 6_000_000, LONGEST_SIDE = 2200, PAPERS = 8;
let current = null, saving = Promise.resolve();

/** There is no room for something new. */
export class NoRoom extends Error {}

/** The file is no picture that the phone can read. */
export class NoPicture extends Error {}

/** Another page of this browser changed it, threw it away or locked the phone since; nothing of this page was kept. */
export class ChangedElsewhere extends Error {}

/** What is being filled in, or null. */
export const open = () => current;

/** Forgets what is open; it lies locked up. */
export const close = () => { current = null; };

async function enough(bytes) {
  const there = await room();
  if (there && there.free < bytes) throw new NoRoom();
}

/* What a browser says of its room is often a guess. So room is taken beforehand, and given up where something that is begun needs it: whatever could be
   begun can be finished. */
async function reserve() {
  if (await kept('reserve')) return;
  const noise = new Uint8Array(RESERVE);
  for (let at = 0; at < RESERVE; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  try {
    await keep('reserve', noise);
  } catch (error) {
    throw error instanceof Full ? new NoRoom() : error;
  }
}

async function intoReserve(write) {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Full) || !await kept('reserve')) throw error;
    await within(['kept'], 'readwrite', s => s.kept.delete('reserve'));
    return write();
  }
}

/**
 * Begins a form.
 * @param about what it belongs to: {followUp}, {case}, {record} or null
 * @param answers known beforehand
 */
export async function begin(form, about, answers) {
  await enough(NEEDED);
  await reserve();
  const { key, half } = await newKey();
  const begun = { id: crypto.randomUUID(), mark: null, key, half, startedAt: new Date().toISOString(), form, data: { form: form.form, version: form.version, about, answers, papers: [], at: form.sections[0].id } };
  current = begun;
  try {
    await save(begun, true);
  } catch (error) {
    if (current === begun) current = null;
    throw error instanceof Full ? new NoRoom() : error;
  }
  current = begun;
  return begun;
}

/** Keeps it as it is now, after whatever is being kept already; what was finished meanwhile does not come back. */
export function save(entry, isNew = false) {
  return inTurn(() => entry.finishing ? undefined : write(entry, null, isNew));
}

function inTurn(work) {
  const done = saving.then(work);
  saving = done.catch(() => {});
  return done;
}

/* Each writing leaves a mark, and the next one goes on from it only. */
async function write(entry, paper, isNew = false) {
  const { id, key, half, startedAt, form, data } = entry, mark = crypto.randomUUID();
  const locked = await shut(key, id, data);
  const row = { id, mark, half, startedAt, kind: form.kind, changedAt: new Date().toISOString(), ...locked };
  const work = () => within(['drafts', 'papers', 'queue'], 'readwrite', async s => {
    if (await s.queue.get(id)) throw new ChangedElsewhere();
    unchanged(await s.drafts.get(id), entry, mark, isNew);
    await s.drafts.put(row);
    if (paper) await s.papers.put(paper);
  });
  // something new or a photograph may be refused, what was said may not
  await (paper || isNew ? work() : intoReserve(work));
  entry.mark = mark;
}

/* A store that closed after it wrote, and before it said so, is asked again: then the new mark is there already. */
function unchanged(row, { mark }, next, isNew) {
  if (row ? row.mark !== (mark ?? undefined) && row.mark !== next : !isNew) throw new ChangedElsewhere();
}

/** Opens one again, once the phone is unlocked; null if it is gone. */
export async function resume(id, formOf) {
  if (current?.id === id) return current;
  const row = await get('drafts', id);
  if (!row) return null;
  const key = await sameKey(row.half);
  const data = await reopen(key, id, row);
  const form = formOf(data.form, data.version);
  if (!form) return null;
  current = { id, mark: row.mark, key, half: row.half, startedAt: row.startedAt, form, data };
  return current;
}

/** Throws one away with its papers. */
export async function discard(id) {
  if (current?.id === id) current = null;
  await within(['drafts', 'papers'], 'readwrite', async s => {
    await s.drafts.delete(id);
    for (const paper of await s.papers.of('record', id)) if (paper.draft) await s.papers.delete(paper.id);
  });
}

/**
 * Takes a photograph of a paper: redrawn without what the camera wrote into it, and sealed at once. Whatever is kept or finished meanwhile waits for it.
 * @returns {Promise<boolean>} false if there are enough of them already
 */
export function addPaper(entry, file) {
  return inTurn(async () => {
    if (entry.data.papers.length >= PAPERS) return false;
    await enough(NEEDED_FOR_PAPER);
    const phone = await kept('phone');
    const sealed = await seal(await redrawn(file), phone.recipient);
    const paper = { id: crypto.randomUUID(), sha256: await sha256(sealed), pieces: Math.ceil(sealed.byteLength / PIECE), bytes: sealed.byteLength };
    entry.data.papers.push(paper);
    try {
      await write(entry, { ...paper, record: entry.id, phone: phone.id, draft: true, sealed });
    } catch (error) {
      entry.data.papers = entry.data.papers.filter(one => one !== paper);
      throw error;
    }
    return true;
  });
}

async function redrawn(file) {
  const picture = await createImageBitmap(file).catch(() => { throw new NoPicture(); });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const plain = await new Promise(resolve => { canvas.toBlob(resolve, 'image/jpeg', 0.85); });
  if (!plain) throw new NoPicture();
  return new Uint8Array(await plain.arrayBuffer());
}

/**
 * Seals what is finished, and forgets it: from here on the house alone can open it.
 * @returns what the page of the result shows, which is kept nowhere
 */
export async function finish(rules) {
  const entry = current;
  entry.finishing = true;
  try {
    await saving;
    return await hand(entry, rules);
  } catch (error) {
    entry.finishing = false;
    throw error;
  }
}

async function hand(whole, rules) {
  const { id, form, data, startedAt } = whole;
  const phone = await kept('phone');
  const answers = visibility(form, data.answers).answers();
  const found = form.kind === 'screening' ? result(form, answers, rules) : null;
  const finishedAt = new Date().toISOString();
  const said = found && { outcome: found.outcome, urgency: found.urgency, maybeMinor: found.ageNow !== 'ADULT', rules: found.rules };
  const signed = await sign({
    id, phone: phone.id, user: phone.user, organisation: phone.organisation, kind: form.kind, form: form.form, version: form.version, digest: form.digest,
    language: language(), startedAt, finishedAt, answers, said, about: data.about, papers: data.papers,
  }, 'passerelle-record+jwt', phone.id, phone.secret);
  const sealed = await sealRecord(signed, phone.recipient);
  const after = found && await nextSteps(whole, found, answers);
  const entry = { id, sealed, sha256: await sha256(sealed), phone: phone.id, kind: form.kind, outcome: found?.outcome, startedAt, finishedAt, waits: finishedAt, papers: data.papers.length, ...after };
  await intoReserve(() => within(['drafts', 'queue', 'papers'], 'readwrite', async s => {
    const there = await s.queue.get(id);
    // finished on another page of this browser: what is sealed already is what counts
    if (there && there.sha256 !== entry.sha256) throw new ChangedElsewhere();
    if (!there) {
      const row = await s.drafts.get(id);
      // thrown away on another page: what was finished on this one counts
      if (row) unchanged(row, whole);
      await s.queue.put(entry);
    }
    await s.drafts.delete(id);
    for (const paper of await s.papers.of('record', id)) if (paper.draft) await s.papers.put({ ...paper, draft: false, waits: finishedAt });
  }));
  if (current === whole) current = null;
  return { id, form, answers, result: found, finishedAt, papers: data.papers.length };
}
