/* What a screening recommends, once, right after it was sealed: this phone cannot open it again, and the page says so. */
import { callBox, h, icon, notice } from './dom.js';
import { formOf, home, instead, mine, pack } from './app.js';
import { has, language, languages, moment, say, sayIn } from './words.js';
import { codes } from './answers.js';
import { duty, first, urgent } from './calls.js';
import { isShownAgain, readAgain } from './after.js';
import { isOpen } from './lock.js';
import { get } from './store.js';
import { house } from './queue.js';

let shown = null;

/** What is shown next; forgotten with the page. */
export const show = outcome => { shown = outcome; };
export const forgetOutcome = () => { shown = null; };

/** A word of the rules in the spelling of the language files. */
export const words = constant => constant.toLowerCase().replaceAll('-', '_');

const signWords = (form, signs) => signs.map(sign => sign.question === 'danger_now' ? say('screening.danger-now')
  : form.sections.flatMap(s => s.questions).find(q => q.id === sign.question)?.codes?.find(c => c.code === sign.code)?.label ?? sign.code);

/** Act, means and purpose in words. */
export const elementWords = (form, result) => result.elements.map(element => ({ element, title: say(`screening.element.${words(element.element)}`), signs: signWords(form, element.signs) }));

/** The page of the result of what was just finished, or of what was finished within a day. */
export async function resultPage(id) {
  const entry = await get('queue', id);
  if (shown?.id !== id) {
    if (!isShownAgain(entry)) return instead('phone');
    if (!isOpen()) return instead(`unlock/result/${id}`);
    shown = await readAgain(entry, formOf);
    if (!shown) return instead('phone');
  }
  const { result, answers } = shown;
  // the words of the language that the reader reads now
  const form = formOf(shown.form.form, shown.form.version) ?? shown.form;
  return result ? screening(form, answers, result, entry) : handedIn(form, entry);
}

/* In a language that the person understands: one of the house, else one of the region, whose words nobody has checked yet. Serbian in Latin letters for a reader of another language. */
function told(answers) {
  const understood = codes(answers, 'languages'), own = language(), key = tag => tag.split('-')[0];
  const spoken = !understood.length || understood.includes(key(own)) ? own
    : [...languages()].sort((a, b) => understood.indexOf(key(a)) - understood.indexOf(key(b)) || b.endsWith('Latn') - a.endsWith('Latn')).find(tag => understood.includes(key(tag)));
  const region = spoken ? undefined : understood.find(code => has(`screening.tell.in.${code}`)), name = region && say(`screening.tell.in.${region}.name`);
  return h('div', { class: 'notice' }, icon('info'), h('p', {}, h('strong', {}, say('screening.tell')), region ? ` (${name})` : spoken && spoken !== own && ` (${say(`house.language.long.${spoken}`)})`),
    h('p', { class: 'small', lang: region ?? spoken ?? own, dir: 'auto' }, region ? say(`screening.tell.in.${region}`) : sayIn(spoken ?? own, 'screening.tell.words')),
    region && h('p', { class: 'small soft' }, say('screening.tell.unreviewed', name)), !spoken && !region && h('p', { class: 'small soft' }, say('screening.tell.not-theirs')));
}

const bar = country => [home(), h('span', { class: 'push' }, urgent(country).map(call => h('a', { class: 'btn call-now', href: `tel:${call.dialled}` }, icon('phone'), call.number)))];

function waiting(entry) {
  if (entry?.arrivedAt) return notice('good', 'check', say('phone.arrived', moment(entry.arrivedAt)), entry.code && say('phone.arrived.code', entry.code));
  return notice('', 'lock', say(house ? 'phone.sealed.going' : 'phone.sealed.waits'), say(entry?.after ? 'phone.sealed.how' : 'phone.sealed.only'));
}

function handedIn(form, entry) {
  return {
    title: say('phone.done'), bar: bar(pack.country),
    content: [h('div', { class: 'page-head' }, h('h1', {}, say('phone.done')), h('p', {}, form.title)), waiting(entry), h('p', { class: 'actions' }, h('a', { class: 'btn primary big', href: '#/' }, say('phone.to-start')))],
  };
}

