/* A form, page by page, as the house asks it. Each page is kept locked up as it is left. */
import { callBox, h, icon, notice } from './dom.js';
import { act, draw, formOf, go, instead, mine, noteNext, pack, replace } from './app.js';
import { moment, say } from './words.js';
import { codes, read, visibility } from './answers.js';
import { alone, field, fieldsOf } from './question.js';
import { addPaper, ChangedElsewhere, close, finish, NoPicture, NoRoom, open, resume, save } from './entry.js';
import { isOpen } from './lock.js';
import { Full } from './store.js';
import { minutes } from './pace.js';
import { result } from './result.js';
import { duty, urgent } from './calls.js';
import { elementWords, show, words } from './outcome.js';
import { handIn } from './queue.js';

const ELEMENTS = ['act', 'means', 'purpose'];
let said = { problems: [], fields: null, note: null }, changed = null, soon, returns = null;

/* The day after is no error yet: the clock of a phone may be a day behind, and the house reads every answer again. */
const today = () => { const now = new Date(Date.now() + 24 * 3600_000); return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`; };

/** The page of a section of what is being filled in. */
export async function askPage(id, sectionId) {
  if (open()?.id !== id && !isOpen()) return instead(`unlock/ask/${id}/${sectionId ?? ''}`);
  const entry = await resume(id, formOf);
  if (!entry) {
    // finished or thrown away on another page
    if (said.note) noteNext(notice('warn', 'info', say('phone.gone')));
    said = { problems: [], fields: null, note: null };
    return instead('');
  }
  entry.form = formOf(entry.data.form, entry.data.version) ?? entry.form;
  const { form, data } = entry, visible = visibility(form, data.answers), way = visible.sections();
  const number = Math.max(0, way.findIndex(s => s.id === (sectionId || data.at)));
  const section = way[number], last = number === way.length - 1, shown = visible.questions(section);
  const soFar = form.kind === 'screening' ? result(form, visible.answers(), mine().rules) : null;
  const country = codes(data.answers, 'country')[0] ?? pack.country;
  const { problems, fields, note } = said;
  said = { problems: [], fields: null, note: null };
  const one = shown.length === 1;
  const danger = codes(data.answers, 'danger_now').includes('yes') && way.slice(Math.max(0, number - 1), number + 1).some(s => s.questions.some(q => q.id === 'danger_now'));
  const passed = way.slice(0, number).filter(s => !visible.questions(s).some(q => data.answers[q.id]));
  const mayFinish = soFar && !last && way.findLastIndex(s => s.element === 'urgency') <= number;
  // a touch that was not meant leads to another page, and seals nothing
  const leadsOn = one && oneOfFew(shown[0]) && !last && !mayFinish;
  const ask = q => field(form, q, data.answers, problems, fields, one ? { title: section.title, hint: section.hint } : null);
  const page = h('form', { class: `question ${one ? 'one' : ''}`, id: 'screening', 'data-leads-on': leadsOn ? '' : null, click: event => lead(event, leadsOn), autocomplete: 'off', novalidate: true, change: alone, submit: act(event => sent(event, entry, section), trouble) },
    h('button', { class: 'default-action', type: 'submit', value: 'next', tabindex: '-1', 'aria-hidden': 'true' }),
    note, wayOn(way, number, visible, soFar),
    danger && h('div', { class: 'notice danger', role: 'alert' }, icon('alert'), h('p', {}, h('strong', {}, say('screening.danger.call'))), urgent(country).map(callBox), h('p', { class: 'small' }, say('screening.danger.go-on'))),
    !one && [h('h1', {}, section.title), section.hint && h('p', { class: 'hint' }, section.hint)],
    shown.map(ask),
    section.why && h('details', { class: 'stack-s' }, h('summary', {}, say('forms.why')), h('p', { class: 'small soft' }, section.why)),
    papers(entry, section),
    passed.length > 0 && h('details', { class: 'passed' }, h('summary', {}, say('screening.passed', passed.length)), h('ul', { class: 'plain' }, passed.map(s => h('li', {}, h('button', { class: 'link-button', type: 'submit', value: `to-${s.id}` }, s.title))))),
    mayFinish && h('p', {}, h('button', { class: 'btn', type: 'submit', value: 'next' }, say('screening.add-more'))),
    h('div', { class: 'thumb' },
      number === 0 ? h('button', { class: 'btn big', type: 'submit', value: 'leave' }, icon('left'), h('span', {}, say('screening.leave')))
        : h('button', { class: 'btn big', type: 'submit', value: 'back' }, icon('left'), h('span', {}, say('screening.back'))),
      h('button', { class: 'btn big primary', type: 'submit', value: last || mayFinish ? 'finish' : 'next' }, say(last || mayFinish ? soFar ? 'screening.finish' : 'phone.finish' : 'screening.continue'), icon('right'))));
  changed = page;
  page.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(() => keepTyped(entry).catch(error => error instanceof ChangedElsewhere ? trouble(error) : undefined), 1000); });
  return {
    title: (problems.length ? `${say('forms.error')} ` : '') + section.title,
    bar: [h('button', { class: 'link-button', type: 'submit', form: 'screening', value: 'leave' }, icon('left'), say('screening.save-and-leave')),
      h('span', { class: 'push' }, h('span', { class: 'saved' }, icon('lock'), say('phone.kept-locked')), urgent(country).map(call => h('a', { class: 'btn call-now', href: `tel:${call.dialled}` }, icon('phone'), call.number)))],
    content: [
      form.banner && h('p', { class: 'banner', role: 'note' }, say(`forms.banner.${form.banner}`)),
      problems.length > 0 && summary(form, problems),
      h('div', { class: 'columns' }, page, aside(form, data, soFar, country, soFar && progress(way, number, soFar))),
    ],
  };
}

const summary = (form, problems) => h('div', { class: 'error-summary', role: 'alert', tabindex: '-1' }, h('h2', {}, say('forms.problems', problems.length)), h('ul', { class: 'plain' }, problems.map(p => h('li', {}, h('a', {
  href: `#${p.field}`, click: event => { event.preventDefault(); const to = document.getElementById(p.field); to?.scrollIntoView({ block: 'center' }); to?.focus(); },
}, `${form.sections.flatMap(s => s.questions).find(q => q.id === p.question)?.label ?? ''}: ${say(p.key, ...p.args)}`)))), h('p', { class: 'small' }, say('forms.problems.kept')));

