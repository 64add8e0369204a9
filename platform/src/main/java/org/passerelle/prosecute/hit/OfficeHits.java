package org.passerelle.prosecute.hit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.SuspectsBetweenOffices;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions whether other offices know a suspect, and what was found. A hit stands as long as what
 * it rests on: it is gone for both sides once either suspect may be a victim, is cleared, or no
 * longer has the number (decision 0158). Safe for concurrent use.
 */
@Service
public class OfficeHits implements DueSource {
  private final OfficeHitRows rows;
  private final OfficeHitLimits limits;
  private final Suspects suspects;
  private final SuspectsBetweenOffices between;
  private final InvestigationOutlines outlines;
  private final InvestigationSight sight;
  private final InvestigationRecord records;

  OfficeHits(
      OfficeHitRows rows,
      OfficeHitLimits limits,
      Suspects suspects,
      SuspectsBetweenOffices between,
      InvestigationOutlines outlines,
      InvestigationSight sight,
      InvestigationRecord records) {
    this.rows = rows;
    this.limits = limits;
    this.suspects = suspects;
    this.between = between;
    this.outlines = outlines;
    this.sight = sight;
    this.records = records;
  }

  /** Suspects about whom other offices can be asked. */
  @Transactional(readOnly = true)
  public List<Suspect> askable(UUID investigation, SignedIn who) {
    return suspects.of(investigation, who).stream()
        .filter(one -> between.isCompared(one.id()) && !between.isBare(one.id()))
        .toList();
  }

  /**
   * Asks all other offices about a suspect. The answer comes with the next run.
   *
   * @param reason what it is needed for, never empty; only this team reads it
   * @throws NotFound if the investigation has no such suspect
   * @throws Refused if they are not compared, have nothing to be recognised by, were asked about
   *     and not answered yet, or too much was asked
   */
  @Transactional
  public UUID ask(UUID investigation, UUID suspect, String reason, SignedIn who) {
    sight.checkOpen(investigation, who);
    Suspect one = suspects.find(investigation, suspect, who);
    if (!between.isCompared(suspect)) {
      throw new Refused("hit.refused.not-compared").at("suspect");
    }
    if (between.isBare(suspect)) {
      throw new Refused("hit.refused.nothing").at("suspect");
    }
    if (rows.waits(suspect)) {
      throw new Refused("hit.refused.waiting").at("suspect");
    }
    limits.check(who);
    UUID question = rows.ask(investigation, suspect, reason, who);
    records.write(
        investigation,
        "hit.asked",
        one.called(),
        suspect,
        Map.of("question", question.toString()),
        who);
    return question;
  }

  /** What was asked, newest first. */
  @Transactional(readOnly = true)
  public List<OfficeQuestion> asked(UUID investigation, SignedIn who) {
    Map<UUID, String> called =
        suspects.of(investigation, who).stream()
            .collect(Collectors.toMap(Suspect::id, Suspect::called));
    Set<UUID> hit =
        standing(List.of(investigation))
            .map(pair -> pair.of(investigation).suspect())
            .collect(Collectors.toSet());
    return rows.asked(investigation).stream()
        .map(
            one ->
                new OfficeQuestion(
                    one.id(),
                    one.suspect(),
                    called.getOrDefault(one.suspect(), ""),
                    one.reason(),
                    one.at(),
                    one.answeredAt(),
                    one.answeredAt() != null && hit.contains(one.suspect())))
        .toList();
  }

  /** Hits of an investigation, newest first, whoever asked. */
  @Transactional(readOnly = true)
  public List<OfficeHit> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return standing(List.of(investigation)).map(pair -> shown(pair, investigation, who)).toList();
  }

  private OfficeHit shown(OfficeHitRows.Pair pair, UUID investigation, SignedIn who) {
    OfficeHitRows.Side own = pair.of(investigation);
    UUID other = pair.besides(investigation).investigation();
    return new OfficeHit(
        pair.id(),
        own.suspect(),
        suspects.find(investigation, own.suspect(), who).called(),
        outlines.organisation(other),
        outlines.prosecutors(other).stream().map(User::name).toList(),
        pair.at(),
        own.seen());
  }

  /** Pairs that would be found today. */
  private Stream<OfficeHitRows.Pair> standing(List<UUID> investigations) {
    return rows.of(investigations).stream()
        .filter(
            pair ->
                between.of(pair.one().suspect()).stream()
                    .anyMatch(same -> same.suspect().equals(pair.two().suspect())));
  }

  /**
   * Notes a hit for this side, which then no longer waits on first pages; repeating it changes
   * nothing.
   *
   * @throws NotFound if the investigation has no such hit
   */
  @Transactional
  public void note(UUID investigation, UUID hit, SignedIn who) {
    sight.checkOpen(investigation, who);
    OfficeHit one =
        of(investigation, who).stream()
            .filter(h -> h.id().equals(hit))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (rows.seen(hit, investigation)) {
      records.write(investigation, "hit.noted", one.suspect(), hit, Map.of(), who);
    }
  }

  /** Hits that nobody on this side has noted. */
  int open(UUID investigation) {
    return (int)
        standing(List.of(investigation)).filter(pair -> !pair.of(investigation).seen()).count();
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return standing(List.copyOf(numbers.keySet()))
        .flatMap(pair -> Stream.of(pair.one(), pair.two()).map(side -> waits(pair, side, numbers)))
        .flatMap(List::stream)
        .filter(thing -> thing.at() != null && thing.at().isBefore(before))
        .toList();
  }

  private static List<DueThing> waits(
      OfficeHitRows.Pair pair, OfficeHitRows.Side side, Map<UUID, String> numbers) {
    String number = numbers.get(side.investigation());
    return number == null || side.seen()
        ? List.of()
        : List.of(new DueThing(side.investigation(), number, pair.at(), null, "hit", "", "hits"));
  }
}
