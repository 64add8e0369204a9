/* Texts of the house in the language of the reader, with the part of ICU's message format that they use: {0} and {0, plural, one {…} other {# …}}. */
const LANGUAGE = 'passerelle.language';
let all = {}, tag = 'en';

/** Takes the texts by language and chooses one. */
export function take(texts, wished) {
  all = texts;
  let kept = null;
  try { kept = localStorage.getItem(LANGUAGE); } catch { /* storage is closed: as the browser wishes */ }
  choose([kept, wished, 'en'].find(one => one && all[one]), false);
}

/** Speaks this language from now on. */
export function choose(language, keep = true) {
  tag = language;
  document.documentElement.lang = tag;
  if (keep) try { localStorage.setItem(LANGUAGE, tag); } catch { /* not kept, still chosen */ }
}

export const language = () => tag;
export const languages = () => Object.keys(all);

/** A text, or its key in double brackets where it is missing. */
export function say(key, ...args) {
  const pattern = all[tag]?.[key];
  return pattern === undefined ? `⟦${key}⟧` : format(pattern, args);
}

/** Whether there is such a text. */
export const has = key => all[tag]?.[key] !== undefined;

/** The same in another language of this phone. */
export const sayIn = (other, key) => all[other]?.[key] ?? say(key);

function format(pattern, args, count) {
  let said = '';
  for (let at = 0; at < pattern.length; at++) {
    const c = pattern[at];
    if (c === "'") {
      if (pattern[at + 1] === "'") { said += "'"; at++; } else if (/[{}#]/.test(pattern[at + 1] ?? '')) {
        const end = pattern.indexOf("'", at + 1);
        said += pattern.slice(at + 1, end < 0 ? undefined : end);
        at = end < 0 ? pattern.length : end;
      } else said += c;
    } else if (c === '{') {
      const end = closing(pattern, at);
      said += argument(pattern.slice(at + 1, end), args);
      at = end;
    } else said += c === '#' && count !== undefined ? number(count) : c;
  }
  return said;
}

function argument(inside, args) {
  const [, index, kind, rest] = /^\s*(\d+)\s*(?:,\s*(\w+)\s*,?([^]*))?$/.exec(inside) ?? [];
  const value = args[index];
  if (kind !== 'plural') return typeof value === 'number' ? number(value) : String(value ?? '');
  const forms = {};
  for (let at = 0; (at = rest.indexOf('{', at)) >= 0;) {
    const end = closing(rest, at);
    forms[/(\S+)\s*$/.exec(rest.slice(0, at))[1].replace(/^.*}/, '')] = rest.slice(at + 1, end);
    at = end + 1;
  }
  return format(forms[`=${value}`] ?? forms[new Intl.PluralRules(tag).select(value)] ?? forms.other, args, value);
}

function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

const number = value => new Intl.NumberFormat(locale()).format(value);

/* English of Europe: the day before the month. */
export const locale = () => tag === 'en' ? 'en-GB' : tag;

/** A moment, as pages show it. */
export const moment = at => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(at));

/** A day, as pages show it. */
export const day = at => new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${at}T00:00:00Z`));

/** An amount of storage. */
export const megabytes = bytes => new Intl.NumberFormat(locale(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: bytes < 1e7 ? 1 : 0 }).format(bytes / 1e6);
