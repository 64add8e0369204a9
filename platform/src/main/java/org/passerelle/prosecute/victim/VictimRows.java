package org.passerelle.prosecute.victim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.storage.UuidArray;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of victims. What came from a case lies under a key below the case's key, so that it ends
 * with it.
 */
@Component
class VictimRows {
  private static final String FACTS = "investigation_victim.facts";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final ApplicationEventPublisher events;

  VictimRows(JdbcClient db, InvestigationRecord records, ApplicationEventPublisher events) {
    this.db = db;
    this.records = records;
    this.events = events;
  }

  /** What is sealed: facts, and suspects of the case until they are entered. */
  record Content(Victim.Facts facts, List<ForInvestigation.Suspect> suspects) {
    Content {
      suspects = List.copyOf(suspects);
    }
  }

  /**
   * A row.
   *
   * @param caseId null without a case, or when the entry has ended
   */
  record Row(
      UUID id,
      UUID investigation,
      int number,
      @Nullable UUID caseId,
      @Nullable UUID basis,
      byte @Nullable [] facts,
      boolean ended) {
    /** Key of the facts: its own below the case's, or the investigation's. */
    UUID key() {
      return basis == null ? investigation : id;
    }
  }

  List<Row> of(UUID investigation) {
    return db.sql("select * from investigation_victim where investigation = :id order by number")
        .param("id", investigation)
        .query((row, i) -> read(row))
        .list();
  }

  Optional<Row> one(UUID id) {
    return db.sql("select * from investigation_victim where id = :id")
        .param("id", id)
        .query((row, i) -> read(row))
        .optional();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("investigation", UUID.class),
        row.getInt("number"),
        row.getObject("case_id", UUID.class),
        row.getObject("basis", UUID.class),
        row.getBytes("facts"),
        row.getObject("ended_at") != null);
  }

  Optional<Content> content(Row row) {
    byte[] facts = row.facts;
    return facts == null
        ? Optional.empty()
        : Optional.of(records.open(row.key(), FACTS, facts, Content.class));
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from investigation_victim where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  void insert(Row row, Content content, OffsetDateTime at, UUID user) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", row.id);
    values.put("investigation", row.investigation);
    values.put("number", row.number);
    values.put("case", row.caseId);
    values.put("basis", row.basis);
    values.put("facts", records.sealCodes(row.key(), FACTS, content));
    values.put("at", at);
    values.put("user", user);
    db.sql(
            """
            insert into investigation_victim (id, investigation, number, case_id, basis, facts, at, by_user)
            values (:id, :investigation, :number, :case, :basis, :facts, :at, :user)
            """)
        .params(values)
        .update();
  }

  /** Seals the facts anew, after a suspect was entered. */
  void change(Row row, Content content) {
    int changed =
        db.sql(
                "update investigation_victim set facts = :facts where id = :id and facts is not null")
            .param("facts", records.sealCodes(row.key(), FACTS, content))
            .param("id", row.id)
            .update();
    if (changed == 0) {
      throw new IllegalStateException(
          "The facts of %s were gone.%nMaybe its basis ended meanwhile.".formatted(row.id));
    }
  }

  /** Entries on a basis that have not ended. */
  List<UUID> on(UUID basis) {
    return db.sql("select id from investigation_victim where basis = :basis and ended_at is null")
        .param("basis", basis)
        .query(UUID.class)
        .list();
  }

  /** Entries that lead to some cases. */
  List<UUID> from(List<UUID> cases) {
    return db.sql(
            "select id from investigation_victim where case_id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }

  /**
   * Destroys what an entry holds; the number stays, and nothing leads to the case.
   *
   * @return the investigation; empty if it had ended before
   */
  Optional<UUID> end(UUID id, OffsetDateTime at) {
    int ended =
        db.sql(
                """
                update investigation_victim set facts = null, case_id = null, basis = null, ended_at = :now
                 where id = :id and ended_at is null
                """)
            .param("now", at)
            .param("id", id)
            .update();
    if (ended == 0) {
      return Optional.empty();
    }
    events.publishEvent(new VictimEnded(id));
    return db.sql("select investigation from investigation_victim where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /** Number of an entry. */
  int number(UUID id) {
    return db.sql("select number from investigation_victim where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
