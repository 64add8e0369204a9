package org.passerelle.prosecute.investigation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened in an investigation: a coded line for each step taken here, and events that its
 * team entered by hand, on the day on which they happened.
 */
@Component
class InvestigationJournal {
  static final String NOTED = "noted";
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;

  InvestigationJournal(JdbcClient db, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A line.
   *
   * @param kind its text is {@code investigation.event.KIND}
   * @param code code that the text names, such as {@code V-2}; empty if none
   * @param day the day on which it happened, if it was entered by hand
   * @param words sealed text of an entry by hand
   * @param user null for what the application did
   */
  record Row(
      UUID id,
      String kind,
      String code,
      @Nullable LocalDate day,
      byte @Nullable [] words,
      Instant at,
      @Nullable UUID user,
      boolean struck) {}

  UUID add(
      UUID investigation, String kind, String code, @Nullable UUID subject, @Nullable UUID user) {
    return insert(investigation, kind, code, subject, user, null, null);
  }

  UUID note(UUID investigation, LocalDate day, byte[] words, UUID user) {
    return insert(investigation, NOTED, "", null, user, day, words);
  }

  private UUID insert(
      UUID investigation,
      String kind,
      String code,
      @Nullable UUID subject,
      @Nullable UUID user,
      @Nullable LocalDate day,
      byte @Nullable [] words) {
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("kind", kind);
    row.put("code", code);
    row.put("subject", subject);
    row.put("day", day);
    row.put("words", words);
    row.put("at", Columns.now(clock));
    row.put("user", user);
    db.sql(
            """
            insert into investigation_event (id, investigation, kind, code, subject, on_day, words, at, by_user)
            values (:id, :investigation, :kind, :code, :subject, :day, :words, :at, :user)
            """)
        .params(row)
        .update();
    return id;
  }

  /** Strikes out an entry by hand; returns whether it stood. */
  boolean strike(UUID investigation, UUID id, UUID user) {
    return db.sql(
                """
                update investigation_event set struck_at = :now, struck_by = :user
                 where id = :id and investigation = :investigation and kind = 'noted' and struck_at is null
                """)
            .param("now", Columns.now(clock))
            .param("user", user)
            .param("id", id)
            .param("investigation", investigation)
            .update()
        == 1;
  }

  /** Latest first: by the day of what was entered by hand, otherwise by the moment. */
  List<Row> newest(UUID investigation, int limit) {
    return db.sql(
            """
            select * from investigation_event where investigation = :investigation
             order by coalesce(on_day, cast(at as date)) desc, at desc, id limit :limit
            """)
        .param("investigation", investigation)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("code"),
                    row.getObject("on_day", LocalDate.class),
                    row.getBytes("words"),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class),
                    row.getObject("struck_at") != null))
        .list();
  }

  int notes(UUID investigation) {
    return db.sql(
            """
            select count(*) from investigation_event
             where investigation = :investigation and kind = 'noted' and struck_at is null
            """)
        .param("investigation", investigation)
        .query(Integer.class)
        .single();
  }
}
