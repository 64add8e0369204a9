package org.passerelle.steer.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.register.StoredFacts;
import org.passerelle.register.Values;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of the cycle in the database. */
@Component
@PublicProcess
class CycleDocuments {
  private final JdbcClient db;

  CycleDocuments(JdbcClient db) {
    this.db = db;
  }

  List<CycleDocument> all() {
    return db.sql("select * from cycle_document order by for_year desc, kind, version desc")
        .query(CycleDocuments::read)
        .list();
  }

  Optional<CycleDocument> find(UUID id) {
    return db.sql("select * from cycle_document where id = :id")
        .param("id", id)
        .query(CycleDocuments::read)
        .optional();
  }

  /** The current revision, locked for this transaction. */
  Optional<CycleDocument> held(UUID id) {
    return db.sql("select * from cycle_document where id = :id for update")
        .param("id", id)
        .query(CycleDocuments::read)
        .optional();
  }

  void insert(CycleDocument document) {
    db.sql(
            """
            insert into cycle_document (id, kind, for_year, version, state, revision, round, session_on,
              content, amends, digest, frozen_at, drafted_by, drafted_at)
            values (:id, :kind, :year, :version, :state, :revision, :round, null,
              :content, :amends, null, null, :by, :at)""")
        .param("id", document.id())
        .param("kind", document.kind().name())
        .param("year", document.year())
        .param("version", document.version())
        .param("state", document.state().name())
        .param("revision", document.revision())
        .param("round", document.round())
        .param("content", StoredFacts.json(document.content().content()))
        .param("amends", document.amends())
        .param("by", document.draftedBy())
        .param("at", at(document.draftedAt()))
        .update();
  }

  /**
   * Stores the next revision.
   *
   * @return false if somebody else changed it meanwhile
   */
  boolean change(CycleDocument document, int before) {
    Instant frozen = document.frozenAt();
    return db.sql(
                """
                update cycle_document set state = :state, revision = :revision, round = :round,
                  session_on = :session, content = :content, digest = :digest, frozen_at = :frozen
                where id = :id and revision = :before and state <> 'APPROVED'""")
            .param("state", document.state().name())
            .param("revision", document.revision())
            .param("round", document.round())
            .param("session", document.session())
            .param("content", StoredFacts.json(document.content().content()))
            .param("digest", document.digest().isEmpty() ? null : document.digest())
            .param("frozen", frozen == null ? null : at(frozen))
            .param("id", document.id())
            .param("before", before)
            .update()
        == 1;
  }

  private static CycleDocument read(ResultSet row, int number) throws SQLException {
    String digest = row.getString("digest");
    OffsetDateTime frozen = row.getObject("frozen_at", OffsetDateTime.class);
    return new CycleDocument(
        row.getObject("id", UUID.class),
        CycleDocument.Kind.valueOf(row.getString("kind")),
        row.getInt("for_year"),
        row.getInt("version"),
        CycleDocument.State.valueOf(row.getString("state")),
        row.getInt("revision"),
        row.getInt("round"),
        row.getObject("session_on", LocalDate.class),
        Values.of(StoredFacts.content(row.getString("content"))),
        row.getObject("amends", UUID.class),
        digest == null ? "" : digest,
        instant(frozen),
        row.getString("drafted_by"),
        Columns.instant(row, "drafted_at"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return Columns.at(instant);
  }
}
