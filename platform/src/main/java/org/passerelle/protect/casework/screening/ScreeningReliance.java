package org.passerelle.protect.casework.screening;

import java.util.Set;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.passerelle.forms.Question;
import org.springframework.stereotype.Component;

/** Lists the questions that the rules of a screening refer to by identifier. */
@Component
class ScreeningReliance implements FormReliance {
  private static final Set<String> QUESTIONS =
      Set.of(
          "age_under_18",
          "age_estimate",
          "age_method",
          "under_18_when_it_began",
          "danger_now",
          "urgent_signs",
          "alone",
          "accompanied_by",
          "act",
          "means",
          "purpose",
          "known_name",
          "languages",
          "country",
          "own_words");

  @Override
  public String key() {
    return "formimport.part.screening";
  }

  /**
   * Signs are weighted by the strength of their codes, so a change of codes affects the rules as
   * well.
   */
  @Override
  public boolean relies(FormComparison.Difference difference) {
    Question shown = difference.shown();
    return QUESTIONS.contains(difference.question())
        || shown.options().stream().anyMatch(code -> code.strength() != null);
  }
}
