/* Dates as people say them, read as the house reads them (language.DateParser) and said as it says them (language.PartialWords). The words come
   along with the forms. A text that cannot be read gives undefined. */
import { locale, say, language } from './words.js';

const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const two = number => String(number).padStart(2, '0');
const isYear = text => /^\d{4}$/.test(text);

/** What was said, in EDTF. @param lastYear a year of two digits is never after this one */
export function said(typed, words, lastYear) {
  const has = (kind, token) => words[kind].includes(token);
  const begins = (tokens, kind) => {
    for (const one of words[kind]) {
      const parts = one.split(' ');
      if (tokens.length > parts.length && parts.every((part, i) => tokens[i] === part)) {
        tokens.splice(0, parts.length);
        return true;
      }
    }
    return false;
  };
  const at = (tokens, kind) => Math.max(0, tokens.findIndex((token, i) => i > 0 && i < tokens.length - 1 && has(kind, token)));

  const text = plain(typed).replace(/[’'`,;()]/g, ' ').replace(/([?~%])/g, ' $1 ').replace(/[–—]/g, ' - ')
    .replace(/(?<=[0-9])(er|st|nd|rd|th)(?!\p{L})/gu, '').trim();
  const years = /^(\d{4})-(\d{4})$/.exec(text);
  if (years) return `[${years[1]}..${years[2]}]`;
  const tokens = text.split(/\s+/).map(token => token.replace(/\.+$/, '')).filter(Boolean);
  const oneOf = between => {
    const cut = at(tokens, between);
    return cut ? joined(inDoubt(tokens.slice(0, cut)), inDoubt(tokens.slice(cut + 1)), (a, b) => `[${a}..${b}]`) : undefined;
  };
  if (begins(tokens, 'between')) return oneOf('and');
  if (at(tokens, 'or')) return oneOf('or');
  if (begins(tokens, 'until')) return joined('..', inDoubt(tokens), open);
  if (begins(tokens, 'after')) return joined(beside(inDoubt(tokens), 1), '..', open);
  if (begins(tokens, 'before')) return joined('..', beside(inDoubt(tokens), -1), open);
  const since = begins(tokens, 'since'), to = at(tokens, 'to');
  if (to) return joined(inDoubt(tokens.slice(0, to)), inDoubt(tokens.slice(to + 1)), open);
  return since ? joined(inDoubt(tokens), '..', open) : inDoubt(tokens);

  function inDoubt(some) {
    const left = some.filter(token => !['~', '?', '%'].includes(token)), both = some.includes('%');
    let about = both || some.includes('~'), maybe = both || some.includes('?');
    for (let more = true; more;) {
      more = begins(left, 'said');
      if (begins(left, 'about')) about = more = true;
      if (begins(left, 'maybe')) maybe = more = true;
    }
    const found = point(left);
    return found && found + (about && maybe ? '%' : about ? '~' : maybe ? '?' : '');
  }

  function point(some) {
    const left = some.filter(token => !has('said', token) && !has('decades', token));
    const where = left.findIndex(token => month(token));
    if (where >= 0) {
      const [is] = left.splice(where, 1);
      return named(month(is), left.join(' '));
    }
    const rest = left.join(' ');
    return some.some(token => has('decades', token)) && /^\d{3}0$/.test(rest) ? `${rest.slice(0, 3)}X` : numbers(rest);
  }

  function month(word) {
    if (word.length < 3) return 0;
    const exact = words.months.findIndex(names => names.includes(word));
    if (exact >= 0) return exact + 1;
    const found = words.months.flatMap((names, i) => names.some(name => name.startsWith(word)) ? [i + 1] : []);
    return found.length === 1 ? found[0] : 0;
  }

  /* "15 2024", "2024", "2024 15" and "15 24" beside the name of a month. */
  function named(is, rest) {
    const all = rest.split(/[-./ ]+/);
    if (all.length === 1 && isYear(all[0])) return `${all[0]}-${two(is)}`;
    if (all.length !== 2) return undefined;
    return isYear(all[0]) ? day(all[0], is, all[1]) : day(all[1], is, all[0]);
  }

  function numbers(written) {
    if (isYear(written)) return written;
    const decade = new RegExp(`^(\\d{3})0[- ]?(?:${words.decade.join('|')})$`).exec(written);
    if (decade) return `${decade[1]}X`;
    const yearFirst = /^(\d{4})[-./ ]+(\d{1,2})(?:[-./ ]+(\d{1,2}))?$/.exec(written);
    if (yearFirst) return yearFirst[3] === undefined ? `${yearFirst[1]}-${two(yearFirst[2])}` : day(yearFirst[1], +yearFirst[2], yearFirst[3]);
    const dayFirst = /^(?:(\d{1,2})[-./ ]+)?(\d{1,2})[-./ ]+(\d{4}|\d{2})$/.exec(written);
    if (!dayFirst) return undefined;
    const [, first, second, year] = dayFirst;
    if (first === undefined) return year.length === 4 ? `${year}-${two(second)}` : undefined;
    // nobody's calendar has a thirteenth month: the month was written first
    return +second > 12 ? day(year, +first, second) : day(year, +second, first);
  }

  function day(year, is, of) {
    if (!/^\d{1,2}$/.test(of) || !/^(\d{2}|\d{4})$/.test(year)) return undefined;
    const whole = year.length === 4 ? +year : 2000 + +year > lastYear ? 1900 + +year : 2000 + +year;
    return `${String(whole).padStart(4, '0')}-${two(is)}-${two(of)}`;
  }
}

const joined = (a, b, how) => a === undefined || b === undefined ? undefined : how(a, b);
const open = (a, b) => `${a}/${b}`;

/* The year, month or day before or after one, as exact as that was. */
function beside(edtf, steps) {
  const bare = edtf?.replace(/[?~%]/g, '');
  if (!bare || !/^\d{4}(-\d{2}){0,2}$/.test(bare)) return undefined;
  const [year, month = 1, day = 1] = bare.split('-').map(Number), level = bare.length;
  const moved = new Date(Date.UTC(year + (level === 4 ? steps : 0), month - 1 + (level === 7 ? steps : 0), day + (level === 10 ? steps : 0)));
  return Number.isNaN(moved.getTime()) ? undefined : moved.toISOString().slice(0, level) + edtf.slice(level);
}

const SERBIAN = { 'јануар': 'јануара', 'фебруар': 'фебруара', 'март': 'марта', 'април': 'априла', 'мај': 'маја', 'јун': 'јуна', 'јул': 'јула', 'август': 'августа', 'септембар': 'септембра', 'октобар': 'октобра', 'новембар': 'новембра', 'децембар': 'децембра',
  januar: 'januara', februar: 'februara', mart: 'marta', april: 'aprila', maj: 'maja', jun: 'juna', jul: 'jula', avgust: 'avgusta', septembar: 'septembra', oktobar: 'oktobra', novembar: 'novembra', decembar: 'decembra' };

const isDay = point => /^\d{4}-\d{2}-\d{2}$/.test(point);
const date = (point, options) => new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(new Date(`${point}T00:00:00Z`));
/* Serbian declines the month behind a word. */
const phrase = (what, ...args) => {
  const words = say(`date.partial.${what}`, ...args);
  return language().startsWith('sr') ? words.replace(/(?<=\p{L} )(\d{1,2}\. )(\p{L}+)/gu, (all, day, name) => day + (SERBIAN[name] ?? name)) : words;
};

/** A date that is known in part, in words. */
export function inWords(edtf) {
  if (edtf.startsWith('[')) return span(...edtf.slice(1, -1).split('..'), true);
  const cut = edtf.indexOf('/');
  return cut < 0 ? point(edtf, false) : span(edtf.slice(0, cut), edtf.slice(cut + 1), false);
}

function span(from, to, oneOf) {
  const opens = end => end === '' || end === '..';
  if (opens(from)) return phrase(isDay(to) ? 'until.day' : 'until', isDay(to) ? longDay(to) : point(to, true));
  if (opens(to)) return phrase('since', point(from, true));
  if (!oneOf) return isDay(from) && isDay(to) ? phrase('span.day', longDay(from), longDay(to)) : phrase('span', point(from, true), point(to, true));
  return phrase(isYear(from) && isYear(to) && +to === +from + 1 ? 'or' : 'between', point(from, true), point(to, true));
}

const DOUBT = { '~': 'about', '?': 'maybe', '%': 'maybe-about' };

function point(edtf, within) {
  const doubt = DOUBT[edtf.at(-1)];
  return doubt ? phrase(doubt, exact(edtf.slice(0, -1), true)) : exact(edtf, within);
}

/* French writes the first of a month as an ordinal. */
const longDay = point => date(point, { day: 'numeric', month: 'long', year: 'numeric' }).replace(/^1 (?=\p{L})/u, language() === 'fr' ? '1er ' : '1 ');

function exact(edtf, within) {
  // a part that is not known is left out
  const known = edtf.replace(/-XX.*$/, '');
  if (isDay(known)) return within ? phrase('day', longDay(known)) : longDay(known);
  if (known.length === 7) {
    const month = date(`${known}-01`, { month: 'long', year: 'numeric' });
    return within && language().startsWith('sr') ? month.replace(/^\S+/, name => SERBIAN[name] ?? name) : month;
  }
  if (known.endsWith('XX')) return phrase('between', year(`${known.slice(0, 2)}00`, true), year(`${known.slice(0, 2)}99`, true));
  return known.endsWith('X') ? phrase('decade', `${known.slice(0, 3)}0`) : year(known, within);
}

const year = (known, within) => within ? phrase('year', known) : known;
