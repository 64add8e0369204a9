package org.passerelle.understand.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a piece of field research asks, and what there is of it.
 *
 * @param scope what is looked at and what is left out: places, groups, years
 * @param question what it is to answer
 * @param sites where interviews are held, in the order in which they were entered
 * @param team who sees it, whoever made it first
 * @param interviews by their number
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
