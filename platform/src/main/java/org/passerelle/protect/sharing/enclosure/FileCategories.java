package org.passerelle.protect.sharing.enclosure;

import java.util.List;
import java.util.Map;

/**
 * Data categories under which a file can be disclosed. The sender cannot reclassify certain kinds,
 * so that a medical report is not sent as a document; a picture may show the person and then counts
 * as a photograph.
 */
public final class FileCategories {
  /** Category of a picture that shows the person. */
  public static final String PHOTOGRAPH = "photograph";

  private static final String IDENTITY = "identity";
  private static final String HEALTH = "health";
  private static final String NARRATIVE = "narrative";
  private static final String DOCUMENT = "file";

  private static final Map<String, String> OF_KINDS =
      Map.ofEntries(
          Map.entry("identity_document", IDENTITY),
          Map.entry("travel_document", IDENTITY),
          Map.entry("residence_document", IDENTITY),
          Map.entry("statement", NARRATIVE),
          Map.entry("interview_record", NARRATIVE),
          Map.entry("medical_report", HEALTH),
          Map.entry("psychological_report", HEALTH),
          Map.entry("age_assessment", HEALTH),
          Map.entry("consent_form", DOCUMENT),
          Map.entry("risk_assessment", DOCUMENT),
          Map.entry("best_interests", DOCUMENT),
          Map.entry("guardian_order", DOCUMENT),
          Map.entry("identification_decision", DOCUMENT),
          Map.entry("police_report", DOCUMENT),
          Map.entry("court_decision", DOCUMENT),
          Map.entry("work_document", DOCUMENT));

  private static final List<String> ALL =
      List.of(DOCUMENT, IDENTITY, PHOTOGRAPH, HEALTH, NARRATIVE, "contact", "case");

  private FileCategories() {}

  /**
   * Codes of {@code data_categories} from which the sender chooses; a single one needs no choice.
   *
   * @param kind code of {@code file_kinds}
   * @param picture whether it is a picture
   */
  public static List<String> offered(String kind, boolean picture) {
    String own = OF_KINDS.get(kind);
    if (own == null) {
      return ALL;
    }
    return picture ? List.of(own, PHOTOGRAPH) : List.of(own);
  }
}
