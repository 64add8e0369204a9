package org.passerelle.understand.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A field research project and its interviews.
 *
 * @param scope what is included and excluded: places, groups, years
 * @param question the research question
 * @param sites places of interviews, in the order of entry
 * @param team members of the team, the author first
 * @param interviews interviews by number
 */
public record Diagnosis(
    UUID id,
    String title,
    String scope,
    String question,
    UUID madeBy,
    Instant madeAt,
    List<Site> sites,
    List<UUID> team,
    List<Interview> interviews) {
  public Diagnosis {
    sites = List.copyOf(sites);
    team = List.copyOf(team);
    interviews = List.copyOf(interviews);
  }

  /** A place of the research: a town, a district, a border; no address. */
  public record Site(UUID id, String name) {}
}
