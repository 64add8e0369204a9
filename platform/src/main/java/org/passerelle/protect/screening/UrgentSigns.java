package org.passerelle.protect.screening;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.forms.Answers;

/**
 * What of the common pages sets the order of the calls. A code of urgency that these rules do not
 * know raises the urgency all the same.
 */
record UrgentSigns(
    Urgency urgency,
    List<Sign> signs,
    boolean danger,
    boolean doctor,
    boolean accompanied,
    boolean noSafePlace) {
  private static final Set<String> DANGER =
      Set.of(
          "violence_expected",
          "trafficker_nearby",
          "controlled_now",
          "about_to_be_moved",
          "child_missing",
          "others_held");
  private static final Set<String> DOCTOR = Set.of("medical_need", "suicidal_words");
  private static final Set<String> CONTROLLING =
      Set.of("parent", "relative", "partner", "unrelated_adult", "employer", "speaks_for_them");

  static UrgentSigns of(Answers answers, List<Sign> urgent, boolean minor, Outcome outcome) {
    boolean now = answers.codes("danger_now").contains("yes");
    boolean danger = now || any(urgent, DANGER);
    boolean doctor = any(urgent, DOCTOR);
    List<Sign> signs =
        now
            ? Stream.concat(Stream.of(new Sign("danger_now", "yes", null)), urgent.stream())
                .toList()
            : urgent;
    boolean child = minor && outcome == Outcome.INDICATORS_PRESENT;
    Urgency urgency =
        danger || doctor || child
            ? Urgency.HIGH
            : signs.isEmpty() ? Urgency.ORDINARY : Urgency.RAISED;
    return new UrgentSigns(
        urgency,
        signs,
        danger,
        doctor,
        answers.codes("alone").contains("no")
            || answers.codes("accompanied_by").stream().anyMatch(CONTROLLING::contains),
        any(urgent, Set.of("no_safe_place")) || child);
  }

  private static boolean any(List<Sign> signs, Set<String> codes) {
    return signs.stream().anyMatch(sign -> codes.contains(sign.code()));
  }
}
