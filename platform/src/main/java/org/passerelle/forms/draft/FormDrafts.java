package org.passerelle.forms.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.FormImports;
import org.passerelle.forms.Piece;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores form drafts. Several administrators may edit one: an editor is warned if a colleague has
 * changed the same part since the page was opened, and not if they changed another part.
 */
@Service
public class FormDrafts {
  /** The version for a new part: nobody can have changed it. */
  public static final int FRESH = Integer.MAX_VALUE;

  private static final int NEWEST = 12;
  static final String DELETED = "form.draft-deleted";
  private final JdbcClient db;
  private final FormImports imports;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final DraftDeletionUndo back;
  private final Undo undo;
  private final Clock clock;

  FormDrafts(
      JdbcClient db,
      FormImports imports,
      AuditLog audit,
      Identifiers identifiers,
      DraftDeletionUndo back,
      Undo undo,
      Clock clock) {
    this.back = back;
    this.undo = undo;
    this.db = db;
    this.imports = imports;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Creates a draft.
   *
   * @throws Refused if its parts cannot be told apart
   */
  @Transactional
  public UUID begin(Piece form, SignedIn who) {
    String text = text(form);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into form_draft (id, form, content, version, begun_by, begun_at, changed_by,
              changed_at)
            values (:id, :form, :content, 1, :by, :at, :by, :at)
            """)
        .param("id", id)
        .param("form", form.text("form"))
        .param("content", text)
        .param("by", who.user())
        .param("at", Columns.now(clock))
        .update();
    audit.write(who, "form.draft-begun", "form", id, Map.of("form", form.text("form")));
    return id;
  }

  private static String text(Piece form) {
    DraftShape.check(form);
    String text = form.write();
    if (text.length() > FormImports.LONGEST) {
      throw new Refused("formdraft.refused.long", FormImports.LONGEST);
    }
    return text;
  }

  /** All drafts, the last changed first. */
  @Transactional(readOnly = true)
  public List<FormDraft> all() {
    return db.sql(
            """
            select id, content, version, begun_by, changed_by, changed_at from form_draft
            order by changed_at desc, id
            """)
        .query(FormDrafts::draft)
        .list();
  }

  /** A draft. */
  @Transactional(readOnly = true)
  public FormDraft find(UUID id) {
    return read(
        id,
        "select id, content, version, begun_by, changed_by, changed_at from form_draft where id = :id");
  }

  private FormDraft locked(UUID id) {
    return read(
        id,
        "select id, content, version, begun_by, changed_by, changed_at from form_draft where id = :id for update");
  }

  private FormDraft read(UUID id, String sql) {
    return db.sql(sql)
        .param("id", id)
        .query(FormDrafts::draft)
        .optional()
        .orElseThrow(NotFound::new);
  }

  private static FormDraft draft(ResultSet row, int number) throws SQLException {
    return new FormDraft(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        Piece.read(row.getString("content")),
        row.getObject("begun_by", UUID.class),
        row.getObject("changed_by", UUID.class),
        Columns.instant(row, "changed_at"));
  }

  /** The history, newest first. */
  @Transactional(readOnly = true)
  public List<FormDraft.Change> changes(UUID id) {
    return db.sql(
            """
            select version, part, changed_by, changed_at from form_draft_change
            where draft = :id order by version desc limit :most
            """)
        .param("id", id)
        .param("most", NEWEST)
        .query(
            (row, number) ->
                new FormDraft.Change(
                    row.getInt("version"),
                    row.getString("part"),
                    row.getObject("changed_by", UUID.class),
                    Columns.instant(row, "changed_at")))
        .list();
  }

  /**
   * Changes one part.
   *
   * @param opened version when the page was opened
   * @param part the edited part
   * @throws ChangedMeanwhile if a colleague changed the same part since
   * @throws Refused if the change is not possible; the draft is left unchanged
   */
  @Transactional
  public void change(
      UUID id, int opened, DraftPart part, UnaryOperator<Piece> change, SignedIn who) {
    FormDraft before = locked(id);
    if (changedSince(id, opened, part)) {
      throw new ChangedMeanwhile(opened, before.version());
    }
    Piece after = change.apply(before.form());
    if (after.equals(before.form())) {
      return;
    }
    db.sql(
            """
            update form_draft
            set content = :content, form = :form, version = version + 1, changed_by = :by,
              changed_at = :at
            where id = :id
            """)
        .param("content", text(after))
        .param("form", after.text("form"))
        .param("by", who.user())
        .param("at", Columns.now(clock))
        .param("id", id)
        .update();
    db.sql(
            """
            insert into form_draft_change (draft, version, part, changed_by, changed_at)
            values (:id, :version, :part, :by, :at)
            """)
        .param("id", id)
        .param("version", before.version() + 1)
        .param("part", part.toString())
        .param("by", who.user())
        .param("at", Columns.now(clock))
        .update();
    audit.write(
        who,
        "form.draft-changed",
        "form",
        id,
        Map.of(
            "form",
            after.text("form"),
            "part",
            part.kind().name().toLowerCase(Locale.ROOT),
            "id",
            part.id()));
  }

  private boolean changedSince(UUID id, int opened, DraftPart part) {
    return part.kind() != DraftPart.Kind.ORDER
        && db.sql(
                    """
                    select count(*) from form_draft_change
                    where draft = :id and version > :opened and part = :part
                    """)
                .param("id", id)
                .param("opened", opened)
                .param("part", part.toString())
                .query(Integer.class)
                .single()
            > 0;
  }

  /**
   * Submits a draft for comparison and activation, and deletes it; a draft with problems is kept.
   */
  @Transactional
  public FormImports.Received finish(UUID id, SignedIn who) {
    FormDraft draft = locked(id);
    FormImports.Received received = imports.receive(draft.form().write(), who);
    if (received.id() != null) {
      audit.write(who, "form.draft-finished", "form", id, Map.of("form", draft.name()));
      end(id);
    }
    return received;
  }

  /**
   * Deletes a draft.
   *
   * @return identifier for undoing it
   */
  @Transactional
  public UUID delete(UUID id, SignedIn who) {
    FormDraft draft = locked(id);
    audit.write(who, DELETED, "form", id, Map.of("form", draft.name()));
    RemovedContent removedContent = RemovedContent.sealed(who.organisation(), back.whole(id));
    end(id);
    return undo.offer(DELETED, id, removedContent, who);
  }

  private void end(UUID id) {
    db.sql("delete from form_draft where id = :id").param("id", id).update();
  }

  /** The number that the next version of a form would have. */
  public int next(String form, int newest) {
    return Math.max(
            newest,
            imports.all().stream()
                .filter(one -> one.form().equals(form))
                .mapToInt(FormImports.Imported::version)
                .max()
                .orElse(0))
        + 1;
  }
}
