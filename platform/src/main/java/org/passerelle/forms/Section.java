package org.passerelle.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.expression.Expression;
import org.passerelle.language.Wording;

/**
 * Questions that are asked together: one page of a screening, one part of an intake.
 *
 * @param why explanation for the interviewer of why this is asked
 * @param element element of a screening to which its indicators belong
 * @param dimension dimension of the ILO sets by which strengths are weighed
 * @param showIf the section is shown only if this is true; absent means always
 */
public record Section(
    String id,
    Wording title,
    @Nullable Wording hint,
    @Nullable Wording why,
    @Nullable Element element,
    @Nullable String dimension,
    @Nullable Expression showIf,
    List<Question> questions) {
  public Section {
    questions = List.copyOf(questions);
  }

  /** Act, means and purpose of the Palermo Protocol, and what else a screening asks. */
  public enum Element {
    ACT,
    MEANS,
    PURPOSE,
    SMUGGLING,
    FORCED_CRIMINALITY,
    URGENCY,
    SITUATION,
    AGE
  }
}
