package org.passerelle.protect.casework.care.needs;

import java.util.Set;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.springframework.stereotype.Component;

/** Lists the questions from which goals of a care plan are proposed. */
@Component
class NeedsReliance implements FormReliance {
  private static final Set<String> QUESTIONS = Set.of(UnmetNeeds.NEEDS, UnmetNeeds.GUARDIAN);

  @Override
  public String key() {
    return "formimport.part.care";
  }

  @Override
  public boolean relies(FormComparison.Difference difference) {
    return QUESTIONS.contains(difference.question());
  }
}
