package org.passerelle.protect.casework.followup;

import java.util.List;
import java.util.Set;
import org.passerelle.forms.answers.Answers;

/**
 * Signs of danger in the answers of a follow-up. Applies to every follow-up form with these
 * questions, whoever made it.
 */
final class Signs {
  private static final Set<String> NO_SIGN = Set.of("none_seen", "could_not_tell");

  private Signs() {}

  /**
   * {@code signs} of exploitation or of control over the person; {@code worry} if somebody must
   * look closer today; or empty.
   */
  static String of(Answers answers) {
    boolean again = answers.codes("signs_again").stream().anyMatch(code -> !NO_SIGN.contains(code));
    if (again || yes(answers, "traffickers_contact") || yes(answers, "documents_kept_by_others")) {
      return "signs";
    }
    return yes(answers, "not_reached_worry")
            || yes(answers, "family_threatened")
            || answers.codes("feels_safe").equals(List.of("unsafe"))
            || answers.codes("your_view_of_safety").equals(List.of("unsafe"))
        ? "worry"
        : "";
  }

  /** Whether the person was not reached after all. */
  static boolean inVain(Answers answers) {
    return answers.codes("contact_kind").equals(List.of("not_reached"));
  }

  /** Whether the person or their carers want no further follow-up. */
  static boolean ends(Answers answers) {
    return answers.codes("follow_up_goes_on").stream()
        .anyMatch(code -> code.equals("may_end") || code.equals("ends_by_wish"));
  }

  private static boolean yes(Answers answers, String question) {
    return answers.codes(question).equals(List.of("yes"));
  }
}
