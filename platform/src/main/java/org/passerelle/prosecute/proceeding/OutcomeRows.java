package org.passerelle.prosecute.proceeding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads decisions with their sentences and appeals, and lets one replace another. */
@Component
class OutcomeRows {
  private static final String REASONS = "charge_outcome.words";
  static final String SENTENCE = "outcome_sentence.words";
  private final JdbcClient db;
  private final InvestigationRecord records;

  OutcomeRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  byte[] sealed(UUID investigation, String reasons, SignedIn who) {
    return records.seal(investigation, REASONS, new Outcome.Words(reasons), who);
  }

  List<Outcome> ofProceeding(UUID investigation, UUID proceeding) {
    return with(
        investigation,
        db.sql("select * from charge_outcome where proceeding = :id order by on_day, at, id")
            .param("id", proceeding)
            .query((row, i) -> outcome(investigation, row))
            .list());
  }

  /** The decision on a charge that stands, whichever court decided. */
  Optional<Outcome> standing(UUID investigation, UUID charge) {
    return with(
            investigation,
            db.sql("select * from charge_outcome where charge = :id and replaced_by is null")
                .param("id", charge)
                .query((row, i) -> outcome(investigation, row))
                .list())
        .stream()
        .findFirst();
  }

  /**
   * Lets a decision replace one that was appealed, which it decides. The caller holds the
   * investigation, so that nobody else replaces it.
   */
  void replace(UUID before, UUID after) {
    int replaced =
        db.sql(
                """
                update charge_outcome set replaced_by = :after
                 where id = :before and replaced_by is null and final_on is null
                """)
            .param("after", after)
            .param("before", before)
            .update();
    if (replaced != 1) {
      throw new IllegalStateException("the decision was replaced although it was held");
    }
    db.sql(
            "update outcome_appeal set state = 'decided' where outcome = :before and state = 'pending'")
        .param("before", before)
        .update();
  }

  private List<Outcome> with(UUID investigation, List<Outcome> bare) {
    Map<UUID, List<Outcome.Sentence>> sentences = new HashMap<>();
    Map<UUID, List<Outcome.Appeal>> appeals = new HashMap<>();
    for (Outcome one : bare) {
      sentences.put(one.id(), sentences(investigation, one.id()));
      appeals.put(one.id(), appeals(one.id()));
    }
    List<Outcome> whole = new ArrayList<>();
    for (Outcome one : bare) {
      whole.add(
          new Outcome(
              one.id(),
              one.proceeding(),
              one.charge(),
              one.kind(),
              one.stage(),
              one.on(),
              one.appealUntil(),
              one.finalOn(),
              one.replaced(),
              one.reasons(),
              sentences.getOrDefault(one.id(), List.of()),
              appeals.getOrDefault(one.id(), List.of())));
    }
    return whole;
  }

  private List<Outcome.Sentence> sentences(UUID investigation, UUID outcome) {
    return db.sql("select * from outcome_sentence where outcome = :id order by at, id")
        .param("id", outcome)
        .query(
            (row, i) ->
                new Outcome.Sentence(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("months", Integer.class),
                    row.getBigDecimal("amount"),
                    row.getString("currency"),
                    records
                        .open(investigation, SENTENCE, row.getBytes("words"), Outcome.Note.class)
                        .note(),
                    row.getObject("struck_at") != null))
        .list();
  }

  private List<Outcome.Appeal> appeals(UUID outcome) {
    return db.sql("select * from outcome_appeal where outcome = :id order by on_day, at, id")
        .param("id", outcome)
        .query(
            (row, i) ->
                new Outcome.Appeal(
                    row.getObject("id", UUID.class),
                    row.getString("by_party"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("state")))
        .list();
  }

  private Outcome outcome(UUID investigation, ResultSet row) throws SQLException {
    return new Outcome(
        row.getObject("id", UUID.class),
        row.getObject("proceeding", UUID.class),
        row.getObject("charge", UUID.class),
        row.getString("kind"),
        row.getString("stage"),
        row.getObject("on_day", LocalDate.class),
        row.getObject("appeal_until", LocalDate.class),
        row.getObject("final_on", LocalDate.class),
        row.getObject("replaced_by") != null,
        records.open(investigation, REASONS, row.getBytes("words"), Outcome.Words.class).reasons(),
        List.of(),
        List.of());
  }
}
