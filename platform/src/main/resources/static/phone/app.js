/* What every page of the phone stands in: the bar above, the title, the way to another page. */
import { h, icon } from './dom.js';
import { choose, language, languages, say } from './words.js';

/** Forms, countries and rules by language, with the organisation's own country and duty line; undefined before the phone is enrolled. */
export let pack;
export const takePack = taken => { pack = taken; };

/** The forms and numbers in the language of the reader. */
export const mine = () => pack?.packs[language()];

/** A form in the language of the reader, if this phone has the version; null if not. */
export const formOf = (id, version) => [...mine()?.forms ?? [], ...mine()?.former ?? []].find(f => f.form === id && f.version === version) ?? null;

let routes = {}, after = () => {};

/** Sets what is drawn for which address, and what follows each drawing. */
export function setOut(all, then) {
  routes = all;
  after = then;
  addEventListener('hashchange', () => draw());
}

export const at = () => location.hash.replace(/^#\/?/, '').split('/');

/** Goes to a page; to the same one, it is drawn anew. */
export function go(path) {
  const hash = `#/${path}`;
  if (location.hash === hash) return draw();
  location.hash = hash;
  return undefined;
}

/** Replaces the page without leaving a way back to it. */
export function replace(path) {
  history.replaceState(null, '', `#/${path}`);
  return draw();
}

/** What a page answers that leads to another one; followed only if the reader has not gone elsewhere meanwhile. */
export const instead = path => ({ instead: path });

const FOCUSABLE = 'main a[href], main button, main input, .plainbar a';
/** How often the reader went to a page; what is said once is said until they go to the next. */
export let visit = 0;

let drawing = 0, arriving = false;

let down = false, onLift = [];
for (const kind of ['pointerdown', 'touchstart']) addEventListener(kind, () => { down = true; }, { capture: true, passive: true });
// a click follows the finger by a moment
for (const kind of ['pointerup', 'pointercancel', 'touchend', 'touchcancel', 'blur']) {
  addEventListener(kind, () => { down = false; setTimeout(() => { if (!down) onLift.splice(0).forEach(go => go()); }, 350); }, { capture: true, passive: true });
}
const lifted = () => down ? new Promise(go => { onLift.push(go); }) : undefined;

/** Draws the page that the address asks for. @param calm whether the reader stays where they are */
export async function draw(calm = false) {
  if (!calm) { visit++; arriving = true; }
  const [name, ...parts] = at(), mineNow = ++drawing;
  const page = await (routes[name] ?? routes[''])(...parts);
  if (!page || mineNow !== drawing) return;
  if (page.instead !== undefined) { await replace(page.instead); return; }
  // what changes by itself may overtake the way to a page: the reader arrives all the same
  calm = !arriving;
  const y = scrollY, focused = calm && [...document.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  document.title = `${page.title}. ${say('house.name')}`;
  const fresh = frame(page), shown = document.getElementById('app');
  if (calm) {
    // what says the same stays, and nothing is taken away from under a finger
    if (fresh.length === shown.childNodes.length && fresh.every((part, i) => part.isEqualNode(shown.childNodes[i]))) return;
    await lifted();
    if (mineNow !== drawing) return;
  }
  shown.replaceChildren(...fresh);
  arriving = false;
  // what is drawn anew where one is closes nothing that was opened meanwhile
  if (!calm) after(name);
  if (calm) {
    scrollTo(0, y);
    if (focused >= 0) document.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
    return;
  }
  scrollTo(0, 0);
  const first = document.querySelector('.error-summary') ?? document.querySelector('main h1');
  if (first) { first.setAttribute('tabindex', '-1'); first.focus({ preventScroll: true }); }
}

function frame({ bar, content }) {
  return [
    h('a', { class: 'skip', href: '#content', click: event => { event.preventDefault(); document.getElementById('content').focus(); } }, say('house.skip')),
    document.body.dataset.demo === 'true' && h('div', { class: 'demo-mark', role: 'region', 'aria-label': say('house.demo') }, h('strong', {}, say('house.demo')), ' ', h('span', {}, say('house.demo.long'))),
    h('header', { class: 'plainbar' }, h('div', { class: 'wrap' }, bar ?? home())),
    h('main', { id: 'content', tabindex: '-1' }, h('div', { class: 'wrap' }, content)),
  ].filter(Boolean);
}

/** The way back to the first page. */
export const home = () => h('a', { href: '#/' }, icon('left'), say('phone.title'));

/** The switch of languages, which works without a network as well. */
export const languageSwitch = () => h('div', { class: 'languages', role: 'group', 'aria-label': say('house.language') }, languages().map(tag => h('a', {
  href: `#/${at().join('/')}`, lang: tag, 'aria-current': tag === language() ? 'true' : null,
  click: event => { event.preventDefault(); choose(tag); draw(true); },
}, h('span', { class: 'short', 'aria-hidden': 'true' }, say(`house.language.short.${tag}`)), h('span', { class: 'long' }, say(`house.language.long.${tag}`)))));

let note = null;
/** Says something once on the next drawing of the first page. */
export const noteNext = what => { note = what; };
export const takeNote = () => {
  const said = note;
  note = null;
  return said;
};

/** Works at the second press, because there is no way back. @param again what the button says then */
export const sure = (again, work) => async event => {
  const button = event.currentTarget;
  if (button.dataset.sure) return work();
  button.dataset.sure = 'yes';
  button.textContent = again;
  return undefined;
};

/** A button that works once at a time, and says what went wrong. */
export function act(work, failed) {
  let busy = false;
  return async event => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const button = event.submitter ?? event.currentTarget;
    button.setAttribute('aria-busy', 'true');
    try {
      await work(event, button);
    } catch (error) {
      await failed(error);
    } finally {
      busy = false;
      button.removeAttribute('aria-busy');
    }
  };
}
