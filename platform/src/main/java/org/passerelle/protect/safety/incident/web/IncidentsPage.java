package org.passerelle.protect.safety.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.safety.incident.Grade;
import org.passerelle.protect.safety.incident.Incident;

/**
 * Incidents of a case, and the form for one more.
 *
 * @param all the newest first
 * @param mayNote those of which the reader may take note
 * @param names of colleagues
 */
public record IncidentsPage(
    Case file,
    List<Incident> all,
    Set<UUID> mayNote,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {
  public IncidentsPage {
    all = List.copyOf(all);
  }

  /** Where they stand. */
  public String at() {
    return "/protect/cases/" + file.id() + "/incidents";
  }

  /** What a colleague is called; a user who is gone is shown as such. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Class of the badge of a grade. */
  public String colour(Grade grade) {
    return switch (grade) {
      case GRAVE -> "danger";
      case SERIOUS -> "warn";
      case LIGHT -> "";
    };
  }
}
