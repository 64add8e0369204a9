package org.passerelle.protect.casework.screening;

import java.util.List;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Section;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.person.MinorRule;

/**
 * What the answers recommend: a pure function of form and answers. It contains no finding and can
 * never state delinquency.
 *
 * @param rules version of the rules, stored so that a result can be understood later
 * @param ageNow age now, which decides whom to call
 * @param ageThen age when it began, which decides whether means are required
 * @param elements act, means and purpose, in this order
 * @param signs signs of the set that belong to no element
 * @param urgent signs that need immediate action
 */
public record ScreeningResult(
    int rules,
    Outcome outcome,
    MinorRule ageNow,
    MinorRule ageThen,
    List<ElementResult> elements,
    List<Sign> signs,
    List<Sign> smuggling,
    List<Sign> forcedCriminality,
    Urgency urgency,
    List<Sign> urgent,
    List<Reason> reasons,
    List<Step> steps) {
  public ScreeningResult {
    elements = List.copyOf(elements);
    signs = List.copyOf(signs);
    smuggling = List.copyOf(smuggling);
    forcedCriminality = List.copyOf(forcedCriminality);
    urgent = List.copyOf(urgent);
    reasons = List.copyOf(reasons);
    steps = List.copyOf(steps);
  }

  /**
   * Computes the result.
   *
   * @param answers answers to questions that are shown
   */
  public static ScreeningResult of(FormDefinition form, Answers answers) {
    return new ScreeningRules(form, answers).result();
  }

  /**
   * Whether the person is or might be under 18, now or when it began, so that means are not
   * required.
   */
  public boolean needsNoMeans() {
    return ageNow.needsNoMeans() || ageThen.needsNoMeans();
  }

  public ElementResult element(Section.Element element) {
    return elements.stream()
        .filter(one -> one.element() == element)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(element + " is not part of a result."));
  }
}
