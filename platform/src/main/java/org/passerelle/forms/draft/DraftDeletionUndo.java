package org.passerelle.forms.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.Columns;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Restores a form draft that was deleted by mistake, with its history. */
@Component
class DraftDeletionUndo implements Undoable {
  private final JdbcClient db;
  private final AuditLog audit;

  DraftDeletionUndo(JdbcClient db, AuditLog audit) {
    this.db = db;
    this.audit = audit;
  }

  /** A change in the draft's history. */
  record Step(int version, String part, UUID by, Instant at) {}

  /** A draft with its history. */
  record Whole(
      String form,
      String content,
      int version,
      UUID begunBy,
      Instant begunAt,
      UUID changedBy,
      Instant changedAt,
      List<Step> steps) {
    Whole {
      steps = List.copyOf(steps);
    }
  }

  @Override
  public String act() {
    return FormDrafts.DELETED;
  }

  @Override
  public String about() {
    return "form";
  }

  /** A draft as stored. */
  Whole whole(UUID id) {
    List<Step> steps =
        db.sql("select * from form_draft_change where draft = :id order by version")
            .param("id", id)
            .query(
                (row, i) ->
                    new Step(
                        row.getInt("version"),
                        row.getString("part"),
                        row.getObject("changed_by", UUID.class),
                        Columns.instant(row, "changed_at")))
            .list();
    return db.sql("select * from form_draft where id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                new Whole(
                    row.getString("form"),
                    row.getString("content"),
                    row.getInt("version"),
                    row.getObject("begun_by", UUID.class),
                    Columns.instant(row, "begun_at"),
                    row.getObject("changed_by", UUID.class),
                    Columns.instant(row, "changed_at"),
                    steps))
        .single();
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Whole was = before.as(Whole.class);
    db.sql(
            """
            insert into form_draft (id, form, content, version, begun_by, begun_at, changed_by, changed_at)
            values (:id, :form, :content, :version, :begunBy, :begunAt, :by, :at)
            """)
        .param("id", subject)
        .param("form", was.form)
        .param("content", was.content)
        .param("version", was.version)
        .param("begunBy", was.begunBy)
        .param("begunAt", Columns.at(was.begunAt))
        .param("by", was.changedBy)
        .param("at", Columns.at(was.changedAt))
        .update();
    for (Step step : was.steps) {
      db.sql(
              """
              insert into form_draft_change (draft, version, part, changed_by, changed_at)
              values (:id, :version, :part, :by, :at)
              """)
          .param("id", subject)
          .param("version", step.version)
          .param("part", step.part)
          .param("by", step.by)
          .param("at", Columns.at(step.at))
          .update();
    }
    audit.write(who, "form.draft-restored", "form", subject, Map.of("form", was.form));
    return "/house/forms/drafts/" + subject;
  }
}
