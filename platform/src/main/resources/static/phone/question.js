/* The questions of a section, as the pages of the house show them (forms/field.jte), and what was typed into them. */
import { h, icon } from './dom.js';
import { say } from './words.js';
import { NONE, NOT_KNOWN, typed } from './answers.js';
import { pack } from './app.js';

/** One question. @param fields what was typed and could not be taken, or null */
export function field(form, question, answers, problems, fields, heading) {
  const name = `q-${question.id}`, of = id => problems.filter(p => p.field === id);
  const values = fields?.[name] ?? typed(answers[question.id]);
  const evidence = fields ? fields[`e-${question.id}`]?.[0] ?? '' : answers[question.id]?.evidence ?? '';
  const wrong = of(name), wrongEvidence = of(`e-${question.id}`);
  const group = question.type === 'multi-choice' || question.type === 'yes-no-unknown' || (question.type === 'choice' && !question.long);
  const hint = [question.hint, question.type === 'partial-date' && say('forms.partial-date.hint')].filter(Boolean).join(' ');
  const described = [hint && `${name}-hint`, wrong.length && `${name}-error`].filter(Boolean).join(' ') || null;
  const required = question.required && h('span', { class: 'optional' }, ` ${say('forms.required')}`);
  const errors = (found, id) => found.length > 0 && h('p', { class: 'field-error', id }, icon('alert'), h('span', {}, found.map(p => say(p.key, ...p.args)).join(' ')));
  const inside = group
    ? h('fieldset', { id: name, tabindex: '-1', 'aria-describedby': described },
      h('legend', {}, heading?.title ? h('h1', {}, heading.title) : [question.label, required]),
      heading?.hint && h('p', { class: 'hint' }, heading.hint),
      hint && h('p', { class: 'hint', id: `${name}-hint` }, hint), errors(wrong, `${name}-error`), choices(form, question, values))
    : [h('label', { for: name }, question.label, required), hint && h('p', { class: 'hint', id: `${name}-hint` }, hint), errors(wrong, `${name}-error`),
      input(question, name, values, { 'aria-describedby': described, 'aria-invalid': wrong.length ? 'true' : null })];
  return h('div', { class: `field ${wrong.length + wrongEvidence.length ? 'invalid' : ''}`, 'data-question': question.id }, inside, question.evidence && seen(question, evidence, wrongEvidence, errors, Boolean(heading)));
}

/* What was seen or heard; on a page that asks one thing it is opened where there is something to write. */
function seen(question, evidence, wrong, errors, folded) {
  const id = `e-${question.id}`, label = say('forms.evidence');
  const rest = [h('p', { class: 'hint', id: `${id}-hint` }, say('forms.evidence.hint')), errors(wrong, `${id}-error`),
    h('textarea', { id, name: id, rows: 3, autocomplete: 'off', 'aria-label': folded ? label : null, 'aria-describedby': `${id}-hint` }, evidence)];
  return folded ? h('details', { class: 'evidence', open: evidence || wrong.length ? '' : null }, h('summary', {}, label), rest)
    : h('div', { class: 'evidence' }, h('label', { for: id }, label), rest);
}


function choices(form, question, values) {
  const name = `q-${question.id}`, many = question.type === 'multi-choice', type = many ? 'checkbox' : 'radio';
  const options = question.type === 'yes-no-unknown' ? [{ code: 'yes', label: say('forms.yes') }, { code: 'no', label: say('forms.no') }] : question.codes;
  const box = (code, label, hint, alone) => {
    const one = h('input', { type, name, value: code, 'data-alone': alone });
    one.checked = values.includes(code);
    return h('label', { class: 'choice' }, one, h('span', {}, label, hint && h('small', {}, hint)));
  };
  const list = h('div', { class: `choices ${question.long ? 'long' : ''}` }, options.map(o => box(o.code, o.label, o.hint)));
  return [question.long && filter(form, question, list), list, h('div', { class: 'choices alone' },
    many && form.kind === 'screening' && box(NONE, say('forms.none-of-these'), null, true), box(NOT_KNOWN, say('forms.not-known'), null, true))];
}

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/* Names of the choices in every language that this phone has, whatever the reader types. */
function everywhere(form, question) {
  const names = {};
  for (const { forms, former } of Object.values(pack?.packs ?? {})) {
    const same = [...forms, ...former ?? []].find(f => f.form === form.form && f.version === form.version);
    for (const code of same?.sections.flatMap(s => s.questions).find(q => q.id === question.id)?.codes ?? []) names[code.code] = `${names[code.code] ?? ''} ${plain(code.label)}`;
  }
  return names;
}

function filter(form, question, list) {
  const id = `q-${question.id}-filter`;
  let names;
  return h('p', { class: 'filter-list' }, h('label', { for: id }, say('forms.filter')), h('input', {
    id, type: 'search', autocomplete: 'off',
    input: event => {
      const sought = plain(event.target.value.trim());
      names ??= everywhere(form, question);
      for (const choice of list.children) {
        const box = choice.querySelector('input');
        choice.hidden = !box.checked && !`${plain(choice.textContent)} ${names[box.value] ?? ''}`.includes(sought);
      }
    },
    keydown: event => { if (event.key === 'Enter') event.preventDefault(); },
  }));
}

function input(question, name, values, attributes) {
  if (question.type === 'long-text') return h('textarea', { id: name, name, rows: 5, autocomplete: 'off', ...attributes }, values[0] ?? '');
  if (question.type === 'choice') {
    const options = [['', say('forms.choose')], [NOT_KNOWN, say('forms.not-known')], ...question.codes.map(c => [c.code, c.label])];
    const select = h('select', { id: name, name, ...attributes }, options.map(([value, label]) => h('option', { value }, label)));
    select.value = values[0] ?? '';
    return select;
  }
  const one = h('input', { id: name, name, type: question.type === 'date' ? 'date' : 'text', inputmode: question.type === 'number' ? 'decimal' : null, autocomplete: 'off', ...attributes });
  one.value = values[0] === NOT_KNOWN ? '' : values[0] ?? '';
  return one;
}

/** "None of these" stands alone. */
export function alone(event) {
  const box = event.target;
  if (box.type !== 'checkbox' || !box.checked) return;
  for (const other of box.form.querySelectorAll(`input[name="${CSS.escape(box.name)}"]`)) if (other !== box && ('alone' in box.dataset || 'alone' in other.dataset)) other.checked = false;
}

/** What stands in a form, by field. */
export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') (fields[name] ??= []).push(value);
  return fields;
}
