package org.passerelle.protect.casework.cases;

import java.util.Map;

/** Ways in which a person came to the organisation; codes of the list {@code how_came}. */
public final class CaseOrigin {
  /** Handed over by the contact point of another country. */
  public static final String CONTACT_POINT = "contact_point";

  /** Requested by somebody in another country. */
  public static final String OTHER_COUNTRY = "other_country";

  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry("ngo", "ngo"),
          Map.entry("shelter", "social_services"),
          Map.entry("child_protection", "social_services"),
          Map.entry("social_work_centre", "social_services"),
          Map.entry("health", "health_service"),
          Map.entry("border_police", "border_control"),
          Map.entry("police", "police_operation"),
          Map.entry("labour_inspectorate", "labour_inspection"),
          Map.entry("prosecutor", "prosecutor"),
          Map.entry("court", "prosecutor"),
          Map.entry("national_coordinator", CONTACT_POINT));

  private CaseOrigin() {}

  /**
   * The code used in messages. Nodes that have not been updated know only the codes of the first
   * message version and refuse any other.
   */
  public static String told(String code) {
    return code.equals(CONTACT_POINT) ? "other" : code;
  }

  /** Code for an organisation of this type. */
  public static String through(String organisationType) {
    return BY_TYPE.getOrDefault(organisationType, "other");
  }
}
