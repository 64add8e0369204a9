package org.passerelle.forms.answers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Submission;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code submission}; does not know the sealed content. */
@Component
class SubmissionRows {
  private static final String COLUMNS =
      """
      id, subject_kind, subject, sealed_under, organisation, form, version, state, revision,
      created_by, created_at, changed_at, submitted_at\
      """;
  private final JdbcClient db;

  SubmissionRows(JdbcClient db) {
    this.db = db;
  }

  /** A row as stored, with its sealed document. */
  static final class Row {
    private final Submission.Entry entry;
    private final byte[] content;

    Row(Submission.Entry entry, byte[] content) {
      this.entry = entry;
      this.content = content;
    }

    Submission.Entry entry() {
      return entry;
    }

    byte[] content() {
      return content;
    }
  }

  void insert(Submission.Entry entry, String digest, byte[] content) {
    db.sql(
            """
            insert into submission (id, organisation, subject_kind, subject, sealed_under, form,
              version, digest, state, revision, content, created_by, created_at, changed_by,
              changed_at)
            values (:id, :organisation, :kind, :subject, :key, :form, :version, :digest, 'draft', 1,
              :content, :by, :at, :by, :at)
            """)
        .param("id", entry.id())
        .param("organisation", entry.subject().organisation())
        .param("kind", entry.subject().kind())
        .param("subject", entry.subject().id())
        .param("key", entry.subject().key())
        .param("form", entry.form())
        .param("version", entry.version())
        .param("digest", digest)
        .param("content", content)
        .param("by", entry.createdBy())
        .param("at", Columns.at(entry.createdAt()))
        .update();
  }

  void use(FormDefinition form, Instant at) {
    db.sql(
            """
            insert into form_used (form, version, digest, first_used)
            values (:form, :version, :digest, :at)
            on conflict do nothing
            """)
        .param("form", form.form())
        .param("version", form.version())
        .param("digest", form.digest())
        .param("at", Columns.at(at))
        .update();
  }

  Optional<Row> find(UUID id, boolean forChange) {
    String sql =
        forChange
            ? "select " + COLUMNS + ", content from submission where id = :id for update"
            : "select " + COLUMNS + ", content from submission where id = :id";
    return db.sql(sql)
        .param("id", id)
        .query((row, number) -> new Row(entry(row), row.getBytes("content")))
        .optional();
  }

  List<Submission.Entry> about(UUID subject) {
    return db.sql(
            "select "
                + COLUMNS
                + " from submission where subject = :subject order by created_at, id")
        .param("subject", subject)
        .query((row, number) -> entry(row))
        .list();
  }

  List<UUID> submitted() {
    return db.sql("select id from submission where state = 'submitted' order by id")
        .query(UUID.class)
        .list();
  }

  void save(UUID id, byte[] content, UUID by, Instant at) {
    db.sql(
            """
            update submission
            set content = :content, changed_by = :by, changed_at = :at, revision = revision + 1
            where id = :id and state = 'draft'
            """)
        .param("content", content)
        .param("by", by)
        .param("at", Columns.at(at))
        .param("id", id)
        .update();
  }

  void submit(UUID id, byte[] content, UUID by, Instant at) {
    db.sql(
            """
            update submission
            set content = :content, changed_by = :by, changed_at = :at, revision = revision + 1,
              state = 'submitted', submitted_by = :by, submitted_at = :at
            where id = :id and state = 'draft'
            """)
        .param("content", content)
        .param("by", by)
        .param("at", Columns.at(at))
        .param("id", id)
        .update();
  }

  void deleteAbout(UUID subject) {
    db.sql("delete from submission where subject = :subject").param("subject", subject).update();
  }

  private static Submission.Entry entry(ResultSet row) throws SQLException {
    return new Submission.Entry(
        row.getObject("id", UUID.class),
        new Subject(
            row.getString("subject_kind"),
            row.getObject("subject", UUID.class),
            row.getObject("sealed_under", UUID.class),
            row.getObject("organisation", UUID.class)),
        row.getString("form"),
        row.getInt("version"),
        row.getString("state").equals("submitted"),
        row.getInt("revision"),
        row.getObject("created_by", UUID.class),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "changed_at"),
        Columns.instantOrNull(row, "submitted_at"));
  }
}
