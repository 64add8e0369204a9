/* Answers of a form by the id of their question, in the shape in which the house keeps them: {text}, {number}, {day}, {edtf}, {code}, {codes} or
   {'not-known': true}, each perhaps with evidence. What is typed is read here as the house reads it (forms.AnswerReader), so that somebody learns
   at once what is wrong; the house reads it again. */
import { truth } from './expression.js';
import { inWords, said } from './dates.js';

export const NONE = '_none';
export const NOT_KNOWN = '_not_known';
const SHORT = 500, LONG = 20000, FIRST_DAY = '1900-01-01', YEARS_AHEAD = 30;

/** The codes chosen; none if it was not answered. */
export const codes = (answers, question) => answers[question]?.codes ?? (answers[question]?.code ? [answers[question].code] : []);

function value(content) {
  if (!content || content['not-known']) return undefined;
  if (content.number !== undefined) return Number(content.number);
  return content.codes ?? content.code ?? content.text ?? content.day ?? content.edtf;
}

/** Which questions are asked, given the answers so far; a hidden one counts as unanswered. */
export function visibility(form, answers) {
  const known = new Map(), section = new Map(), question = new Map();
  for (const s of form.sections) for (const q of s.questions) { section.set(q.id, s); question.set(q.id, q); }
  const holds = tree => !tree || truth(tree, id => isShown(id) ? value(answers[id]) : undefined) === true;
  const isShown = id => {
    if (!known.has(id)) known.set(id, question.has(id) && holds(section.get(id).showIf) && holds(question.get(id).showIf));
    return known.get(id);
  };
  const questions = s => s.questions.filter(q => isShown(q.id));
  return {
    isShown, questions,
    sections: () => form.sections.filter(s => questions(s).length),
    answers: () => Object.fromEntries(Object.entries(answers).filter(([id]) => isShown(id))),
    missing: () => form.sections.flatMap(questions).filter(q => q.required && !answers[q.id]),
  };
}

/** The value of the field that an answer stands in. */
export function typed(content) {
  if (!content) return [];
  if (content['not-known']) return [NOT_KNOWN];
  if (content.codes) return content.codes.length ? content.codes : [NONE];
  return [content.code ?? content.text ?? content.number ?? content.day ?? inWords(content.edtf)];
}

/**
 * Takes what a page says of the questions that it showed.
 * @returns {{answers: object, problems: {question: string, field: string, key: string, args: any[]}[]}}
 */
export function read(form, answers, shown, fields, today, dates) {
  const draft = { ...answers }, problems = [];
  for (const question of form.sections.flatMap(s => s.questions).filter(q => shown.includes(q.id))) {
    const refuse = (key, ...args) => { problems.push({ question: question.id, field: `q-${question.id}`, key: `forms.problem.${key}`, args }); };
    const values = (fields[`q-${question.id}`] ?? []).filter(v => v.trim());
    const before = problems.length;
    let content = values.length ? contentOf(question, values, today, dates, refuse) : undefined;
    const evidence = question.evidence ? lines(fields[`e-${question.id}`]?.[0] ?? '') : '';
    if (length(evidence) > LONG) problems.push({ question: question.id, field: `e-${question.id}`, key: 'forms.problem.too-long', args: [LONG, length(evidence)] });
    if (problems.length > before) continue;
    if (!content && evidence) content = { 'not-known': true };
    if (!content) delete draft[question.id];
    else draft[question.id] = evidence ? { ...content, evidence } : content;
  }
  return { answers: draft, problems };
}

function contentOf(question, values, today, dates, refuse) {
  if (values.includes(NOT_KNOWN)) return values.length > 1 ? refuse('contradiction') : { 'not-known': true };
  const one = values[0];
  switch (question.type) {
    case 'text': case 'person': return text(one.replace(/\s+/g, ' ').trim(), SHORT, refuse);
    case 'long-text': return text(lines(one), LONG, refuse);
    case 'number': return number(question, one, refuse);
    case 'date': return date(question, one.trim(), today, dates, refuse);
    case 'partial-date': return partial(question, one.trim(), today, dates, refuse);
    case 'multi-choice': return values.includes(NONE) ? values.length > 1 ? refuse('contradiction') : { codes: [] } : { codes: [...new Set(values)].sort() };
    default: return { code: one };
  }
}

