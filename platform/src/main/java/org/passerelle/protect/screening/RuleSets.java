package org.passerelle.protect.screening;

import java.util.List;

/**
 * The codes that the rules of a result go by. They stand apart because a phone without a network
 * goes by the same ones.
 *
 * @param version of the rules; changes when the same answers would give another result
 * @param recruitment dimensions whose positive result tells of an act as well as of means
 * @param danger signs of urgency for which help is called
 * @param doctor signs of urgency for which a doctor is called
 * @param noSafePlace signs of urgency for which a place is sought tonight
 * @param controlling company from which the person is to be spoken with apart
 */
public record RuleSets(
    int version,
    List<String> recruitment,
    List<String> danger,
    List<String> doctor,
    List<String> noSafePlace,
    List<String> controlling) {

  /** Those in force. */
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
