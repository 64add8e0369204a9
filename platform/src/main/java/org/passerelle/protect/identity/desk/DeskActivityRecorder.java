package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.identity.elsewhere.QuestionsBetween;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records acts of other packages between the two sides of a desk in its joint log: questions,
 * released answers, hand-overs and referrals. Only kind and time; the other side receives the same
 * entry.
 */
@Component
class DeskActivityRecorder {
  private final JdbcClient db;
  private final DeskRows desks;
  private final DeskLog log;
  private final DeskPost post;
  private final Disclosures disclosures;
  private final QuestionsBetween asked;
  private final Clock clock;

  DeskActivityRecorder(
      JdbcClient db,
      DeskRows desks,
      DeskLog log,
      DeskPost post,
      Disclosures disclosures,
      QuestionsBetween asked,
      Clock clock) {
    this.db = db;
    this.desks = desks;
    this.log = log;
    this.post = post;
    this.disclosures = disclosures;
    this.asked = asked;
    this.clock = clock;
  }

  @EventListener
  void on(CaseJournal.Happened happened) {
    UUID question = happened.subject();
    UUID organisation = happened.organisation();
    if (question == null || organisation == null) {
      return;
    }
    if (happened.kind().equals("elsewhere.asked")) {
      asked
          .whom(question, organisation)
          .ifPresent(other -> note(organisation, other, "asked", null));
    }
  }

  /** A released answer was actually sent. */
  private void released(UUID question, UUID organisation) {
    asked
        .by(question, organisation)
        .ifPresent(
            one ->
                note(
                    organisation,
                    one.asker(),
                    "released",
                    (int) Duration.between(one.at(), clock.instant()).toSeconds()));
  }

  /** A dossier arrived at the other side, or at somebody else from a case of a desk. */
  @EventListener
  void on(MessageEnded ended) {
    if (ended.how() == Ending.DELIVERED) {
      disclosures.carriedBy(ended.message()).ifPresent(d -> arrived(d, ended.message()));
    }
  }

  private void arrived(Disclosures.Disclosure d, UUID message) {
    if (d.fields().contains(Disclosures.KNOWN)) {
      released(d.referral(), d.organisation());
    } else if (!d.fields().contains(Disclosures.STEP) && first(d.referral(), message)) {
      db.sql(
              """
              select r.recipient, r.service from referral_outline r
               where r.id = :id and r.organisation = :own
              """)
          .param("id", d.referral())
          .param("own", d.organisation())
          .query(Given.class)
          .optional()
          .ifPresent(g -> given(d, g));
    }
  }

  /** Whether this is the first disclosure of a referral, not a correction. */
  private boolean first(UUID referral, UUID message) {
    return !disclosures.arrivedBeside(referral, message);
  }

  private record Given(UUID recipient, String service) {}

  private void given(Disclosures.Disclosure disclosure, Given given) {
    UUID own = disclosure.organisation();
    String kind = given.service.equals("hand_over") ? "handed_over" : "referred";
    List<UUID> shared =
        db.sql(
                """
                select desk from desk_screening where organisation = :own and case_id = :case
                union
                select s.desk from desk_screening s join screening_outline x on x.id = s.screening
                 where s.organisation = :own and x.case_id = :case
                """)
            .param("own", own)
            .param("case", disclosure.caseId())
            .query(UUID.class)
            .list();
    if (shared.isEmpty()) {
      note(own, given.recipient, kind, null);
    } else {
      shared.forEach(
          id -> desks.find(id, own).filter(Desk::open).ifPresent(d -> note(d, kind, null)));
    }
  }

  private void note(UUID own, UUID other, String kind, @Nullable Integer seconds) {
    desks.between(own, other).stream().limit(1).forEach(d -> note(d, kind, seconds));
  }

  private void note(Desk desk, String kind, @Nullable Integer seconds) {
    DeskEvent event = log.here(desk, kind, clock.instant(), false, seconds);
    post.say(desk, DeskMessages.NOTED, new DeskMessages.Logged(DeskMessages.Line.of(event)));
  }
}