const lines = written => written.replace(/\r\n?/g, '\n').trim();
const length = written => [...written].length;

function text(written, limit, refuse) {
  if (length(written) > limit) return refuse('too-long', limit, length(written));
  return written ? { text: written } : undefined;
}

function number(question, one, refuse) {
  const plain = one.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(plain) || plain.replace(/[-.]/g, '').length > 15) return refuse('number');
  if (question.min !== undefined && Number(plain) < Number(question.min)) return refuse('below', question.min);
  if (question.max !== undefined && Number(plain) > Number(question.max)) return refuse('above', question.max);
  // as the house writes it: 007 is 7, 3.500 is 3.5
  const short = plain.replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return { number: Number(short) === 0 ? '0' : short };
}

function date(question, typed, today, dates, refuse) {
  const edtf = dateIn(question, typed, today, dates), span = edtf && spanOf(edtf);
  // one day and no other, of which nothing is in doubt
  if (!span || span[0] !== span[1] || /[?~%]/.test(edtf)) return refuse('date');
  return inBounds(question, span[0], span[1], today, refuse) ? { day: span[0] } : undefined;
}

function partial(question, typed, today, dates, refuse) {
  const edtf = dateIn(question, typed, today, dates), span = edtf && spanOf(edtf);
  if (!span) return refuse('partial-date');
  return inBounds(question, span[0], span[1], today, refuse) ? { edtf } : undefined;
}

/* What was typed, in EDTF, if it can be read. */
function dateIn(question, typed, today, dates) {
  const lastYear = +today.slice(0, 4) + (question.future ? YEARS_AHEAD : 0);
  return spanOf(typed) || !dates ? typed : said(typed, dates, lastYear);
}

/* The first and the last day that a date in EDTF can mean, an open end as null; undefined if it is none. */
function spanOf(edtf) {
  const [inside, between] = edtf.startsWith('[') && edtf.endsWith(']') ? [edtf.slice(1, -1), '..'] : [edtf, '/'];
  if (edtf.startsWith('[') && !inside.includes('..')) return undefined;
  const cut = inside.indexOf(between);
  const ends = cut < 0 ? [inside, inside] : [inside.slice(0, cut), inside.slice(cut + between.length)];
  const span = ends.map((end, side) => cut >= 0 && (end === '' || end === '..') ? null : point(end)?.[side]);
  if (span.includes(undefined) || (!span[0] && !span[1]) || (span[0] && span[1] && span[0] > span[1])) return undefined;
  return span;
}

/* The first and the last day that a point of time can mean; see language.PartialDate. */
function point(said) {
  const parts = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?$/.exec(said);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  const first = year.replaceAll('X', '0'), last = year.replaceAll('X', '9');
  if (!month || month === 'XX') return day && day !== 'XX' ? undefined : [`${first}-01-01`, `${last}-12-31`];
  if (first !== last || +month < 1 || +month > 12) return undefined;
  if (day && day !== 'XX') return isDay(`${first}-${month}-${day}`) ? [`${first}-${month}-${day}`, `${first}-${month}-${day}`] : undefined;
  return [`${first}-${month}-01`, `${first}-${month}-${String(new Date(Date.UTC(+first, +month, 0)).getUTCDate()).padStart(2, '0')}`];
}

function inBounds(question, earliest, latest, today, refuse) {
  const last = question.future ? `${+today.slice(0, 4) + YEARS_AHEAD}${today.slice(4)}` : today;
  if ((earliest ?? latest) > last) { refuse(question.future ? 'too-far' : 'future'); return false; }
  if ((latest ?? earliest) < FIRST_DAY) { refuse('too-early'); return false; }
  return true;
}

const isDay = day => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toString() !== 'Invalid Date' && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
