package org.passerelle.protect.care.needs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.forms.Answers;

/** What an assessment says is needed, as codes of {@code care_needs}. Plain function. */
public final class UnmetNeeds {
  static final String NEEDS = "needs";
  static final String GUARDIAN = "guardian_named";

  private UnmetNeeds() {}

  /**
   * In the order of the form; a child without a guardian needs one, whether it was ticked or not.
   */
  public static List<String> of(Answers answers) {
    Set<String> needs = new LinkedHashSet<>(answers.codes(NEEDS));
    needs.remove("none");
    if (answers.codes(GUARDIAN).contains("no")) {
      needs.add("guardianship");
    }
    return List.copyOf(needs);
  }
}
