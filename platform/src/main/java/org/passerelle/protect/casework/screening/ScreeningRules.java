package org.passerelle.protect.casework.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;

/**
 * The rules of a result. Indicators are present if act, means and purpose are; for a person who may
 * have been under 18, if act and purpose are. A further sign never lowers a result; "none" for the
 * means never lowers that of a minor, because for a minor means can only add to the result.
 */
final class ScreeningRules {
  private final FormDefinition form;
  private final Answers answers;
  private final ScreeningAge age;
  private final List<Reason> reasons = new ArrayList<>();

  ScreeningRules(FormDefinition form, Answers answers) {
    this.form = form;
    this.answers = answers;
    this.age = ScreeningAge.of(answers);
  }

  ScreeningResult result() {
    List<ElementResult> elements =
        List.of(
            element(Section.Element.ACT),
            element(Section.Element.MEANS),
            element(Section.Element.PURPOSE));
    List<Sign> signs = signsOf(null);
    List<Sign> smuggling = signsOf(Section.Element.SMUGGLING);
    List<Sign> forced = signsOf(Section.Element.FORCED_CRIMINALITY);
    Outcome outcome = outcome(elements, !signs.isEmpty() || !forced.isEmpty());
    boolean minor = age.now().needsNoMeans();
    UrgentSigns urgent = UrgentSigns.of(answers, signsOf(Section.Element.URGENCY), minor, outcome);
    reasons.addAll(0, age.reasons());
    if (!smuggling.isEmpty()) {
      reasons.add(Reason.SMUGGLING_DOES_NOT_EXCLUDE);
    }
    if (!forced.isEmpty()) {
      reasons.add(Reason.FORCED_CRIMINALITY);
    }
    reasons.add(
        form.scoring() == FormDefinition.Scoring.ILO
            ? Reason.DIMENSIONS_WEIGHED
            : Reason.NOT_SCORED);
    return new ScreeningResult(
        RuleSets.NOW.version(),
        outcome,
        age.now(),
        age.then(),
        elements,
        signs,
        smuggling,
        forced,
        urgent.urgency(),
        urgent.signs(),
        reasons,
        steps(outcome, minor, !forced.isEmpty(), urgent));
  }

  private Outcome outcome(List<ElementResult> elements, boolean furtherSigns) {
    boolean act = is(elements.get(0), ElementResult.State.PRESENT);
    boolean means = is(elements.get(1), ElementResult.State.PRESENT);
    boolean purpose = is(elements.get(2), ElementResult.State.PRESENT);
    boolean anySign =
        furtherSigns || elements.stream().anyMatch(element -> !element.signs().isEmpty());
    boolean askedInVain =
        is(elements.get(0), ElementResult.State.NONE)
            && is(elements.get(2), ElementResult.State.NONE);
    if (act && purpose && (means || needsNoMeans())) {
      reasons.add(needsNoMeans() ? Reason.ALL_PRESENT_FOR_A_MINOR : Reason.ALL_PRESENT);
      return Outcome.INDICATORS_PRESENT;
    }
    if (!anySign && askedInVain) {
      reasons.add(Reason.PROVES_NOTHING);
      return Outcome.NONE_RECORDED;
    }
    if (!act) {
      reasons.add(Reason.ACT_MISSING);
    }
    if (!means && !needsNoMeans()) {
      reasons.add(Reason.MEANS_MISSING);
    }
    if (!purpose) {
      reasons.add(Reason.PURPOSE_MISSING);
    }
    if (furtherSigns) {
      reasons.add(Reason.SIGNS_ALONE);
    }
    return Outcome.MORE_TO_ASK;
  }

  private boolean needsNoMeans() {
    return age.now().needsNoMeans() || age.then().needsNoMeans();
  }

  private static boolean is(ElementResult element, ElementResult.State state) {
    return element.state() == state;
  }

  private ElementResult element(Section.Element element) {
    List<Sign> signs = signsOf(element);
    List<ElementResult.DimensionResult> dimensions =
        form.sections().stream()
            .filter(section -> section.dimension() != null && section.element() == element)
            .map(this::dimension)
            .toList();
    boolean present =
        presentWithoutWeight(element)
            || dimensions.stream().anyMatch(ElementResult.DimensionResult::positive)
            || (element == Section.Element.ACT && recruited())
            || (element == Section.Element.PURPOSE
                && !signsOf(Section.Element.FORCED_CRIMINALITY).isEmpty());
    return new ElementResult(element, state(element, present, signs), signs, dimensions);
  }

