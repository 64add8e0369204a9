/* What is unfinished lies on the phone under a PIN. A draft has a key of its own, agreed between a pair made for it and the phone's pair (ECDH on
   P-256, NIST SP 800-56A; HKDF, RFC 5869), so that one can begin without the PIN and needs it only to come back. The phone's private half is wrapped
   twice: under a key from the PIN (PBKDF2 with SHA-256) and under one that the browser gives out to nobody. Ten wrong tries destroy it. */
import { keep, kept, within } from './store.js';

const ROUNDS = 600_000, TRIES = 10, IDLE = 5 * 60_000;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
let half = null, last = performance.now(), seen = Date.now(), onIdle = () => {};

const random = size => crypto.getRandomValues(new Uint8Array(size));
const utf8 = text => new TextEncoder().encode(text);

async function ofPin(pin, salt, rounds) {
  const typed = await crypto.subtle.importKey('raw', utf8(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

/** Makes the phone's pair and its lock; what was there under another is not readable after. */
export async function setPin(pin) {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveKey']);
  const salt = random(16), iv = random(12), outerIv = random(12);
  const outer = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const inner = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, await ofPin(pin, salt, ROUNDS), { name: 'AES-GCM', iv });
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: outerIv }, outer, inner);
  const open = await crypto.subtle.importKey('raw', await crypto.subtle.exportKey('raw', pair.publicKey), CURVE, true, []);
  await keep('lock', { salt, rounds: ROUNDS, iv, outerIv, outer, wrapped, open, wrong: 0 });
  half = await crypto.subtle.importKey('pkcs8', await crypto.subtle.exportKey('pkcs8', pair.privateKey), CURVE, false, ['deriveKey']);
  touched();
}

/**
 * Opens with a PIN. The try is counted before it is made, so that ending the browser in between saves none.
 * @returns {Promise<number>} -1 if it is open, else how many tries are left; at 0 the drafts are gone
 */
export async function unlock(pin) {
  const lock = await within(['kept', 'drafts', 'papers'], 'readwrite', async s => {
    const found = await s.kept.get('lock');
    // the browser was ended between the last try and its end
    if (found?.wrong >= TRIES) return void await drop(s);
    if (found) await s.kept.put({ ...found, wrong: found.wrong + 1 }, 'lock');
    return found;
  });
  if (!lock) return 0;
  try {
    const inner = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: lock.outerIv }, lock.outer, lock.wrapped);
    half = await crypto.subtle.unwrapKey('pkcs8', inner, await ofPin(pin, lock.salt, lock.rounds), { name: 'AES-GCM', iv: lock.iv }, CURVE, false, ['deriveKey']);
  } catch {
    const left = TRIES - lock.wrong - 1;
    if (left <= 0) await destroy();
    return Math.max(0, left);
  }
  await within(['kept'], 'readwrite', async s => {
    const found = await s.kept.get('lock');
    if (found) await s.kept.put({ ...found, wrong: 0 }, 'lock');
  });
  touched();
  return -1;
}

/** Drops the key with all that it opens: unfinished entries, their papers, what was taken along. The queue stays. */
export async function destroy() {
  half = null;
  await within(['kept', 'drafts', 'papers'], 'readwrite', drop);
}

async function drop(s) {
  await s.drafts.clear();
  for (const paper of await s.papers.all()) if (paper.draft) await s.papers.delete(paper.id);
  await s.kept.delete('lock');
  await s.kept.delete('along');
}

export const isOpen = () => half !== null;
export const hasPin = async () => Boolean(await kept('lock'));
export const forget = () => { half = null; };

async function agreed(mine, theirs) {
  const shared = await crypto.subtle.deriveKey({ name: 'ECDH', public: theirs }, mine, { name: 'HKDF' }, false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('passerelle phone draft 1') }, shared, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A key for something new, and the half by which it is found again. */
export async function newKey() {
  const { open } = await kept('lock');
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveKey']);
  return { key: await agreed(pair.privateKey, open), half: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)) };
}

/** The key again, once the phone is unlocked. */
export async function sameKey(otherHalf) {
  return agreed(half, await crypto.subtle.importKey('raw', otherHalf, CURVE, false, []));
}

/** Locks content up for one place; it opens at no other. */
export async function shut(key, place, content) {
  const iv = random(12);
  return { iv, sealed: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, key, utf8(JSON.stringify(content)))) };
}

export async function reopen(key, place, { iv, sealed }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(place) }, key, sealed)));
}

const touched = () => { last = performance.now(); seen = Date.now(); };

/**
 * Calls when nobody touched the page for five minutes, also while it lay in a pocket. While it is looked at, a clock that is set counts for nothing; the
 * clock of the browser, which nobody sets, may stand still while the phone sleeps.
 */
export function whenIdle(call) {
  onIdle = call;
  for (const kind of ['pointerdown', 'keydown', 'input']) addEventListener(kind, touched, { capture: true, passive: true });
  const idle = () => { touched(); onIdle(); };
  setInterval(() => { if (performance.now() - last > IDLE) idle(); }, 5_000);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && (performance.now() - last > IDLE || Math.abs(Date.now() - seen) > IDLE)) idle(); });
}
