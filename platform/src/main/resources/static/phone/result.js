/* What the answers of a screening recommend: the rules of protect.casework.screening.ScreeningRules, with the codes that the house sends along. A test gives
   both the same answers and compares what they say, character by character; the house computes every result again when it arrives. */
import { codes } from './answers.js';

/** The result, in the shape in which the house keeps it. */
export function result(form, answers, rules) {
  const age = ageOf(answers);
  const noMeans = age.now !== 'ADULT' || age.then !== 'ADULT';
  const sections = element => form.sections.filter(s => (s.element ?? null) === element);
  const signsOf = element => sections(element).flatMap(s => signs(s, answers));
  const forced = signsOf('forced-criminality'), smuggling = signsOf('smuggling'), further = signsOf(null);

  const element = name => {
    const ticked = signsOf(name);
    const dimensions = sections(name).filter(s => s.dimension).map(s => dimension(s, answers));
    const present = sections(name).some(s => !s.dimension && signs(s, answers).length)
      || dimensions.some(d => d.positive)
      || (name === 'act' && form.sections.some(s => s.dimension && rules.recruitment.includes(s.dimension) && dimension(s, answers).positive))
      || (name === 'purpose' && forced.length > 0);
    const asked = sections(name).filter(s => !s.dimension).flatMap(s => s.questions).filter(q => q.type === 'multi-choice');
    const none = asked.length > 0 && asked.every(q => answers[q.id]?.codes?.length === 0);
    const state = present ? 'PRESENT' : ticked.length ? 'SOME_SIGNS' : name === 'means' && noMeans ? 'NOT_REQUIRED' : none ? 'NONE' : 'NOT_KNOWN';
    return { element: name.toUpperCase(), state, signs: ticked, dimensions };
  };
  const elements = ['act', 'means', 'purpose'].map(element);
  const reasons = [...age.reasons];
  const outcome = outcomeOf(elements, further.length > 0 || forced.length > 0, noMeans, reasons);
  const minor = age.now !== 'ADULT';
  const urgent = urgentOf(answers, signsOf('urgency'), minor, outcome, rules);
  if (smuggling.length) reasons.push('SMUGGLING_DOES_NOT_EXCLUDE');
  if (forced.length) reasons.push('FORCED_CRIMINALITY');
  reasons.push(form.scoring === 'ilo' ? 'DIMENSIONS_WEIGHED' : 'NOT_SCORED');
  return {
    rules: rules.version, outcome, ageNow: age.now, ageThen: age.then, elements, signs: further, smuggling, forcedCriminality: forced,
    urgency: urgent.urgency, urgent: urgent.signs, reasons, steps: stepsOf(outcome, minor, forced.length > 0, urgent),
  };
}

function signs(section, answers) {
  return section.questions.filter(q => q.type === 'multi-choice').flatMap(q => codes(answers, q.id)
    .map(code => q.codes.find(c => c.code === code)).filter(Boolean)
    .map(code => ({ question: q.id, code: code.code, strength: code.strength?.toUpperCase() ?? null })));
}

function dimension(section, answers) {
  const ticked = signs(section, answers);
  const [strong, medium, weak] = ['STRONG', 'MEDIUM', 'WEAK'].map(strength => ticked.filter(s => s.strength === strength).length);
  // ILO and European Commission, 2009; see protect.casework.screening.IloRule
  const positive = strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);
  return { section: section.id, strong, medium, weak, positive };
}

/* In doubt the lower age holds. */
function ageOf(answers) {
  const said = codes(answers, 'age_under_18');
  if (said.includes('yes')) return { now: 'MINOR', then: 'MINOR', reasons: ['MINOR'] };
  if (!said.length) return { now: 'MAYBE', then: 'MAYBE', reasons: ['MINOR_NOT_ANSWERED'] };
  if (!said.includes('no')) return { now: 'MAYBE', then: 'MAYBE', reasons: ['MINOR_NOT_SURE'] };
  const estimate = answers.age_estimate?.number;
  if (estimate !== undefined && Number(estimate) < 18) return { now: 'MAYBE', then: 'MAYBE', reasons: ['MINOR_BY_ESTIMATE'] };
  const then = codes(answers, 'under_18_when_it_began');
  if (then.includes('yes')) return { now: 'ADULT', then: 'MINOR', reasons: ['MINOR_THEN'] };
  if (then.includes('not_sure')) return { now: 'ADULT', then: 'MAYBE', reasons: ['MINOR_THEN_NOT_SURE'] };
  return { now: 'ADULT', then: 'ADULT', reasons: [] };
}

function outcomeOf([act, means, purpose], furtherSigns, noMeans, reasons) {
  const present = element => element.state === 'PRESENT';
  const anySign = furtherSigns || [act, means, purpose].some(e => e.signs.length);
  if (present(act) && present(purpose) && (present(means) || noMeans)) {
    reasons.push(noMeans ? 'ALL_PRESENT_FOR_A_MINOR' : 'ALL_PRESENT');
    return 'INDICATORS_PRESENT';
  }
  if (!anySign && act.state === 'NONE' && purpose.state === 'NONE') {
    reasons.push('PROVES_NOTHING');
    return 'NONE_RECORDED';
  }
  if (!present(act)) reasons.push('ACT_MISSING');
  if (!present(means) && !noMeans) reasons.push('MEANS_MISSING');
  if (!present(purpose)) reasons.push('PURPOSE_MISSING');
  if (furtherSigns) reasons.push('SIGNS_ALONE');
  return 'MORE_TO_ASK';
}

function urgentOf(answers, ticked, minor, outcome, rules) {
  const any = set => ticked.some(s => set.includes(s.code));
  const now = codes(answers, 'danger_now').includes('yes');
  const child = minor && outcome === 'INDICATORS_PRESENT';
  const danger = now || any(rules.danger), doctor = any(rules.doctor);
  const all = now ? [{ question: 'danger_now', code: 'yes', strength: null }, ...ticked] : ticked;
  return {
    urgency: danger || doctor || child ? 'HIGH' : all.length ? 'RAISED' : 'ORDINARY',
    signs: all, danger, doctor,
    accompanied: codes(answers, 'alone').includes('no') || codes(answers, 'accompanied_by').some(code => rules.controlling.includes(code)),
    noSafePlace: any(rules.noSafePlace) || child,
  };
}

function stepsOf(outcome, minor, forced, urgent) {
  const more = outcome !== 'NONE_RECORDED';
  return [
    ['CALL_POLICE', urgent.danger], ['CALL_DOCTOR', urgent.doctor], ['SEPARATE', urgent.accompanied], ['CALL_CHILD_PROTECTION', minor],
    ['DO_NOT_QUESTION', forced], ['SAFE_PLACE', urgent.noSafePlace], ['CALL_HELPLINE', more], ['ASK_MORE', outcome === 'MORE_TO_ASK'],
    ['OPEN_CASE', more || urgent.danger || urgent.doctor || urgent.noSafePlace], ['TELL', true], ['SCREEN_AGAIN', outcome !== 'INDICATORS_PRESENT'],
  ].filter(([, holds]) => holds).map(([step]) => step);
}
