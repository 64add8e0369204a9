/* How long pages take whoever sees them for the first time, by the keystroke-level model: see protect.casework.screening.ScreeningTime, which says whence the
   figures are. A test compares the two. */
const TAP = 1.35 + 1.10 + 0.20, PAGE = 0.5, WORD = 60 / 238;

const oneOfFew = q => q.type === 'yes-no-unknown' || (q.type === 'choice' && !q.long);
const chosen = q => ['choice', 'multi-choice', 'yes-no-unknown'].includes(q.type);
const taps = shown => shown.length === 1 && oneOfFew(shown[0]) ? 1 : 1 + shown.filter(chosen).length;
const count = text => text ? text.split(/\s+/).length : 0;
const words = (section, shown) => count(section.title) + count(section.hint) + shown.reduce((sum, q) => sum + (shown.length === 1 ? 0 : count(q.label)) + count(q.hint)
  + (q.long ? 0 : (q.codes ?? []).reduce((all, code) => all + count(code.label) + count(code.hint), 0)), 0);

/** Minutes that the pages take, at least one. */
export function minutes(pages, visible) {
  const seconds = pages.reduce((sum, page) => sum + taps(visible.questions(page)) * TAP + PAGE + words(page, visible.questions(page)) * WORD, 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
