package org.passerelle.protect.casework.care.needs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.forms.answers.Answers;

/** Unmet needs according to an assessment, as codes of {@code care_needs}. A pure function. */
public final class UnmetNeeds {
  static final String NEEDS = "needs";
  static final String GUARDIAN = "guardian_named";

  private UnmetNeeds() {}

  /** In the order of the form; a child without a guardian needs one even if that was not ticked. */
  public static List<String> of(Answers answers) {
    Set<String> needs = new LinkedHashSet<>(answers.codes(NEEDS));
    needs.remove("none");
    if (answers.codes(GUARDIAN).contains("no")) {
      needs.add("guardianship");
    }
    return List.copyOf(needs);
  }
}
