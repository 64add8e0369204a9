package org.passerelle.protect.consent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a case that can be given to another organisation, with the category that a consent
 * must cover. The address of a shelter and working notes are not among them: they are never given.
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

  /** Category of data that it belongs to. */
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

  /** The field for answers of a screening that are of a category; none where they never leave. */
  public static Optional<Released> screened(String dataCategory) {
    return of("screened_" + dataCategory);
  }

  /** The field for files that go along on a category; none where no file goes on it. */
  public static Optional<Released> enclosed(String dataCategory) {
    return of("enclosed_" + dataCategory);
  }

  /** Whether it stands for files that go along, which are chosen one by one. */
  public boolean isEnclosed() {
    return name().startsWith("ENCLOSED_");
  }

  /** Whether it holds answers of a screening, which are chosen one by one. */
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
   * Without these a service can hardly be given, a call may harm the person, or nobody hurries who
   * should; they are ticked at first.
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
