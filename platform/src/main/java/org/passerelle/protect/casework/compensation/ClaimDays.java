package org.passerelle.protect.casework.compensation;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the days from which legal limits of a claim run, once they are known. */
@Service
public class ClaimDays {
  private final JdbcClient db;
  private final Claims claims;
  private final CaseRecord records;
  private final Clock clock;

  ClaimDays(JdbcClient db, Claims claims, CaseRecord records, Clock clock) {
    this.db = db;
    this.claims = claims;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Records the days.
   *
   * @param before days that the user has seen in the form
   * @throws NotFound if no such claim is visible to this reader
   * @throws Refused if one is in the future, the judgment is before the offence, or the days were
   *     changed in the meantime
   */
  @Transactional
  public void enter(UUID caseId, UUID claim, Claim.Days before, Claim.Days days, SignedIn who) {
    claims.lock(caseId, claim, who);
    if (!claims.find(caseId, claim, who).days().equals(before)) {
      throw new Refused("compensation.refused.days-changed");
    }
    days.check(Days.newest(clock.instant()));
    int changed =
        db.sql(
                """
                update compensation_claim set offence_on = :offence, judgment_on = :judgment
                 where id = :id and case_id = :case
                """)
            .param("offence", days.offence())
            .param("judgment", days.judgment())
            .param("id", claim)
            .param("case", caseId)
            .update();
    if (changed == 1) {
      records.write(caseId, "compensation.days", "", claim, Map.of("claim", claim.toString()), who);
    }
  }
}
