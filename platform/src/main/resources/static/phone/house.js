/* What this phone and the house say to each other. Answers: what was asked, or undefined where the house could not be reached. */
import { get, keep, kept, waiting } from './store.js';
import { newKey, shut, destroy, hasPin, isOpen, reopen, sameKey } from './lock.js';
import { signingPair, verified } from './seal.js';

/* The house waits for a body as long as 500 bytes come a second; so does this phone, on a line that is that slow. */
const WAIT = 60_000, SLOWEST = 500;
const patience = body => WAIT + (body?.byteLength ?? body?.length ?? 0) / SLOWEST * 1000;

/** The house is there and says no. */
export class Refusal extends Error {
  constructor(status, code, after) { super(code); Object.assign(this, { status, code, after }); }
}

/** Asks the house; throws Refusal where it refuses, and whatever fetch throws where it is not there. */
export async function ask(path, options = {}) {
  const answer = await fetch(path, { cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(patience(options.body)), ...options, headers: { Accept: 'application/json', ...options.headers } });
  if (answer.status === 204) return null;
  const said = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : {};
  if (!answer.ok) throw new Refusal(answer.status, said.code ?? (answer.status === 401 || answer.status === 403 ? 'signed-out' : `http-${answer.status}`), Number(answer.headers.get('Retry-After')) || undefined);
  return said;
}

/** Who is signed in here, and what the house knows of this phone. */
export async function here() {
  const phone = await kept('phone');
  const { records, papers } = await waiting();
  const said = await ask(`/phone/here?waiting=${records + papers}${phone ? `&phone=${phone.id}` : ''}`);
  if (phone && !phone.lost && await isLost(said, phone)) {
    await destroy();
    await keep('phone', { ...phone, lost: true });
  }
  if (phone && said.phone === 'UNKNOWN' && said.organisation === phone.organisation) await knownAgain(said, phone);
  else if (phone?.unknown && said.phone === 'ENROLLED') await keep('phone', { ...await kept('phone'), unknown: undefined });
  return said;
}

/* Whoever is signed in is told by the session. A phone on which nobody is, as where a thief has it, is told by the house's signature alone. */
async function isLost(said, { id, trust }) {
  return said.phone === 'LOST' || (said.lost && (await verified(said.lost, 'passerelle-phone-lost+jwt', trust))?.phone === id);
}

/* A house that was restored from before this phone was enrolled does not know it, and would refuse what it has sealed. The phone enrols once more as
   the one it is; where another officer is signed in, the page says who has to. */
async function knownAgain(said, phone) {
  if (said.user !== phone.user || !phone.open || phone.lost) return keep('phone', { ...phone, unknown: true });
  try {
    await enrolled(phone.name, phone.open, said.csrf, phone.id);
    await keep('phone', { ...await kept('phone'), unknown: undefined });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await keep('phone', { ...phone, unknown: true });
  }
}

const enrolled = (name, key, csrf, id) => ask('/phone/enrolments', {
  method: 'POST', body: JSON.stringify({ name, key, id }), headers: { 'Content-Type': 'application/json', [csrf.header]: csrf.token },
});

/**
 * Enrols this phone for whoever is signed in. What waits in the queue stays there.
 * @param name by which its owner and an administrator know it
 */
export async function enrol(name, csrf) {
  const pair = await signingPair();
  const said = await enrolled(name, pair.open, csrf);
  const phone = { id: said.phone, user: said.user, organisation: said.organisation, node: said.node, name, secret: pair.secret, open: pair.open, trust: said.trust, since: new Date().toISOString() };
  const key = await keyOf(said.key, phone);
  if (!key) throw new Refusal(0, 'key');
  await keep('phone', { ...phone, ...key });
}

const KEY = 'passerelle-phone-key+jwt';

/*
 * A key to seal with, only if a key that this phone trusts signed it. The house may have renewed its own key more than once while the phone was
 * away: each statement of the chain, the oldest first, is signed by a key that the one before it announced.
 */
async function keyOf(word, { trust, issued }, chain = []) {
  let trusted = trust;
  for (const link of chain) trusted = (await verified(link, KEY, trusted))?.trust ?? trusted;
  const said = await verified(word, KEY, trusted);
  if (!said || !/^age1[02-9ac-hj-np-z]{58}$/.test(said.recipient ?? '')) return undefined;
  // an older word, played back: its key may be one that somebody has found since
  if (issued && said.issued < issued) return undefined;
  return { recipient: said.recipient, key: said.id, until: said.until, issued: said.issued, trust: said.trust?.length ? said.trust : trusted, unsigned: false };
}

/** Takes the key that the house offers now; one that nobody signed is not taken, and the one at hand stays. */
export async function refreshKey() {
  const phone = await kept('phone');
  const { key, chain } = await ask('/phone/key');
  const newer = await keyOf(key, phone, chain);
  await keep('phone', { ...await kept('phone'), ...newer ?? { unsigned: true } });
}

/** Takes what is newer: forms and numbers, what is planned. */
export async function refresh(said) {
  const phone = await kept('phone'), pack = await kept('pack');
  const fresh = await ask(`/phone/pack?have=${pack?.digest ?? ''}`);
  if (fresh) await keep('pack', withFormer(fresh, pack));
  if (said.user === phone.user && !phone.lost) await takeAlong();
}

/* What is begun is finished with the questions that it was begun with. */
function withFormer(fresh, before) {
  for (const [language, pack] of Object.entries(fresh.packs)) {
    const had = before?.packs[language] ?? { forms: [] };
    pack.former = [...had.forms, ...had.former ?? []].filter(f => !pack.forms.some(g => g.form === f.form && g.version === f.version));
  }
  return fresh;
}

async function takeAlong() {
  // without a PIN there is nothing to lock it up with
  if (!await hasPin()) return;
  const along = await ask('/phone/along');
  const { key, half } = await newKey();
  await keep('along', { half, at: new Date().toISOString(), ...await shut(key, 'along', along) });
}

/** Planned visits and own cases by their codes; undefined while the phone is locked. */
export async function along() {
  const locked = await kept('along');
  if (!locked || !isOpen()) return undefined;
  return { at: locked.at, ...await reopen(await sameKey(locked.half), 'along', locked) };
}

export const draft = id => get('drafts', id);
