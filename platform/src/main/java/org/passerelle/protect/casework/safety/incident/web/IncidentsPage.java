package org.passerelle.protect.casework.safety.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.safety.incident.Grade;
import org.passerelle.protect.casework.safety.incident.Incident;

/**
 * View of the incidents of a case, with a form to add one.
 *
 * @param all incidents, newest first
 * @param mayNote those that the reader may acknowledge
 * @param names names of colleagues
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

  public String at() {
    return "/protect/cases/" + file.id() + "/incidents";
  }

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** CSS class of a grade's badge. */
  public String colour(Grade grade) {
    return switch (grade) {
      case GRAVE -> "danger";
      case SERIOUS -> "warn";
      case LIGHT -> "";
    };
  }
}
