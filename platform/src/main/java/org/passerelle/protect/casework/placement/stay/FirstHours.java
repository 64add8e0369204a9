package org.passerelle.protect.casework.placement.stay;

import java.util.List;

/** Steps in the first hours after a person went missing. */
public final class FirstHours {
  /** The steps in order. */
  public static final List<String> STEPS =
      List.of(
          "searched_house",
          "called_phone",
          "police_told",
          "missing_number",
          "guardian_told",
          "lead_told",
          "risk_said",
          "photograph_given",
          "zones_said",
          "contacts_asked",
          "prosecutor_told",
          "night_duty_told");

  private FirstHours() {}
}
