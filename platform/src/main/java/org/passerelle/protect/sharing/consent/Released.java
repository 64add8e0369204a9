package org.passerelle.protect.sharing.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fields of a case that can be given to another organisation, with the category that a consent must
 * cover. The address of a shelter and working notes are not included: they are never given.
 */
public enum Released {
  KNOWN_AS("identity"),
  NAMES("identity"),
  BIRTH("identity"),
  DOCUMENTS("identity"),
  ORIGIN("identity"),
  AGE("case"),
  GENDER("case"),
  NATIONALITIES("case"),
  LANGUAGES("case"),
  FORM("case"),
  EPISODES("case"),
  HOW_CAME("case"),
  DANGER("case"),
  VULNERABILITIES("health"),
  TAKE_CARE("health"),
  SAFE_TO_CONTACT("contact"),
  SAFE_CONTACT("contact"),
  PLACE_NOW("contact"),
  PHONE("contact"),
  ACCOUNT("narrative"),
  SCREENED_IDENTITY("identity"),
  SCREENED_CASE("case"),
  SCREENED_HEALTH("health"),
  SCREENED_CONTACT("contact"),
  SCREENED_NARRATIVE("narrative"),
  ENCLOSED_IDENTITY("identity"),
  ENCLOSED_CASE("case"),
  ENCLOSED_HEALTH("health"),
  ENCLOSED_CONTACT("contact"),
  ENCLOSED_NARRATIVE("narrative"),
  ENCLOSED_FILE("file"),
  ENCLOSED_PHOTOGRAPH("photograph");

  private final String category;

  Released(String category) {
    this.category = category;
  }

  /** The data category to which it belongs. */
  public String category() {
    return category;
  }

  /** Its code in forms and in the list of disclosures. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field with a code. */
  public static Optional<Released> of(String code) {
    return List.of(values()).stream().filter(f -> f.code().equals(code)).findFirst();
  }

  /** The field for screening answers of a category; empty if these are never disclosed. */
  public static Optional<Released> screened(String dataCategory) {
    return of("screened_" + dataCategory);
  }

  /** The field for enclosures of a category; empty if files cannot be enclosed under it. */
  public static Optional<Released> enclosed(String dataCategory) {
    return of("enclosed_" + dataCategory);
  }

  /** Whether it stands for enclosures, which are chosen individually. */
  public boolean isEnclosed() {
    return name().startsWith("ENCLOSED_");
  }

  /** Whether it stands for screening answers, which are chosen individually. */
  public boolean isScreened() {
    return name().startsWith("SCREENED_");
  }

  /** Categories that a consent must cover for these fields. */
  public static Set<String> categoriesOf(Collection<String> codes) {
    Set<String> categories = new HashSet<>();
    codes.forEach(code -> of(code).ifPresent(field -> categories.add(field.category)));
    return categories;
  }

  /**
   * Fields preselected for a service: without them the service can hardly be given, a call may harm
   * the person, or the urgency is not recognised.
   */
  public static List<Released> neededFor(String service) {
    List<Released> needed =
        new ArrayList<>(List.of(AGE, GENDER, LANGUAGES, DANGER, SAFE_TO_CONTACT, SAFE_CONTACT));
    switch (service) {
      case "family_tracing" ->
          needed.addAll(List.of(KNOWN_AS, NAMES, BIRTH, NATIONALITIES, ORIGIN));
      case "medical_care", "psychological_care" -> needed.addAll(List.of(KNOWN_AS, TAKE_CARE));
      case "shelter", "safe_transport", "child_protection" ->
          needed.addAll(List.of(KNOWN_AS, TAKE_CARE, PLACE_NOW));
      case "identification_decision", "investigation", "rescreening" ->
          needed.addAll(List.of(NAMES, BIRTH, NATIONALITIES, FORM, EPISODES));
      default -> needed.add(KNOWN_AS);
    }
    return needed;
  }
}
