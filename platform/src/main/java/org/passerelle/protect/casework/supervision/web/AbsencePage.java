package org.passerelle.protect.casework.supervision.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.team.StandIns;

/**
 * View of absences that concern the reader, with a form to add one.
 *
 * @param own whether the reader can only arrange their own
 */
public record AbsencePage(
    List<StandIns.Absence> coming,
    List<Option> colleagues,
    Map<UUID, String> names,
    boolean own,
    UUID reader,
    Filled form,
    Instant now) {
  public AbsencePage {
    coming = List.copyOf(coming);
    colleagues = List.copyOf(colleagues);
    names = Map.copyOf(names);
  }

  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** The last day of an absence, which its end follows. */
  public Instant last(StandIns.Absence absence) {
    return absence.until().minusSeconds(1);
  }
}
