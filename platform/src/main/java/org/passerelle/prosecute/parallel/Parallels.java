package org.passerelle.prosecute.parallel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other investigations of the same suspects, as the team of one reads them. A prosecutor of each
 * side says who goes on, with reasons; it is agreed once both say the same. Until a side has said
 * something, it stands on the first pages of its team.
 */
@Service
public class Parallels implements DueSource {
  private final ParallelRows rows;
  private final Suspects suspects;
  private final InvestigationOutlines outlines;
  private final InvestigationSight sight;
  private final InvestigationRecord records;

  Parallels(
      ParallelRows rows,
      Suspects suspects,
      InvestigationOutlines outlines,
      InvestigationSight sight,
      InvestigationRecord records) {
    this.rows = rows;
    this.suspects = suspects;
    this.outlines = outlines;
    this.sight = sight;
    this.records = records;
  }

  /** Newest first; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<ParallelMatter> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(investigation).stream().map(pair -> seen(pair, investigation, who)).toList();
  }

  private ParallelMatter seen(ParallelRows.Pair pair, UUID investigation, SignedIn who) {
    UUID own = pair.of(investigation).suspect();
    UUID other = pair.besides(investigation).investigation();
    return new ParallelMatter(
        pair.id(),
        pair.kind(),
        own,
        suspects.find(investigation, own, who).called(),
        outlines.organisation(other),
        outlines.prosecutors(other).stream().map(User::name).toList(),
        pair.at(),
        rows.stand(pair.id(), other),
        rows.positions(pair.id(), investigation));
  }

  /**
   * One of them.
   *
   * @throws NotFound if the investigation has no such matter
   */
  @Transactional(readOnly = true)
  public ParallelMatter find(UUID investigation, UUID matter, SignedIn who) {
    return of(investigation, who).stream()
        .filter(m -> m.id().equals(matter))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Those on which the two sides have not agreed. */
  int open(UUID investigation) {
    return (int)
        rows.of(investigation).stream()
            .filter(
                pair ->
                    ParallelMatter.state(
                            rows.stand(pair.id(), investigation),
                            rows.stand(pair.id(), pair.besides(investigation).investigation()))
                        .equals("open"))
            .count();
  }

  /**
   * Says what this side thinks; what it said before stays.
   *
   * @param stand one of {@link ParallelMatter#STANDS}
   * @param reasons never empty; only this side reads them
   * @throws NotFound if the user is no prosecutor of the team
   */
  @Transactional
  public void say(UUID investigation, UUID matter, String stand, String reasons, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    sight.checkOpen(investigation, who);
    ParallelMatter one = find(investigation, matter, who);
    rows.say(matter, investigation, stand, reasons, who);
    records.write(
        investigation, ParallelFinder.POSITION, one.suspect(), matter, Map.of("stand", stand), who);
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return rows.silent(numbers.keySet(), Columns.at(before)).stream()
        .map(
            one ->
                new DueThing(
                    one.investigation(),
                    numbers.getOrDefault(one.investigation(), ""),
                    one.at(),
                    null,
                    "parallel",
                    "",
                    "parallels"))
        .toList();
  }
}
