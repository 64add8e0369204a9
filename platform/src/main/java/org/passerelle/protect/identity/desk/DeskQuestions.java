package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Hits;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions whether the other side of a desk knows a person, asked and answered by officers on
 * duty, with the same protocol, quotas, rules and log as between any two organisations.
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

  /** Matches of the other side's questions: undecided and recently decided ones. */
  @Transactional(readOnly = true)
  public List<Hit> asked(Desk desk, SignedIn who) {
    Instant since = clock.instant().minus(SHOWN);
    return hits.of(who).stream()
        .filter(h -> h.asker().equals(desk.other()))
        .filter(h -> h.open() || h.foundAt().isAfter(since))
        .toList();
  }

  /** Answers recently released to this side about cases visible to the user. */
  @Transactional(readOnly = true)
  public List<Questions.Answered> answered(Desk desk, SignedIn who) {
    return questions.answered(Columns.at(clock.instant().minus(SHOWN)), who).stream()
        .filter(a -> a.asked().equals(desk.other()) && a.sought() == null)
        .toList();
  }

  /**
   * A match of the other side's question, for an officer on duty.
   *
   * @throws NotFound if it is not visible to the user
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

  /** Decides what the other side is told; a released answer is sent at once. */
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

  /** Questions to the other side about the person of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Question> of(Desk desk, UUID caseId, SignedIn who) {
    return questions.of(caseId, who).stream()
        .filter(q -> q.asked().equals(desk.other()) && q.sought() == null)
        .toList();
  }

  /** Possible bases for a question to the other side, and what forbids the others. */
  @Transactional(readOnly = true)
  public OfferedBases offered(Desk desk, Case file) {
    return questions.offered(file, null, desk.other(), PURPOSE);
  }

  /** Possible bases for an answer to the other side, and what forbids the others. */
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
