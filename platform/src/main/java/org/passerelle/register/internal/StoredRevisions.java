package org.passerelle.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.register.Entry;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register.Revision;
import org.passerelle.register.StoredFacts;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every revision of every entry; none is ever changed or deleted. */
@Component
class StoredRevisions {
  private final JdbcClient db;
  private final Clock clock;

  StoredRevisions(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The revisions of an entry, latest first. */
  List<Revision> of(Kind kind, String id) {
    return db.sql(
            """
            select id, revision, content, retired, at, by_name, reason from register_revision
            where kind = :kind and id = :id order by revision desc""")
        .param("kind", kind.id())
        .param("id", id)
        .query((row, n) -> revision(kind, row))
        .list();
  }

  /** Revisions that anybody but the reader made after a moment, latest first. */
  List<Revision> since(Instant moment, UUID reader, int most) {
    return db
        .sql(
            """
            select kind, id, revision, content, retired, at, by_name, reason from register_revision
            where at > :moment and by_user <> :reader
            order by at desc, kind, id, revision desc limit :most""")
        .param("moment", Columns.at(moment))
        .param("reader", reader)
        .param("most", most)
        .query(
            (row, n) -> {
              Kind kind = Kinds.shipped().find(row.getString("kind")).orElse(null);
              // a kind that only another version knew has no page
              return kind == null ? Optional.<Revision>empty() : Optional.of(revision(kind, row));
            })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Revision revision(Kind kind, ResultSet row) throws SQLException {
    return new Revision(
        new Entry(
            kind,
            row.getString("id"),
            row.getInt("revision"),
            StoredFacts.content(row.getString("content"))),
        row.getBoolean("retired"),
        Columns.instant(row, "at"),
        row.getString("by_name"),
        row.getString("reason"));
  }

  void add(Entry entry, boolean retired, @Nullable UUID by, String byName, String reason) {
    db.sql(
            """
            insert into register_revision (kind, id, revision, content, retired, at, by_user, by_name, reason)
            values (:kind, :id, :revision, :content, :retired, :at, :by, :byName, :reason)""")
        .param("kind", entry.kind().id())
        .param("id", entry.id())
        .param("revision", entry.revision())
        .param("content", StoredFacts.json(entry.content()))
        .param("retired", retired)
        .param("at", Columns.now(clock))
        .param("by", by)
        .param("byName", byName)
        .param("reason", reason)
        .update();
  }
}
