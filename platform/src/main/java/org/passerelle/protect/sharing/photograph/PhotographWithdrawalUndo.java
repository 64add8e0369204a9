package org.passerelle.protect.sharing.photograph;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.WithdrawalUndo;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Undoes the accidental withdrawal of a photograph, together with its consent. It gets a new key,
 * because the old one was destroyed.
 */
@Component
class PhotographWithdrawalUndo implements Undoable {
  private static final int MOST = 3;
  private static final String CONTENT = "photograph.content";
  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final WithdrawalUndo consents;
  private final CaseRecord records;
  private final Identifiers identifiers;

  PhotographWithdrawalUndo(
      JdbcClient db,
      Vault vault,
      Cases cases,
      WithdrawalUndo consents,
      CaseRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.consents = consents;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** A complete photograph. */
  record Whole(
      UUID caseId,
      UUID organisation,
      UUID consent,
      LocalDate until,
      int width,
      int height,
      Photographs.Picture picture,
      Instant at,
      UUID by) {}

  @Override
  public String act() {
    return Photographs.WITHDRAWN;
  }

  @Override
  public String about() {
    return "photograph";
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Whole was = before.as(Whole.class);
    cases.check(was.caseId, who);
    refuseOneTooMany(was.caseId);
    consents.standsAgain(was.caseId, was.consent, who);
    UUID id = insert(was);
    records.write(
        was.caseId, "photograph.restored", "", id, Map.of("photograph", id.toString()), who);
    return "/protect/cases/" + was.caseId + "/photographs";
  }

  /**
   * Checked before a photograph is added to a case.
   *
   * @throws Refused if the case already has the maximum number
   */
  void refuseOneTooMany(UUID caseId) {
    int there =
        db.sql("select count(*) from photograph where case_id = :case")
            .param("case", caseId)
            .query(Integer.class)
            .single();
    if (there >= MOST) {
      throw new Refused("photograph.refused.many", MOST).at("file");
    }
  }

  /** Stores a photograph under a key of its own; returns its identifier. */
  UUID insert(Whole one) {
    UUID id = identifiers.next();
    vault.createKey(id, one.caseId);
    db.sql(
            """
            insert into photograph
              (id, case_id, organisation, consent, until_day, media_type, width, height, content, at, by_user)
            values
              (:id, :case, :organisation, :consent, :until, :type, :width, :height, :content, :at, :user)
            """)
        .param("id", id)
        .param("case", one.caseId)
        .param("organisation", one.organisation)
        .param("consent", one.consent)
        .param("until", one.until)
        .param("type", one.picture.type())
        .param("width", one.width)
        .param("height", one.height)
        .param("content", vault.sealBytes(id, CONTENT, one.picture.content()))
        .param("at", Columns.at(one.at))
        .param("user", one.by)
        .update();
    return id;
  }

  /** The picture of a photograph; the caller has checked access. */
  Photographs.Picture picture(UUID id) {
    return db.sql("select media_type, content from photograph where id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                new Photographs.Picture(
                    row.getString("media_type"),
                    vault.openBytes(id, CONTENT, row.getBytes("content"))))
        .single();
  }
}
