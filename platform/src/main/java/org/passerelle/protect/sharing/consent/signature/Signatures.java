package org.passerelle.protect.sharing.consent.signature;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.passerelle.undo.RemovedContent;
import org.passerelle.undo.Undo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signatures on consents, as pictures. A consent is valid without one; a withdrawn consent keeps
 * its signature, and both are erased with the case.
 */
@Service
public class Signatures {
  /** Drawn on the screen of a device with finger, pen or mouse. */
  public static final String FINGER = "finger";

  /** On paper, scanned or photographed. */
  public static final String PAPER = "paper";

  static final String REMOVED = "consent.signature-removed";
  private static final String CONTENT = SignatureRemovalUndo.CONTENT;
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final Consents consents;
  private final CaseRecord records;
  private final Undo undo;
  private final SignatureRemovalUndo back;

  Signatures(
      JdbcClient db,
      Vault vault,
      Cases cases,
      Consents consents,
      CaseRecord records,
      Undo undo,
      SignatureRemovalUndo back) {
    this.back = back;
    this.undo = undo;
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.consents = consents;
    this.records = records;
  }

  /**
   * A signature without its picture.
   *
   * @param kind {@link #FINGER} or {@link #PAPER}
   */
  public record Signature(UUID consent, String kind, Instant at, UUID by) {}

  public record Picture(String type, byte[] content) {}

  /** Signatures of a case, in the order in which they were given. */
  @Transactional(readOnly = true)
  public List<Signature> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql(
            """
            select consent, kind, at, by_user from consent_signature
             where case_id = :case order by at, consent, kind
            """)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Signature(
                    row.getObject("consent", UUID.class),
                    row.getString("kind"),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /**
   * Stores a signature, re-encoded without camera metadata.
   *
   * @throws Refused if it is not a picture, there is already one of this kind, or the consent is
   *     withdrawn
   */
  @Transactional
  public void add(UUID caseId, UUID consent, String kind, byte[] sent, SignedIn who) {
    cases.find(caseId, who);
    Consent found = consent(caseId, consent, who);
    CleanPicture.Clean clean = CleanPicture.of(sent);
    if (found.state().equals("withdrawn")) {
      throw new Refused("signature.refused.withdrawn").at("file");
    }
    if (of(caseId, who).stream().anyMatch(s -> is(s, consent, kind))) {
      throw new Refused("signature.refused.there").at("file");
    }
    back.insert(
        consent,
        new SignatureRemovalUndo.Whole(
            caseId,
            kind,
            new Picture(clean.type(), clean.content()),
            records.now().toInstant(),
            who.user()));
    records.write(caseId, "consent.signed", kind, consent, detail(consent, kind), who);
  }

  /** Opens a signature; the access is logged. */
  @Transactional
  public Picture look(UUID caseId, UUID consent, String kind, SignedIn who) {
    cases.find(caseId, who);
    Picture picture = picture(caseId, consent, kind);
    records.look(caseId, "consent.signature-read", detail(consent, kind), who);
    return picture;
  }

  /** For the printed case file, whose creation is logged separately. */
  @Transactional(readOnly = true)
  public Picture onPaper(UUID caseId, Signature one, SignedIn who) {
    cases.check(caseId, who);
    return picture(caseId, one.consent(), one.kind());
  }

  /**
   * Removes a signature that was given by mistake; the consent stays valid.
   *
   * @return identifier of the undo offer
   */
  @Transactional
  public UUID remove(UUID caseId, UUID consent, String kind, SignedIn who) {
    cases.find(caseId, who);
    Signature found =
        of(caseId, who).stream()
            .filter(s -> is(s, consent, kind))
            .findFirst()
            .orElseThrow(NotFound::new);
    Picture picture = picture(caseId, consent, kind);
    int gone =
        db.sql(
                """
                delete from consent_signature
                 where consent = :consent and kind = :kind and case_id = :case
                """)
            .param("consent", consent)
            .param("kind", kind)
            .param("case", caseId)
            .update();
    if (gone == 0) {
      throw new NotFound();
    }
    records.write(caseId, REMOVED, kind, consent, detail(consent, kind), who);
    return undo.offer(
        REMOVED,
        consent,
        RemovedContent.sealed(
            caseId, new SignatureRemovalUndo.Whole(caseId, kind, picture, found.at(), found.by())),
        who);
  }

  private Picture picture(UUID caseId, UUID consent, String kind) {
    return db.sql(
            """
            select media_type, content from consent_signature
             where consent = :consent and kind = :kind and case_id = :case
            """)
        .param("consent", consent)
        .param("kind", kind)
        .param("case", caseId)
        .query(
            (row, i) ->
                new Picture(
                    row.getString("media_type"),
                    vault.openBytes(caseId, CONTENT, row.getBytes("content"))))
        .optional()
        .orElseThrow(NotFound::new);
  }

  private Consent consent(UUID caseId, UUID id, SignedIn who) {
    return consents.of(caseId, who).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static boolean is(Signature one, UUID consent, String kind) {
    return one.consent().equals(consent) && one.kind().equals(kind);
  }

  static Map<String, String> detail(UUID consent, String kind) {
    return Map.of("consent", consent.toString(), "kind", kind);
  }
}
