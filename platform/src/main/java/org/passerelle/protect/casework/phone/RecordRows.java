package org.passerelle.protect.casework.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores records from phones without interpreting their encrypted content. */
@Component
class RecordRows {
  private final JdbcClient db;
  private final CaseLock lock;

  RecordRows(JdbcClient db, CaseLock lock) {
    this.db = db;
    this.lock = lock;
  }

  /**
   * A record without its content.
   *
   * @param officer author
   * @param why why it waits: {@code version}, {@code case}, {@code told}, {@code record}; or empty
   * @param screening resulting screening, or null
   * @param waitsFor record that must arrive first, or null
   * @param key key under which its content is encrypted
   */
  record Row(
      UUID id,
      UUID organisation,
      UUID phone,
      UUID officer,
      UUID handedInBy,
      String sha256,
      String kind,
      String form,
      int version,
      String state,
      String why,
      @Nullable UUID screening,
      @Nullable UUID caseId,
      @Nullable UUID waitsFor,
      UUID key,
      Instant madeAt,
      Instant at) {
    boolean isKept() {
      return state.equals(Receipt.KEPT);
    }

    /** Kind of the subject of its log entries. */
    String subjectKind() {
      return screening != null ? "screening" : caseId != null ? "case" : "phone";
    }

    /** Subject of its log entries. */
    UUID subject() {
      return screening != null ? screening : caseId != null ? caseId : phone;
    }
  }

  void insert(Row row, byte[] content) {
    if (row.caseId() != null) {
      lock.againstErasure(row.caseId());
    }
    db.sql(
            """
            insert into phone_record
              (id, organisation, phone, officer, handed_in_by, sha256, kind, form, version, state, why, screening,
               case_id, waits_for, sealed_under, content, made_at, at)
            values
              (:id, :organisation, :phone, :officer, :by, :sha256, :kind, :form, :version, :state, :why, :screening,
               :case, :waits, :key, :content, :made, :at)
            """)
        .param("id", row.id())
        .param("organisation", row.organisation())
        .param("phone", row.phone())
        .param("officer", row.officer())
        .param("by", row.handedInBy())
        .param("sha256", row.sha256())
        .param("kind", row.kind())
        .param("form", row.form())
        .param("version", row.version())
        .param("state", row.state())
        .param("why", row.why())
        .param("screening", row.screening())
        .param("case", row.caseId())
        .param("waits", row.waitsFor())
        .param("key", row.key())
        .param("content", content)
        .param("made", Columns.at(row.madeAt()))
        .param("at", Columns.at(row.at()))
        .update();
  }

  Optional<Row> find(UUID id) {
    return db.sql("select * from phone_record where id = :id")
        .param("id", id)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Records a repeated delivery; returns whether it came from another user than the last one. */
  boolean broughtAgain(UUID id, UUID by) {
    return db.sql(
                """
                update phone_record set again_by = :by
                 where id = :id and (again_by is null or again_by <> :by)
                """)
            .param("by", by)
            .param("id", id)
            .update()
        == 1;
  }

  /** Locks a record until the transaction ends; must be locked before its documents. */
  Optional<Row> hold(UUID id) {
    return db.sql("select * from phone_record where id = :id for update")
        .param("id", id)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Locks a waiting record until the transaction ends. */
  Optional<Row> holdKept(UUID id) {
    return db.sql("select * from phone_record where id = :id and state = 'kept' for update")
        .param("id", id)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Records that wait for a given record, or for any if null. */
  List<UUID> waiting(@Nullable UUID record) {
    return db.sql(
            """
            select id from phone_record
             where state = 'kept' and waits_for is not null
               and (cast(:record as uuid) is null or waits_for = :record)
             order by at, id
            """)
        .param("record", record)
        .query(UUID.class)
        .list();
  }

  void takeOver(UUID id, RecordProcessor.Became became, UUID key, byte[] content) {
    db.sql(
            """
            update phone_record
               set state = 'taken', why = '', waits_for = null, screening = :screening, case_id = :case,
                 sealed_under = :key, content = :content
             where id = :id
            """)
        .param("screening", became.screening())
        .param("case", became.caseId())
        .param("key", key)
        .param("content", content)
        .param("id", id)
        .update();
  }

  /** Updates the reason why it waits. */
  void stillKept(UUID id, RecordProcessor.Became became) {
    db.sql(
            """
            update phone_record set why = :why, waits_for = :waits, case_id = :case
             where id = :id and state = 'kept'
            """)
        .param("why", became.why())
        .param("waits", became.waitsFor())
        .param("case", became.caseId())
        .param("id", id)
        .update();
  }

  /** Whether an organisation has a case named in a record; the case is not read. */
  boolean hasCase(UUID caseId, UUID organisation) {
    return db.sql(
                "select count(*) from case_outline where id = :case and organisation = :organisation")
            .param("case", caseId)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        == 1;
  }

  Optional<Row> ofScreening(UUID screening) {
    return db.sql("select * from phone_record where screening = :screening")
        .param("screening", screening)
        .query((row, i) -> row(row))
        .optional();
  }

  /** Records that became a part of a case, latest first. */
  List<Row> ofCase(UUID caseId) {
    return db.sql(
            """
            select * from phone_record where case_id = :case and state = 'taken'
             order by made_at desc, id
            """)
        .param("case", caseId)
        .query((row, i) -> row(row))
        .list();
  }

  byte[] content(UUID id) {
    return db.sql("select content from phone_record where id = :id")
        .param("id", id)
        .query(byte[].class)
        .single();
  }

  Optional<Receipt> receipt(UUID id) {
    return db.sql(
            """
            select r.sha256, r.at, r.state, s.code
              from phone_record r left join screening_outline s on s.id = r.screening
             where r.id = :id
            """)
        .param("id", id)
        .query((row, i) -> Receipt.of(id, row))
        .optional();
  }

  /**
   * Waiting records of the node or of an organisation, oldest first.
   *
   * @param most maximum number of entries
   */
  List<Row> kept(@Nullable UUID organisation, int most) {
    return db.sql(
            """
            select * from phone_record
             where state = 'kept' and (cast(:organisation as uuid) is null or organisation = :organisation)
             order by at, id limit :most
            """)
        .param("organisation", organisation)
        .param("most", most)
        .query((row, i) -> row(row))
        .list();
  }

  /**
   * Locks records that became one of these screenings, belong to one of these cases, or wait for
   * one that does; before any of their documents.
   */
  List<Row> hold(Collection<UUID> screenings, Collection<UUID> cases) {
    return db.sql(
            """
            select * from phone_record
             where screening in (:screenings) or case_id in (:cases)
                or waits_for in (select b.id from phone_record b
                                  where b.screening in (:screenings) or b.case_id in (:cases))
             order by id for update
            """)
        .param("screenings", orNobody(screenings))
        .param("cases", orNobody(cases))
        .query((row, i) -> row(row))
        .list();
  }

  void delete(Collection<UUID> ids) {
    db.sql("delete from phone_record where id in (:ids)").param("ids", orNobody(ids)).update();
  }

  private static Collection<UUID> orNobody(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of(new UUID(0, 0)) : ids;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("phone", UUID.class),
        row.getObject("officer", UUID.class),
        row.getObject("handed_in_by", UUID.class),
        row.getString("sha256"),
        row.getString("kind"),
        row.getString("form"),
        row.getInt("version"),
        row.getString("state"),
        row.getString("why"),
        row.getObject("screening", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("waits_for", UUID.class),
        row.getObject("sealed_under", UUID.class),
        Columns.instant(row, "made_at"),
        Columns.instant(row, "at"));
  }
}