function screening(form, answers, result, entry) {
  const country = codes(answers, 'country')[0] ?? pack.country, child = result.outcome === 'INDICATORS_PRESENT' && result.ageNow !== 'ADULT';
  const heading = say(`screening.outcome.${words(result.outcome)}${child ? '.minor' : ''}`);
  return {
    title: heading, bar: bar(country),
    content: [
      form.banner && h('p', { class: 'banner', role: 'note' }, say(`forms.banner.${form.banner}`)),
      h('div', { class: `page-head verdict ${words(result.outcome)}` }, h('p', { class: 'over' }, `${say('screening.one')} · ${moment(shown.finishedAt)}`), h('h1', {}, heading), h('p', {}, say('screening.no-finding')), badges(result)),
      waiting(entry),
      h('div', { class: 'columns' }, h('div', {}, next(result, country), !shown.again && [result.urgent.length > 0 && h('section', { class: 'section', 'aria-labelledby': 'urgent' }, h('h2', { id: 'urgent' }, say('screening.cannot-wait')), list(signWords(form, result.urgent))),
        why(form, answers, result), apart(form, result)]),
      h('aside', { class: 'stack', 'aria-label': say('screening.aside') }, told(answers),
        h('p', { class: 'actions' }, h('a', { class: 'btn', href: `#/begin/intake/${shown.id}` }, icon('pen'), say('phone.intake.of-this')), h('a', { class: 'btn primary', href: '#/' }, say('phone.to-start'))))),
    ],
  };
}

const list = texts => h('ul', { class: 'small' }, texts.map(text => h('li', {}, text)));

const badge = (kind, sign, key) => h('span', { class: `badge ${kind}` }, icon(sign), say(key));

function badges(result) {
  return h('p', { class: 'badges' }, result.urgency !== 'ORDINARY' && [badge(result.urgency === 'HIGH' ? 'danger' : 'warn', 'alert', `screening.urgency.${words(result.urgency)}`), ' '],
    result.ageNow !== 'ADULT' ? [badge('warn', 'minor', 'screening.badge.minor'), ' '] : result.ageThen !== 'ADULT' && [badge('warn', 'minor', 'screening.badge.minor-then'), ' '],
    result.forcedCriminality?.length > 0 && badge('accent', 'flag', 'screening.badge.compelled'));
}

function next(result, country) {
  return h('section', { 'aria-labelledby': 'next' }, h('h2', { id: 'next' }, say('screening.next')), h('ol', { class: 'steps' }, result.steps.map(step => h('li', {},
    h('h3', {}, say(`screening.step.${words(step)}`)), h('p', { class: 'soft' }, say(`screening.step.${words(step)}.how`)),
    first(country, mine().steps[step] ?? []).map(call => h('p', {}, callBox(call))),
    step === 'CALL_CHILD_PROTECTION' && duty('screening.duty-line'),
    step === 'OPEN_CASE' && h('p', { class: 'soft' }, say('phone.open-case-later'))))));
}

function why(form, answers, result) {
  const noMeans = result.ageNow !== 'ADULT' || result.ageThen !== 'ADULT';
  const evidence = element => form.sections.filter(s => s.element === words(element.element)).flatMap(s => s.questions).map(q => answers[q.id]?.evidence).filter(Boolean);
  const kind = { PRESENT: 'accent', SOME_SIGNS: 'warn' };
  return h('section', { class: 'section', 'aria-labelledby': 'why' }, h('h2', { id: 'why' }, say('screening.why')), h('ul', {}, result.reasons.map(r => h('li', {}, say(`screening.reason.${words(r)}`)))),
    h('div', { class: 'thirds' }, elementWords(form, result).map(({ element, title, signs }) => h('div', { class: 'stack-s' }, h('h3', {}, title, ' ', h('span', { class: `badge ${kind[element.state] ?? ''}` }, say(`screening.state.${words(element.state)}`))),
      signs.length > 0 && list(signs), evidence(element).map(text => h('blockquote', { class: 'small pre' }, text)),
      element.dimensions.map(d => h('p', { class: 'tiny soft' }, say(`screening.dimension.${d.positive ? 'positive' : 'open'}`, form.sections.find(s => s.id === d.section)?.questions[0]?.label ?? d.section, d.strong, d.medium, d.weak))),
      element.element === 'MEANS' && noMeans && h('p', { class: 'tiny soft' }, say('screening.means.not-required'))))),
    result.signs.length > 0 && [h('h3', {}, say('screening.signs')), list(signWords(form, result.signs))]);
}

function apart(form, result) {
  const lines = [['smuggling', result.smuggling], ['forced_criminality', result.forcedCriminality]];
  return h('section', { class: 'section', 'aria-labelledby': 'apart' }, h('h2', { id: 'apart' }, say('screening.told-apart')), lines.map(([what, signs]) => h('div', { class: 'stack-s' },
    h('h3', {}, say(`screening.apart.${what}`), ' ', h('span', { class: 'badge' }, signs.length ? say('screening.apart.some', signs.length) : say('screening.apart.no-sign'))),
    h('p', { class: 'small' }, say(`screening.apart.${what}.${signs.length ? 'signs' : 'none'}`)), signs.length > 0 && list(signWords(form, signs)))));
}