/* Where one answer is all that is asked, pressing it leads on; arrows of the keyboard only move in the group. */
const oneOfFew = q => q.type === 'yes-no-unknown' || (q.type === 'choice' && !q.long);
let leading = false;
function lead(event, leadsOn) {
  if (!leadsOn || leading || event.detail === 0 || !event.target.closest('.choice')) return;
  const form = event.currentTarget;
  leading = true;
  setTimeout(() => { leading = false; if (form.querySelector('input[type="radio"]:checked')) form.requestSubmit(form.querySelector('.thumb .primary')); });
}

/* How far it is, and how long the rest takes up to what cannot wait, by the model of the house (protect.casework.screening.ScreeningTime). */
function wayOn(way, at, visible, soFar) {
  const last = way.findLastIndex(s => s.element === 'urgency');
  const left = minutes(way.slice(at, Math.max(at, last) + 1), visible);
  return h('p', { class: 'over way' }, h('progress', { max: way.length, value: at + 1, 'aria-hidden': 'true' }), h('span', {}, say('screening.page', at + 1, way.length), soFar && ` · ${say('screening.minutes-left', left)}`));
}

function progress(way, at, soFar) {
  return h('ol', { class: 'elements', 'aria-label': say('screening.progress') }, ELEMENTS.map((element, i) => {
    const current = way[at].element === element, signs = soFar.elements[i].signs.length > 0, past = way.findLastIndex(s => s.element === element) < at;
    const state = current ? say('screening.progress.current', at + 1, way.length) : say(`screening.progress.${signs ? 'recorded' : past ? 'nothing' : 'to-come'}`);
    return h('li', { class: signs || past ? 'done' : '', 'aria-current': current ? 'step' : null }, h('b', {}, say(`screening.element.${element}`)), state);
  }));
}

function aside(form, data, soFar, country, elements) {
  const asked = data.answers.age_under_18 || data.answers.age_estimate;
  const minor = soFar && asked && (soFar.ageNow !== 'ADULT' ? 'now' : soFar.ageThen !== 'ADULT' ? 'then' : null);
  const lines = soFar ? elementWords(form, soFar).filter(e => e.signs.length) : [];
  return h('aside', { class: 'sticky stack', 'aria-label': say('screening.aside') },
    elements, minor && notice('warn', 'minor', say(`screening.minor.${minor}`), say('screening.minor.means')),
    soFar && h('section', { class: 'section', 'aria-labelledby': 'sofar' }, h('h2', { id: 'sofar' }, say('screening.so-far')),
      h('dl', { class: 'facts' }, h('dt', {}, say('screening.one')), h('dd', {}, say('screening.set', form.title, form.version), h('br'), h('span', { class: 'soft' }, say(`forms.state.${words(form.state)}`))),
        lines.map(line => [h('dt', {}, line.title), h('dd', {}, h('ul', { class: 'plain' }, line.signs.map(s => h('li', {}, s))))])),
      !lines.length && h('p', { class: 'soft' }, say('screening.so-far.nothing'))),
    h('section', { class: 'section', 'aria-labelledby': 'now' }, h('h2', { id: 'now' }, say('screening.in-danger')), urgent(country).map(callBox), duty('screening.duty-line'), h('p', {}, h('a', { href: '#/call' }, say('screening.all-numbers')))));
}

