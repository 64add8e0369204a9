package org.passerelle.protect.identity.elsewhere;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.withdrawal.TakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Handles answers on the asking side, and recalls on either side. */
@Component
class ReceivedAnswers {
  private static final String NONE = "none";
  private final QuestionRows questions;
  private final AskedRows asked;
  private final RoundRows rounds;
  private final DaySecrets secrets;
  private final HitRows hits;
  private final Disclosures disclosures;
  private final CaseJournal journal;
  private final AuditLog audit;

  ReceivedAnswers(
      QuestionRows questions,
      AskedRows asked,
      RoundRows rounds,
      DaySecrets secrets,
      HitRows hits,
      Disclosures disclosures,
      CaseJournal journal,
      AuditLog audit) {
    this.questions = questions;
    this.asked = asked;
    this.rounds = rounds;
    this.secrets = secrets;
    this.hits = hits;
    this.disclosures = disclosures;
    this.journal = journal;
    this.audit = audit;
  }

  /**
   * The asked side no longer has a set for this round: its questions are asked again in another
   * one.
   */
  void lost(UUID round, DaySecrets.Pair pair) {
    if (rounds.find(round, pair, true).isPresent()) {
      rounds.state(round, pair.organisation(), "lost");
      secrets.forgetAsking(round);
      questions.again(round, pair.organisation());
    }
  }

  void answered(KnownMessages.Answered message, DaySecrets.Pair pair) {
    for (KnownMessages.Answer answer : message.answers()) {
      Optional<Question> found =
          questions
              .find(answer.question(), pair.organisation())
              .filter(q -> q.asked().equals(pair.far()) && counts(q, answer));
      found.ifPresent(one -> keep(one, answer));
    }
  }

  /** The answer that nothing is released never replaces a released one. */
  private static boolean counts(Question one, KnownMessages.Answer answer) {
    boolean ended = "ended".equals(one.state()) && !"over".equals(one.reason());
    return !ended && (one.band() == null || !answer.band().equals(NONE));
  }

  private void keep(Question one, KnownMessages.Answer answer) {
    questions.answered(one, answer.band(), answer.band().equals(NONE) ? null : answer.contact());
    journal.addByHouse(one.caseId(), "elsewhere.answered", answer.band(), one.id());
    audit.writeByHouse(
        one.organisation(),
        "known.answered",
        "case",
        one.caseId(),
        Map.of(
            "question", one.id().toString(),
            "asked", one.asked().toString(),
            "band", answer.band()));
  }

  /** On a recall by the other side, also deletes what was based on the recalled data here. */
  @EventListener
  void on(TakenBack back) {
    DaySecrets.Pair pair = new DaySecrets.Pair(back.at(), back.by());
    asked.end(back.about(), pair);
    questions
        .find(back.about(), back.at())
        .filter(q -> questions.forget(q.id(), back.at(), back.by()))
        .ifPresent(q -> journal.addByHouse(q.caseId(), "elsewhere.taken-back", "", q.id()));
  }

  /** The basis was no longer valid at sending, or delivery was given up; a user is told why. */
  @EventListener
  void on(MessageEnded ended) {
    if (ended.how().failed()) {
      disclosures
          .carriedBy(ended.message())
          .ifPresent(d -> stopped(d, ended.reason().replaceFirst(".*\\.", "")));
    }
  }

  private void stopped(Disclosures.Disclosure disclosure, String reason) {
    if (disclosure.fields().contains(Disclosures.ASKED)) {
      questions.end(disclosure.referral(), reason);
    } else if (disclosure.fields().contains(Disclosures.KNOWN)) {
      hits.undecide(disclosure.referral(), disclosure.caseId());
    }
  }

  /** A basis ended here: questions that rest on it are no longer asked. */
  @EventListener
  void on(CaseJournal.Happened happened) {
    UUID basis = happened.subject();
    if (basis != null
        && (happened.kind().equals("consent.withdrawn")
            || happened.kind().equals("legal-ground.not-upheld"))) {
      questions.endOn(basis, "basis");
    }
  }
}
