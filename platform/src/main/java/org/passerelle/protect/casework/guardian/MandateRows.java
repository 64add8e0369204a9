package org.passerelle.protect.casework.guardian;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores mandates and their events. */
@Component
class MandateRows {
  static final String PLACE = "guardian_mandate.details";
  private static final String EVENT = "guardian_event.words";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  MandateRows(JdbcClient db, SealedJson sealed, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Mandates of a case: valid ones first, then newest first. */
  List<Mandate> of(UUID caseId) {
    Map<UUID, List<Mandate.Event>> events = events(caseId);
    return db.sql(
            """
            select * from guardian_mandate where case_id = :case
             order by case when ended is null then 0 else 1 end, from_day desc, at desc, id
            """)
        .param("case", caseId)
        .query((row, i) -> mandate(row, events))
        .list();
  }

  /** Locks a mandate until the transaction ends, against changes and consents. */
  Optional<Mandate> hold(UUID id) {
    return db.sql("select case_id from guardian_mandate where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .flatMap(caseId -> of(caseId).stream().filter(m -> m.id().equals(id)).findFirst());
  }

  /** Open mandates of these persons in an organisation that are not suspended. */
  List<UUID> unsuspended(Collection<UUID> persons, UUID organisation) {
    return db.sql(
            """
            select id from guardian_mandate
             where person in (:persons) and organisation = :organisation and suspended_at is null order by id
            """)
        .param("persons", persons)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  void verified(Mandate mandate, String words, UUID user) {
    db.sql("update guardian_mandate set verified_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", mandate.id())
        .update();
    event(mandate, "verified", words, user);
  }

  void suspended(Mandate mandate, String words, UUID user) {
    db.sql("update guardian_mandate set suspended_at = :now where id = :id")
        .param("now", Columns.now(clock))
        .param("id", mandate.id())
        .update();
    event(mandate, "suspended", words, user);
  }

  void lifted(Mandate mandate, String words, UUID user) {
    db.sql("update guardian_mandate set suspended_at = null where id = :id")
        .param("id", mandate.id())
        .update();
    event(mandate, "lifted", words, user);
  }

  void ended(Mandate mandate, LocalDate on, String how, String words, UUID user) {
    db.sql("update guardian_mandate set ended_on = :on, ended = :how where id = :id")
        .param("on", on)
        .param("how", how)
        .param("id", mandate.id())
        .update();
    event(mandate, "ended", words, user);
  }

  private void event(Mandate mandate, String kind, String words, UUID user) {
    db.sql(
            """
            insert into guardian_event (id, mandate, kind, words, at, by_user)
            values (:id, :mandate, :kind, :words, :now, :user)
            """)
        .param("id", identifiers.next())
        .param("mandate", mandate.id())
        .param("kind", kind)
        .param("words", vault.seal(mandate.caseId(), EVENT, words))
        .param("now", Columns.now(clock))
        .param("user", user)
        .update();
  }

  private Map<UUID, List<Mandate.Event>> events(UUID caseId) {
    Map<UUID, List<Mandate.Event>> events = new HashMap<>();
    db.sql(
            """
            select v.* from guardian_event v join guardian_mandate m on m.id = v.mandate
             where m.case_id = :case order by v.at desc, v.id desc
            """)
        .param("case", caseId)
        .query(
            row -> {
              events
                  .computeIfAbsent(row.getObject("mandate", UUID.class), m -> new ArrayList<>())
                  .add(
                      new Mandate.Event(
                          row.getString("kind"),
                          vault.open(caseId, EVENT, row.getBytes("words")),
                          Columns.instant(row, "at"),
                          row.getObject("by_user", UUID.class)));
            });
    return events;
  }

  private Mandate mandate(ResultSet row, Map<UUID, List<Mandate.Event>> events)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    byte[] details = row.getBytes("details");
    String ended = row.getString("ended");
    return new Mandate(
        id,
        caseId,
        row.getObject("person", UUID.class),
        row.getString("kind"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        details == null
            ? Mandate.Words.UNKNOWN
            : sealed.open(caseId, PLACE, details, Mandate.Words.class),
        Columns.instantOrNull(row, "verified_at"),
        Columns.instantOrNull(row, "suspended_at"),
        row.getObject("ended_on", LocalDate.class),
        ended == null ? "" : ended,
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        events.getOrDefault(id, List.of()));
  }
}
