/* The first page: screen a person, call somebody, and what waits. It names nobody. */
import { h, icon, notice } from './dom.js';
import { act, draw, go, instead, languageSwitch, mine, noteNext, pack, sure, takeNote, visit } from './app.js';
import { day, moment, say } from './words.js';
import { all, Full, kept, newest, waiting } from './store.js';
import { begin, discard, NoRoom } from './entry.js';
import { hasPin, isOpen } from './lock.js';
import { along } from './house.js';
import { handIn, house } from './queue.js';
import { duty, urgent } from './calls.js';
import { isShownAgain } from './after.js';
import { words } from './outcome.js';
import { leftAt } from './asking.js';
import { homeScreenNotice } from './screen.js';
import { newer, take } from './worker.js';

const SHOWN = 50, ARRIVED = 20;
let noted = null, notedAt = -1;

/** The first page. */
export async function firstPage() {
  if (notedAt !== visit) {
    // what was said stays until the reader goes somewhere
    [noted, notedAt] = [takeNote(), visit];
    // what another page of this browser left waiting
    handIn();
  }
  const said = noted;
  const phone = await kept('phone');
  if (!phone || !pack) return stranger();
  const [queue, drafts] = [await queueSection(phone), await all('drafts')];
  const locked = phone.lost || !await hasPin();
  return {
    title: say('phone.title'),
    bar: [h('strong', { class: 'mark' }, say('house.name')), h('span', { class: 'push' }, languageSwitch())],
    content: [
      said,
      locked && notice('warn', 'key', say(phone.lost ? 'phone.lost' : 'phone.no-pin'), say('phone.lost.do'), enrolAnew()),
      !locked && keyNotice(phone),
      newer() && notice('', 'info', say('phone.newer'), h('p', { class: 'actions' }, h('button', { class: 'btn', type: 'button', click: take }, say('phone.newer.take')))),
      h('div', { class: 'page-head' }, h('h1', {}, say('phone.title')), h('p', {}, say('phone.lede'))),
      h('div', { class: 'starts' },
        !locked && h('button', { class: 'btn primary big', type: 'button', click: start('screening-short') }, icon('plus'), h('span', {}, say('screening.new'))),
        urgent(pack.country).map(call => h('a', { class: 'btn big call-now', href: `tel:${call.dialled}` }, icon('phone'), h('span', {}, call.number, ' ', h('small', {}, call.label)))),
        h('a', { class: 'btn big', href: '#/call' }, icon('phone'), h('span', {}, say('screening.all-numbers')))),
      duty('screening.duty-line'),
      !locked && h('p', { class: 'more-starts' }, h('a', { href: '#/begin/screening' }, say('phone.other-sets')), h('a', { href: '#/begin/follow-up' }, say('phone.follow-up')), h('a', { href: '#/begin/intake' }, say('phone.intake'))),
      drafts.length > 0 && h('section', { class: 'section', 'aria-labelledby': 'begun' }, h('h2', { id: 'begun' }, say('phone.begun')), h('ul', { class: 'rows' }, drafts.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)).map(row => h('li', { class: 'beside' },
        h('div', {}, h('a', { class: 'title', href: `#/ask/${row.id}/` }, say(`phone.kind.${words(row.kind)}`)), h('div', { class: 'meta' }, leftAt(row))),
        h('button', { class: 'btn small', type: 'button', click: sure(say('phone.discard.sure'), async () => { await discard(row.id); return draw(true); }) }, say('phone.discard')))))),
      queue,
      h('p', { class: 'more-starts' }, h('a', { href: '#/phone' }, say('phone.this')), h('a', { href: '/' }, say('phone.house'))),
    ],
  };
}

/** The way to enrolling this phone anew; it begins with signing in where nobody is. */
export const enrolAnew = () => h('p', { class: 'actions' }, house?.signedIn === false
  ? h('a', { class: 'btn', href: '/phone/in' }, say('phone.sign-in.enrol')) : h('a', { class: 'btn', href: '#/enrol' }, say('phone.enrol-anew')));

/** What is to be said of the key that this phone seals with, or nothing. */
export function keyNotice(phone) {
  if (phone.unknown) return notice('danger', 'alert', say('phone.unknown'), say('phone.unknown.do'));
  if (phone.unsigned) return notice('danger', 'alert', say('phone.key.unsigned'), say('phone.key.unsigned.do'), house?.signedIn && enrolAnew());
  return phone.until && Date.parse(phone.until) < Date.now() && notice('warn', 'key', say('phone.key.old', day(phone.until.slice(0, 10))), say('phone.key.old.do'));
}

/** How the queue stands, for the first page and for "this phone". */
export async function queueSection(phone) {
  const { records, papers } = await waiting(), { waits, came } = await newest(SHOWN, ARRIVED);
  const others = house?.signedIn && house.organisation !== phone.organisation;
  const state = !records && !papers ? say(came.length ? 'phone.queue.all-arrived' : 'phone.queue.empty')
    : house === null ? say('phone.queue.no-network') : house?.signedIn === false ? say('phone.queue.sign-in') : say(others ? 'phone.queue.other-organisation' : 'phone.queue.going');
  return h('section', { class: 'section', 'aria-labelledby': 'queue' }, h('h2', { id: 'queue' }, say('phone.queue', records)),
    h('p', { class: 'soft', role: 'status' }, papers > 0 && `${say('phone.queue.papers', papers)} `, state),
    records + papers > 0 && h('p', { class: 'actions' }, house?.signedIn === false || others
      ? h('a', { class: 'btn primary', href: '/phone/in' }, say('phone.sign-in'))
      : h('button', { class: 'btn', type: 'button', click: act(async () => { await handIn(true); await draw(true); }, () => draw(true)) }, say('phone.hand-in'))),
    h('ul', { class: 'rows' }, [...waits, ...came].map(row)),
    records > waits.length && h('p', { class: 'small soft' }, say('phone.queue.more', records - waits.length)));
}

