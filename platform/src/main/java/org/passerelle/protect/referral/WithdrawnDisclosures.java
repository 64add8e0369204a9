package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of the disclosures of a case was taken back since: by the person, or by whoever sent it. */
@Component
public class WithdrawnDisclosures {
  private final JdbcClient db;

  WithdrawnDisclosures(JdbcClient db) {
    this.db = db;
  }

  /**
   * That a disclosure was taken back.
   *
   * @param how {@code withdrawn} by the person, or {@code revoked} by the sender
   * @param confirmed when the recipient said that it is erased, or null
   */
  public record Withdrawn(String how, Instant at, @Nullable Instant confirmed) {}

  /** By the identifier of the disclosure; only those that were taken back. */
  @Transactional(readOnly = true)
  public Map<UUID, Withdrawn> of(UUID caseId) {
    Map<UUID, Withdrawn> all = new HashMap<>();
    db.sql(
            """
            select d.id, c.withdrawn_at, r.withdrawal_acknowledged_at,
                   (select max(e.at) from case_event_outline e
                     where e.case_id = d.case_id and e.subject = r.id and e.kind = 'referral.revoked'
                       and r.state = 'revoked') as revoked_at
              from disclosure_outline d
              left join consent_outline c on c.id = d.basis
              left join referral r on r.id = d.referral
             where d.case_id = :case
            """)
        .param("case", caseId)
        .query(
            row -> {
              Instant withdrawn = Columns.instantOrNull(row, "withdrawn_at");
              Instant revoked = Columns.instantOrNull(row, "revoked_at");
              Instant at = withdrawn == null ? revoked : withdrawn;
              if (at != null) {
                all.put(
                    row.getObject("id", UUID.class),
                    new Withdrawn(
                        withdrawn == null ? "revoked" : "withdrawn",
                        at,
                        Columns.instantOrNull(row, "withdrawal_acknowledged_at")));
              }
            });
    return all;
  }
}
