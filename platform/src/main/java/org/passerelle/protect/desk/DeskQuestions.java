package org.passerelle.protect.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.consent.OfferedBases;
import org.passerelle.protect.consent.StatedBasis;
import org.passerelle.protect.elsewhere.Hit;
import org.passerelle.protect.elsewhere.Hits;
import org.passerelle.protect.elsewhere.Question;
import org.passerelle.protect.elsewhere.Questions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the other side of a desk knows somebody, asked and answered by whoever is on duty, with
 * the same protocol, quotas, rules and log as between any two organisations.
 */
@Service
public class DeskQuestions {
  private static final String PURPOSE = "matching";
  private static final Duration SHOWN = Duration.ofDays(2);

  private final Desks desks;
  private final Shifts shifts;
  private final Questions questions;
  private final Hits hits;
  private final Clock clock;

  DeskQuestions(Desks desks, Shifts shifts, Questions questions, Hits hits, Clock clock) {
    this.desks = desks;
    this.shifts = shifts;
    this.questions = questions;
    this.hits = hits;
    this.clock = clock;
  }

  /** What the other side asked and found here: what waits, and what was decided lately. */
  @Transactional(readOnly = true)
  public List<Hit> asked(Desk desk, SignedIn who) {
    Instant since = clock.instant().minus(SHOWN);
    return hits.of(who).stream()
        .filter(h -> h.asker().equals(desk.other()))
        .filter(h -> h.open() || h.foundAt().isAfter(since))
        .toList();
  }

  /** What was released to us lately about cases that somebody sees. */
  @Transactional(readOnly = true)
  public List<Questions.Answered> answered(Desk desk, SignedIn who) {
    return questions
        .answered(OffsetDateTime.ofInstant(clock.instant().minus(SHOWN), ZoneOffset.UTC), who)
        .stream()
        .filter(a -> a.asked().equals(desk.other()) && a.sought() == null)
        .toList();
  }

  /**
   * One that the other side asked, for whoever is on duty.
   *
   * @throws NotFound if there is none for them
   */
  @Transactional(readOnly = true)
  public Hit find(UUID desk, UUID hit, SignedIn who) {
    Desk at = desks.find(desk, who);
    Hit found = hits.find(hit, who);
    if (!found.asker().equals(at.other()) || !(shifts.onDuty(at, who) || Desks.leads(who))) {
      throw new NotFound();
    }
    return found;
  }

  /** Decides what the other side is told; what is released goes at once. */
  @Transactional
  public void decide(
      UUID desk,
      UUID hit,
      String band,
      String contact,
      StatedBasis.@Nullable Choice basis,
      SignedIn who) {
    hits.decide(find(desk, hit, who).id(), band, contact, basis, who);
  }

  /** Questions about the person of a case to the other side, the newest first. */
  @Transactional(readOnly = true)
  public List<Question> of(Desk desk, UUID caseId, SignedIn who) {
    return questions.of(caseId, who).stream()
        .filter(q -> q.asked().equals(desk.other()) && q.sought() == null)
        .toList();
  }

  /** What asking the other side about a case could rest on, and what not. */
  @Transactional(readOnly = true)
  public OfferedBases offered(Desk desk, Case file) {
    return questions.offered(file, null, desk.other(), PURPOSE);
  }

  /** What could found an answer to the other side, and what not. */
  @Transactional(readOnly = true)
  public OfferedBases offered(Hit hit) {
    return hits.offered(hit);
  }

  /** Asks the other side whether it knows the person of a case. */
  @Transactional
  public void ask(UUID desk, UUID caseId, StatedBasis.Choice basis, SignedIn who) {
    Desk at = shifts.held(desk, who);
    questions.ask(caseId, new Questions.Draft(Set.of(at.other()), PURPOSE, basis, null), who);
  }
}
