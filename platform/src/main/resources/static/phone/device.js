/* This phone: enrolling it, unlocking it, what lies on it, and wiping it. */
import { h, icon, notice } from './dom.js';
import { act, at, draw, home, instead, languageSwitch, noteNext, pack, replace, sure, takePack } from './app.js';
import { language, megabytes, moment, say } from './words.js';
import { kept, room, total, waiting, within } from './store.js';
import { destroy, hasPin, isOpen, setPin, unlock } from './lock.js';
import { homeScreenNotice, isStandalone, keepForGood } from './screen.js';
import { enrol, Refusal } from './house.js';
import { handIn, house } from './queue.js';
import { enrolAnew, keyNotice, queueSection } from './first.js';
import { readyOffline } from './worker.js';

const SHORTEST = 6;
let problem = null;

const pinField = (id, label, hint, wrong) => h('div', { class: `field ${wrong ? 'invalid' : ''}` }, h('label', { for: id }, label), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint),
  wrong && h('p', { class: 'field-error', id: `${id}-error` }, icon('alert'), h('span', {}, wrong)),
  h('input', { id, name: id, class: 'pin', type: 'text', inputmode: 'numeric', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', 'aria-describedby': [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || null, 'aria-invalid': wrong ? 'true' : null }));

/* A system's name is enough to tell one's two telephones apart; nobody's name belongs here. */
function deviceName() {
  const said = navigator.userAgent;
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'].find(one => said.includes(one)) ?? '';
  const browser = [['Edg/', 'Edge'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']].find(([mark]) => said.includes(mark))?.[1] ?? '';
  return [browser, system === 'Macintosh' ? 'Mac' : system].filter(Boolean).join(', ');
}

/* What is unfinished stays readable under the PIN that it was locked with, if the same officer enrols; another one has to give it up. */
async function underThePin() {
  const before = await kept('phone');
  if (!await hasPin()) return { stays: false, lost: 0 };
  return before?.user === house.user ? { stays: true, lost: 0 } : { stays: false, lost: await total('drafts') };
}

/** Enrolling: a name for the phone and a PIN. */
export async function enrolPage() {
  if (!house?.signedIn) { await handIn(true); if (!house?.signedIn) return instead(''); }
  const wrong = problem, { stays, lost } = await underThePin();
  problem = null;
  return {
    title: say('phone.enrol'),
    bar: [home(), h('span', { class: 'push' }, languageSwitch())],
    content: [h('div', { class: 'page-head' }, h('h1', {}, say('phone.enrol')), h('p', {}, say('phone.enrol.lede'))),
      wrong?.other && notice('danger', 'alert', wrong.other),
      homeScreenNotice(),
      lost > 0 && notice('danger', 'alert', say('phone.enrol.others', lost), say('phone.enrol.others.do')),
      h('form', { class: 'narrow stack', autocomplete: 'off', novalidate: true, submit: act(enrolling, enrolFailed) },
        h('div', { class: 'field' }, h('label', { for: 'name' }, say('phone.name')), h('p', { class: 'hint', id: 'name-hint' }, say('phone.name.hint')), nameInput(wrong?.name)),
        stays ? h('p', {}, say('phone.pin.stays'))
          : [pinField('pin', say('phone.pin'), say('phone.pin.hint', SHORTEST), wrong?.pin), pinField('again', say('phone.pin.again'), null, wrong?.again), h('p', { class: 'small soft' }, say('phone.pin.protects'))],
        h('p', { class: 'actions' }, h('button', { class: `btn big ${lost ? 'danger' : 'primary'}`, type: 'submit' }, say(lost ? 'phone.enrol.others.sure' : 'phone.enrol.do'))))],
  };
}

function nameInput(typed) {
  const input = h('input', { id: 'name', name: 'name', type: 'text', maxlength: 60, autocomplete: 'off', 'aria-describedby': 'name-hint' });
  input.value = typed ?? deviceName();
  return input;
}

async function enrolling(event) {
  const { name, pin, again } = Object.fromEntries(new FormData(event.target)), { stays } = await underThePin();
  if (stays) problem = null;
  else if (pin.length < SHORTEST || /^(.)\1*$/.test(pin) || '01234567890 09876543210'.includes(pin)) problem = { name, pin: say(pin.length < SHORTEST ? 'phone.pin.short' : 'phone.pin.easy', SHORTEST) };
  else if (pin !== again) problem = { name, again: say('phone.pin.differs') };
  if (problem) return draw();
  await enrol(name.trim() || deviceName(), house.csrf);
  if (!stays) {
    // what another PIN locked can be opened no more: it does not lie about
    await destroy();
    await setPin(pin);
  }
  const persistent = await keepForGood();
  await readyOffline();
  await handIn(true);
  takePack(await kept('pack'));
  noteNext(notice('good', 'check', say('phone.enrolled'), say(isStandalone() ? 'phone.enrolled.try' : persistent === false ? 'phone.not-persistent' : 'phone.enrolled.how')));
  return replace('');
}

async function enrolFailed(error) {
  const refused = error.code === 'too-many-phones' ? 'phone.enrol.too-many' : 'phone.enrol.refused';
  problem = { other: say(error instanceof Refusal ? refused : 'phone.needs-network') };
  console.error(error);
  return draw();
}

/** The PIN is asked, and then the page that was wished. */
export async function unlockPage(...then) {
  if (isOpen()) return instead(then.join('/'));
  if (!await hasPin()) return instead('');
  const wrong = problem;
  problem = null;
  return {
    title: say('phone.unlock'),
    content: [h('div', { class: 'page-head' }, h('h1', {}, say('phone.unlock')), h('p', {}, say('phone.unlock.why'))),
      h('form', { class: 'narrow stack', autocomplete: 'off', novalidate: true, submit: act(async event => {
        const left = await unlock(new FormData(event.target).get('pin'));
        if (left < 0) return replace(at().slice(1).join('/'));
        if (left === 0) { noteNext(notice('danger', 'alert', say('phone.wiped-after'), say('phone.wiped-after.queue'))); return replace(''); }
        problem = { pin: say('phone.pin.wrong', left) };
        return draw();
      }, error => { throw error; }) }, pinField('pin', say('phone.pin'), null, wrong?.pin), h('p', { class: 'actions' }, h('button', { class: 'btn primary big', type: 'submit' }, say('phone.unlock.do'))))],
  };
}

/** What is kept here, since when and for whom, and wiping it. */
export async function devicePage() {
  const [phone, drafts, papers, there, lock] = [await kept('phone'), await total('drafts'), await total('papers'), await room(), await kept('lock')];
  if (!phone) return instead('');
  const persistent = await navigator.storage?.persisted?.();
  const waits = await waiting();
  const fact = (key, ...value) => [h('dt', {}, say(key)), h('dd', {}, value)];
  return {
    title: say('phone.this'),
    bar: [home(), h('span', { class: 'push' }, languageSwitch())],
    content: [h('div', { class: 'page-head' }, h('h1', {}, say('phone.this')), h('p', {}, say('phone.this.lede'))),
      keyNotice(phone),
      phone.lost && notice('warn', 'key', say('phone.lost'), say('phone.lost.do'), enrolAnew()),
      h('dl', { class: 'facts' }, fact('phone.fact.name', phone.name), fact('phone.fact.for', [pack?.organisation?.[language()], say('phone.fact.for.node', phone.node)].filter(Boolean).join(', ')), fact('phone.fact.since', moment(phone.since)),
        fact('phone.fact.waits', say('phone.fact.sealed', waits.records)), fact('phone.fact.begun', drafts ? say('phone.fact.locked', drafts) : say('phone.fact.nothing')),
        fact('phone.fact.papers', papers ? say('phone.fact.sealed-papers', papers) : say('phone.fact.nothing')),
        fact('phone.fact.lock', lock ? say(isOpen() ? 'phone.fact.lock.open' : 'phone.fact.lock.shut') : say('phone.fact.lock.none')),
        there && fact('phone.fact.room', say('phone.fact.room.free', megabytes(there.free), megabytes(there.used))),
        persistent !== undefined && fact('phone.fact.persistent', say(persistent ? 'phone.fact.persistent.yes' : 'phone.fact.persistent.no')),
        fact('phone.fact.forms', pack ? say('phone.fact.forms.count', pack.packs.en.forms.length) : '–')),
      await queueSection(phone),
      h('section', { class: 'section', 'aria-labelledby': 'wipe' }, h('h2', { id: 'wipe' }, say('phone.wipe')), h('p', {}, say('phone.wipe.what')),
        waits.records + waits.papers > 0 && notice('danger', 'alert', say('phone.wipe.waits', waits.records + waits.papers), say('phone.wipe.waits.do')),
        h('p', { class: 'actions' }, h('button', { class: 'btn', type: 'button', click: sure(say('phone.wipe.sure'), async () => { await destroy(); return draw(); }) }, say('phone.wipe.begun')),
          h('button', { class: 'btn danger', type: 'button', click: sure(say('phone.wipe.sure'), wipeAll) }, say('phone.wipe.all'))))],
  };
}

async function wipeAll() {
  await within(['kept', 'drafts', 'queue', 'papers'], 'readwrite', async s => { for (const store of Object.values(s)) await store.clear(); });
  for (const name of await caches.keys()) await caches.delete(name);
  for (const one of await navigator.serviceWorker?.getRegistrations?.() ?? []) await one.unregister();
  try { localStorage.clear(); } catch { /* nothing was kept there */ }
  location.replace('/');
}