function row(entry) {
  const outcome = entry.outcome ? say(`screening.outcome.short.${words(entry.outcome)}`) : say(`phone.kind.${words(entry.kind)}`);
  return h('li', { class: 'queued', 'data-record': entry.id }, h('div', {}, entry.after && isShownAgain(entry) ? h('a', { class: 'title', href: `#/result/${entry.id}` }, outcome) : h('span', { class: 'title' }, outcome), h('div', { class: 'meta' }, moment(entry.finishedAt),
    entry.papers > 0 && ` · ${say('phone.papers', entry.papersArrived ?? 0, entry.papers)}`)),
  entry.sealed ? h('span', { class: `badge ${entry.problem ? 'warn' : ''}` }, icon(entry.problem ? 'alert' : 'clock'), say('phone.waits')) : h('span', { class: 'badge good' }, icon('check'), entry.code ? say('phone.came.code', entry.code) : say('phone.came')),
  entry.problem && h('p', { class: 'small full' }, problem(entry.problem)),
  entry.paperProblem && h('p', { class: 'small full' }, say('phone.paper.problem'), ' ', problem(entry.paperProblem)));
}

const KNOWN = ['other-organisation', 'unknown-phone', 'not-found', 'other-content', 'too-large', 'damaged', 'unknown-key', 'signature', 'unreadable', 'busy', 'receipt'];
const problem = code => say(`phone.problem.${KNOWN.includes(code) ? code : 'other'}`, code);

function stranger() {
  return {
    title: say('phone.title'),
    bar: [h('a', { href: '/' }, icon('left'), say('call.back')), h('span', { class: 'push' }, languageSwitch())],
    content: [h('div', { class: 'page-head' }, h('h1', {}, say('phone.title')), h('p', {}, say('phone.lede'))),
      homeScreenNotice(),
      h('ul', {}, ['sealed', 'queue', 'names-nobody'].map(key => h('li', {}, say(`phone.promise.${key}`)))),
      h('p', { class: 'actions' }, house?.signedIn ? h('a', { class: 'btn primary big', href: '#/enrol' }, say('phone.enrol')) : h('a', { class: 'btn primary big', href: '/phone/in' }, say('phone.sign-in.enrol'))),
      house === null && h('p', { class: 'soft' }, say('phone.needs-network'))],
  };
}

/* Where one is, is filled in beforehand; it can be changed on the first page. */
const known = form => form.sections.some(s => s.questions.some(q => q.id === 'country' && q.codes?.some(c => c.code === pack.country))) ? { country: { code: pack.country } } : {};

const start = (id, about = null) => act(async () => {
  const form = mine().forms.find(f => f.form === id);
  const entry = await begin(form, about, form.kind === 'screening' ? known(form) : {});
  go(`ask/${entry.id}/${entry.data.at}`);
}, error => {
  const text = error instanceof NoRoom || error instanceof Full ? 'phone.full' : 'phone.not-kept';
  noteNext(notice('danger', 'alert', say(text), say(`${text}.do`)));
  console.error(error);
  return go('');
});

/** What can be begun of a kind: sets of questions, a planned visit, an intake of a case. */
export async function beginPage(kind, record) {
  if (!pack || !await hasPin()) return instead('');
  const forms = mine().forms.filter(f => f.kind === kind);
  if (kind === 'screening') return choice(say('phone.other-sets'), forms.map(f => [f.title, f.about, start(f.form)]));
  if (record) return choice(say('phone.intake.of-this'), forms.map(f => [f.title, f.about, start(f.form, { record })]));
  if (!isOpen()) return instead(`unlock/begin/${kind}`);
  const planned = await along();
  if (!planned) return choice(say(`phone.${kind}`), [], say('phone.along.none'));
  const what = kind === 'follow-up'
    ? planned.followUps.flatMap(f => quick(forms).map(form => [f.code, `${say(`phone.way.${f.way === 'call' ? 'call' : 'visit'}`)} · ${day(f.day)}`, start(form.form, { followUp: f.id })]))
    : planned.cases.flatMap(c => forms.map(form => [c.code, form.title, start(form.form, { case: c.id })]));
  return choice(say(kind === 'follow-up' ? 'phone.follow-up' : 'phone.intake'), what, what.length ? say('phone.along.at', moment(planned.at)) : say('phone.along.none'));
}

/* On the way the short form is filled in; the long one waits at the desk. */
const quick = forms => [forms.find(f => f.form === 'follow-up-short') ?? forms[0]].filter(Boolean);

const choice = (title, lines, lede) => ({
  title,
  content: [h('div', { class: 'page-head' }, h('h1', {}, title), lede && h('p', {}, lede)),
    h('ul', { class: 'rows sets' }, lines.map(([name, about, click]) => h('li', {}, h('button', { class: 'link-button title', type: 'button', click }, name), h('p', { class: 'soft small' }, about))))],
});
