package org.passerelle.protect.casework.screening;

import java.util.List;

/**
 * Codes used by the rules of a result. Kept apart because phones without a network use the same
 * sets.
 *
 * @param version version of the rules; incremented when the same answers would give another result
 * @param recruitment dimensions whose positive result indicates an act as well as means
 * @param danger urgent signs for which help is called
 * @param doctor urgent signs for which a doctor is called
 * @param noSafePlace urgent signs for which a place is needed tonight
 * @param controlling companions from whom the person must be interviewed apart
 */
public record RuleSets(
    int version,
    List<String> recruitment,
    List<String> danger,
    List<String> doctor,
    List<String> noSafePlace,
    List<String> controlling) {

  /** The rules in force. */
  public static final RuleSets NOW =
      new RuleSets(
          2,
          List.of(
              "deceptive_recruitment",
              "coercive_recruitment",
              "recruitment_by_abuse_of_vulnerability"),
          List.of(
              "violence_expected",
              "trafficker_nearby",
              "controlled_now",
              "about_to_be_moved",
              "child_missing",
              "others_held"),
          List.of("medical_need", "suicidal_words"),
          List.of("no_safe_place"),
          List.of(
              "parent", "relative", "partner", "unrelated_adult", "employer", "speaks_for_them"));

  public RuleSets {
    recruitment = List.copyOf(recruitment);
    danger = List.copyOf(danger);
    doctor = List.copyOf(doctor);
    noSafePlace = List.copyOf(noSafePlace);
    controlling = List.copyOf(controlling);
  }
}
