/* What a finished screening asks for, under the PIN and for a day. */
import { reopen, sameKey, shut } from './lock.js';

const A_DAY = 24 * 3600_000;

/** Whether the next steps of an entry of the queue can still be read. */
export const isShownAgain = entry => Boolean(entry?.after) && entry.afterUntil > new Date().toISOString();

/**
 * Locks up what to do next, so that it can be read again for a day: the call that it asks for may take longer than the phone stays unlocked. Of the
 * answers only country and language go along, which the numbers to call and the words for the person go by.
 */
export async function nextSteps({ id, key, half, form }, found, { country, languages }) {
  const { outcome, urgency, ageNow, ageThen, steps } = found;
  const about = Object.fromEntries(Object.entries({ country, languages }).filter(([, answer]) => answer).map(([name, { code, codes }]) => [name, { code, codes }]));
  const locked = await shut(key, `after ${id}`, { form: form.form, version: form.version, answers: about, result: { outcome, urgency, ageNow, ageThen, steps } });
  return { after: { half, ...locked }, afterUntil: new Date(Date.now() + A_DAY).toISOString() };
}

/**
 * What was kept of a result, once the phone is unlocked.
 * @param entry of the queue
 * @returns what the page of the result shows, or null where it can no longer be opened
 */
export async function readAgain({ id, after, finishedAt, papers }, formOf) {
  try {
    const { form, version, ...said } = await reopen(await sameKey(after.half), `after ${id}`, after);
    return { id, ...said, form: formOf(form, version) ?? { form, version, sections: [] }, finishedAt, papers, again: true };
  } catch { return null; }
}
