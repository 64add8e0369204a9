package org.passerelle.protect.casework.screening;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.Urgency;

/**
 * Signs on the common pages that determine whom to call first. An urgency code that these rules do
 * not know still raises the urgency.
 */
record UrgentSigns(
    Urgency urgency,
    List<Sign> signs,
    boolean danger,
    boolean doctor,
    boolean accompanied,
    boolean noSafePlace) {
  static UrgentSigns of(Answers answers, List<Sign> urgent, boolean minor, Outcome outcome) {
    boolean now = answers.codes("danger_now").contains("yes");
    boolean danger = now || any(urgent, RuleSets.NOW.danger());
    boolean doctor = any(urgent, RuleSets.NOW.doctor());
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
            || answers.codes("accompanied_by").stream()
                .anyMatch(RuleSets.NOW.controlling()::contains),
        any(urgent, RuleSets.NOW.noSafePlace()) || child);
  }

  private static boolean any(List<Sign> signs, List<String> codes) {
    return signs.stream().anyMatch(sign -> codes.contains(sign.code()));
  }
}
