/* The home screen of the phone, and what its browser promises to keep. */
import { notice } from './dom.js';
import { say } from './words.js';

/* iPads say that they are a Mac; no Mac has a touch screen. */
const ofApple = () => /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

/** Whether the page was opened from the home screen. */
export const isStandalone = () => navigator.standalone === true || matchMedia('(display-mode: standalone)').matches;

/**
 * Whether the page must be put on the home screen before the phone is enrolled: on Apple's phones a page there has a store of its own, and what lies in the
 * browser itself is removed after seven days in which nobody used it (WebKit, "Full third-party cookie blocking and more", 2020).
 */
export const homeScreenFirst = () => ofApple() && !isStandalone();

/** Says so, where it is so. */
export const homeScreenNotice = () => homeScreenFirst() && notice('warn', 'alert', say('phone.home-screen-first'), say('phone.home-screen-first.do'));

/**
 * Asks the browser to remove nothing by itself, also where it refused before: it grants that to a page on the home screen or one that is used often.
 * @returns {Promise<boolean|undefined>} undefined where the browser cannot promise it
 */
export async function keepForGood() {
  try {
    return await navigator.storage?.persisted?.() || await navigator.storage?.persist?.();
  } catch { return false; }
}
