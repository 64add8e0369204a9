package org.passerelle.prosecute.proceeding;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parts of sentences. A mistake is struck out, not deleted; nothing is computed by law. */
@Service
public class Sentences {
  private final JdbcClient db;
  private final Proceedings proceedings;
  private final Outcomes outcomes;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  Sentences(
      JdbcClient db,
      Proceedings proceedings,
      Outcomes outcomes,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.proceedings = proceedings;
    this.outcomes = outcomes;
    this.records = records;
    this.identifiers = identifiers;
  }

  /**
   * Enters a part of a sentence.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if nobody was convicted, the decision was replaced, or neither length, amount
   *     nor words are given
   */
  @Transactional
  public UUID enter(
      UUID investigation,
      UUID proceeding,
      UUID outcome,
      Outcome.SentenceDraft draft,
      SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    proceedings.openOnly(investigation, proceeding, who);
    Outcome one = outcomes.find(investigation, proceeding, outcome, who);
    if (!one.kind().equals("convicted")) {
      throw new Refused("proceeding.refused.not-convicted");
    }
    if (!one.stands()) {
      throw new Refused("proceeding.refused.not-open");
    }
    if (draft.months() == null && draft.amount() == null && draft.note().isBlank()) {
      throw new Refused("proceeding.refused.sentence").at("note");
    }
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("outcome", outcome);
    row.put("kind", draft.kind());
    row.put("months", draft.months());
    row.put("amount", draft.amount());
    row.put("currency", draft.currency());
    row.put(
        "words",
        records.seal(investigation, OutcomeRows.SENTENCE, new Outcome.Note(draft.note()), who));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into outcome_sentence (id, outcome, kind, months, amount, currency, words, at, by_user)
            values (:id, :outcome, :kind, :months, :amount, :currency, :words, :at, :user)
            """)
        .params(row)
        .update();
    records.write(
        investigation, "sentence.entered", "", proceeding, Map.of("kind", draft.kind()), who);
    return id;
  }

  /** Strikes out a part entered by mistake; repeating it changes nothing. */
  @Transactional
  public void strike(
      UUID investigation, UUID proceeding, UUID outcome, UUID sentence, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    proceedings.openOnly(investigation, proceeding, who);
    outcomes.find(investigation, proceeding, outcome, who);
    int struck =
        db.sql(
                """
                update outcome_sentence set struck_at = :now, struck_by = :user
                 where id = :id and outcome = :outcome and struck_at is null
                """)
            .param("now", records.now())
            .param("user", who.user())
            .param("id", sentence)
            .param("outcome", outcome)
            .update();
    if (struck == 1) {
      records.write(investigation, "sentence.struck", "", proceeding, Map.of(), who);
    }
  }
}