  private ElementResult.State state(Section.Element element, boolean present, List<Sign> signs) {
    if (present) {
      return ElementResult.State.PRESENT;
    }
    if (!signs.isEmpty()) {
      return ElementResult.State.SOME_SIGNS;
    }
    if (element == Section.Element.MEANS && needsNoMeans()) {
      return ElementResult.State.NOT_REQUIRED;
    }
    return answeredWithNone(element) ? ElementResult.State.NONE : ElementResult.State.NOT_KNOWN;
  }

  /** On a page without weights one sign is enough: presence is recorded, not scored. */
  private boolean presentWithoutWeight(Section.Element element) {
    return form.sections().stream()
        .filter(section -> section.element() == element && section.dimension() == null)
        .anyMatch(section -> !signs(section).isEmpty());
  }

  /** A positive recruitment dimension indicates an act as well as means. */
  private boolean recruited() {
    return form.sections().stream()
        .filter(section -> section.dimension() != null)
        .filter(section -> RuleSets.NOW.recruitment().contains(section.dimension()))
        .anyMatch(section -> dimension(section).positive());
  }

  private boolean answeredWithNone(Section.Element element) {
    List<Question> asked =
        form.sections().stream()
            .filter(section -> section.element() == element && section.dimension() == null)
            .flatMap(section -> section.questions().stream())
            .filter(question -> question.type() == Question.Type.MULTI_CHOICE)
            .toList();
    return !asked.isEmpty()
        && asked.stream()
            .allMatch(
                question ->
                    answers
                        .of(question.id())
                        .filter(
                            answer ->
                                answer.content() instanceof Answer.ChosenAll all
                                    && all.codes().isEmpty())
                        .isPresent());
  }

  private ElementResult.DimensionResult dimension(Section section) {
    List<Sign> signs = signs(section);
    int strong = count(signs, Code.Strength.STRONG);
    int medium = count(signs, Code.Strength.MEDIUM);
    int weak = count(signs, Code.Strength.WEAK);
    return new ElementResult.DimensionResult(
        section.id(), strong, medium, weak, IloRule.positive(strong, medium, weak));
  }

  private static int count(List<Sign> signs, Code.Strength strength) {
    return (int) signs.stream().filter(sign -> sign.strength() == strength).count();
  }

  /** Signs in all sections of an element; for null, signs of the set that belong to no element. */
  private List<Sign> signsOf(Section.@Nullable Element element) {
    return form.sections().stream()
        .filter(section -> section.element() == element)
        .flatMap(section -> signs(section).stream())
        .toList();
  }

  private List<Sign> signs(Section section) {
    List<Sign> signs = new ArrayList<>();
    for (Question question : section.questions()) {
      if (question.type() == Question.Type.MULTI_CHOICE) {
        for (String code : answers.codes(question.id())) {
          question
              .code(code)
              .ifPresent(entry -> signs.add(new Sign(question.id(), code, entry.strength())));
        }
      }
    }
    return signs;
  }

  private List<Step> steps(Outcome outcome, boolean minor, boolean forced, UrgentSigns urgent) {
    Set<Step> steps = EnumSet.of(Step.TELL);
    boolean more = outcome != Outcome.NONE_RECORDED;
    if (urgent.danger()) {
      steps.add(Step.CALL_POLICE);
    }
    if (urgent.doctor()) {
      steps.add(Step.CALL_DOCTOR);
    }
    if (urgent.accompanied()) {
      steps.add(Step.SEPARATE);
    }
    if (minor) {
      steps.add(Step.CALL_CHILD_PROTECTION);
    }
    if (forced) {
      steps.add(Step.DO_NOT_QUESTION);
    }
    if (urgent.noSafePlace()) {
      steps.add(Step.SAFE_PLACE);
    }
    if (more) {
      steps.add(Step.CALL_HELPLINE);
    }
    if (more || urgent.danger() || urgent.doctor() || urgent.noSafePlace()) {
      // a person who needs a bed or a doctor tonight gets a case, whatever else was recorded
      steps.add(Step.OPEN_CASE);
    }
    if (outcome == Outcome.MORE_TO_ASK) {
      steps.add(Step.ASK_MORE);
    }
    if (outcome != Outcome.INDICATORS_PRESENT) {
      steps.add(Step.SCREEN_AGAIN);
    }
    return List.copyOf(steps);
  }
}
