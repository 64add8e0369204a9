package org.passerelle.protect.sharing.consent.signature;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes the accidental removal of a signature. */
@Component
class SignatureRemovalUndo implements Undoable {
  static final String CONTENT = "consent_signature.content";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;

  SignatureRemovalUndo(JdbcClient db, Vault vault, Cases cases, CaseRecord records) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
  }

  /** A complete signature. */
  record Whole(UUID caseId, String kind, Signatures.Picture picture, Instant at, UUID by) {}

  @Override
  public String act() {
    return Signatures.REMOVED;
  }

  @Override
  public String about() {
    return "consent";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Whole was = before.as(Whole.class);
    cases.check(was.caseId, who);
    boolean another =
        db.sql("select count(*) from consent_signature where consent = :consent and kind = :kind")
                .param("consent", subject)
                .param("kind", was.kind)
                .query(Integer.class)
                .single()
            > 0;
    if (another) {
      throw new Refused("form.undo.late");
    }
    insert(subject, was);
    records.write(
        was.caseId,
        "consent.signature-restored",
        was.kind,
        subject,
        Signatures.detail(subject, was.kind),
        who);
    return "/protect/cases/%s/consents/%s/signature".formatted(was.caseId, subject);
  }

  /** Stores a signature, encrypted under its case's key. */
  void insert(UUID consent, Whole one) {
    db.sql(
            """
            insert into consent_signature (consent, kind, case_id, media_type, content, at, by_user)
            values (:consent, :kind, :case, :type, :content, :at, :user)
            """)
        .param("consent", consent)
        .param("kind", one.kind)
        .param("case", one.caseId)
        .param("type", one.picture.type())
        .param("content", vault.sealBytes(one.caseId, CONTENT, one.picture.content()))
        .param("at", Columns.at(one.at))
        .param("user", one.by)
        .update();
  }
}