function papers(entry, section) {
  const count = entry.data.papers.length;
  const file = h('input', { type: 'file', accept: 'image/*', capture: 'environment', id: 'paper', class: 'visually-hidden', change: act(async event => {
    const chosen = event.target.files[0];
    if (!chosen) return;
    await keepTyped(entry, section);
    const added = await addPaper(entry, chosen);
    // what was typed while it was sealed
    if (changed?.isConnected) said.fields = fieldsOf(changed);
    said.note = notice(added ? 'good' : 'warn', added ? 'lock' : 'info', say(added ? 'phone.paper.sealed' : 'phone.paper.enough'));
    await draw(true);
  }, trouble) });
  return h('div', { class: 'papers' }, file, h('label', { class: 'btn', for: 'paper' }, icon('file'), say('phone.paper.add')), h('span', { class: 'small soft' }, count ? say('phone.paper.count', count) : say('phone.paper.hint')));
}

/* Nothing that was typed is lost where something goes wrong: it stands in the form, and the reader learns why. */
async function trouble(error) {
  const [kind, text] = error instanceof NoPicture ? ['warn', 'phone.paper.unreadable'] : ['danger', error instanceof ChangedElsewhere ? 'phone.elsewhere'
    : error instanceof NoRoom || error instanceof Full ? 'phone.full' : 'phone.not-kept'];
  if (text === 'phone.not-kept') console.error(error);
  // what the other page kept is opened, with what was typed here in it
  if (error instanceof ChangedElsewhere) close();
  said.fields = changed ? fieldsOf(changed) : null;
  said.note = notice(kind, kind === 'warn' ? 'info' : 'alert', say(text), kind === 'danger' && say(`${text}.do`));
  await draw();
}

/** Keeps what stands in the page as far as it can be taken; also when the phone locks itself. */
export async function keepTyped(entry = open(), section = null) {
  if (!entry || entry !== open() || !changed?.isConnected) return { problems: [] };
  const shown = [...changed.querySelectorAll('[data-question]')].map(e => e.dataset.question), fields = fieldsOf(changed);
  const taken = read(entry.form, entry.data.answers, shown, fields, today(), mine().dates);
  entry.data.answers = taken.answers;
  if (section) entry.data.at = section.id;
  await save(entry);
  return { ...taken, shown, fields };
}

async function sent(event, entry, section) {
  const action = event.submitter?.value ?? 'next';
  clearTimeout(soon);
  const { problems, shown, fields } = await keepTyped(entry, section);
  if (problems.length) {
    said = { problems, fields, note: null };
    return draw();
  }
  if (action === 'leave') { changed = null; return go(''); }
  const visible = visibility(entry.form, entry.data.answers), way = visible.sections();
  const at = Math.max(0, way.findIndex(s => s.id === section.id));
  const to = action.startsWith('to-') && way.find(s => `to-${s.id}` === action);
  if (to) { returns = { id: entry.id, to: section.id }; return go(`ask/${entry.id}/${to.id}`); }
  if (action === 'back') return go(`ask/${entry.id}/${way[Math.max(at - 1, 0)].id}`);
  if (action === 'next') {
    if (visible.questions(way[at]).some(q => !shown.includes(q.id) && !entry.data.answers[q.id])) {
      said.note = notice('', 'info', say('forms.more'));
      return draw();
    }
    const back = returns?.id === entry.id && way.find(s => s.id === returns.to);
    returns = null;
    return go(`ask/${entry.id}/${(back || way[Math.min(at + 1, way.length - 1)]).id}`);
  }
  const missing = visible.missing();
  if (missing.length) {
    const to = entry.form.sections.find(s => s.questions.includes(missing[0]));
    said = { problems: missing.map(q => ({ question: q.id, field: `q-${q.id}`, key: 'forms.problem.missing', args: [] })), fields: null, note: null };
    return go(`ask/${entry.id}/${to.id}`);
  }
  show(await finish(mine().rules));
  changed = null;
  handIn(true);
  return replace(`result/${entry.id}`);
}

/** Where it was left, in words. */
export const leftAt = row => say('phone.left-at', moment(row.changedAt));
