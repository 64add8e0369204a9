package org.passerelle.protect.sharing.consent;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes withdrawals that were entered by mistake and noticed at once. The history shows both. */
@Service
public class WithdrawalUndo {
  private final JdbcClient db;
  private final Cases cases;
  private final Consents consents;
  private final Disclosures disclosures;
  private final CaseRecord records;

  WithdrawalUndo(
      JdbcClient db, Cases cases, Consents consents, Disclosures disclosures, CaseRecord records) {
    this.db = db;
    this.cases = cases;
    this.consents = consents;
    this.disclosures = disclosures;
    this.records = records;
  }

  /**
   * Restores a consent that was withdrawn by mistake.
   *
   * @throws Refused if data were ever disclosed on it, or it is already valid
   */
  @Transactional
  public void standsAgain(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Consent consent =
        consents.find(id).filter(c -> c.caseId().equals(file.id())).orElseThrow(NotFound::new);
    int again =
        disclosures.onBasis(id).isEmpty()
            ? db.sql(
                    """
                    update consent set state = 'given', version = version + 1, withdrawn_at = null
                     where id = :id and state = 'withdrawn'
                    """)
                .param("id", id)
                .update()
            : 0;
    if (again == 0) {
      throw new Refused("form.undo.late");
    }
    consents.remember(id, consent.version() + 1, "given", who);
    records.write(
        caseId, "consent.restored", consent.purpose(), id, Map.of("consent", id.toString()), who);
  }
}
