package org.passerelle.protect.sharing.referral.withdrawal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.consent.DisclosureSummary;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Disclosures of a case that were withdrawn by the person or revoked by the sender. */
@Component
public class WithdrawnDisclosures {
  private final JdbcClient db;
  private final DisclosureSummary disclosureSummary;

  WithdrawnDisclosures(JdbcClient db, DisclosureSummary disclosureSummary) {
    this.db = db;
    this.disclosureSummary = disclosureSummary;
  }

  /**
   * The recall of a disclosure.
   *
   * @param how {@code withdrawn} by the person, or {@code revoked} by the sender
   * @param confirmed when the recipient confirmed the erasure, or null
   */
  public record Withdrawn(String how, Instant at, @Nullable Instant confirmed) {}

  /** Recalled disclosures by identifier. */
  @Transactional(readOnly = true)
  public Map<UUID, Withdrawn> of(UUID caseId) {
    List<DisclosureSummary.Told> told = disclosureSummary.of(caseId);
    Map<UUID, TakenBack> referrals = new HashMap<>();
    db.sql(
            """
            select r.id, r.withdrawal_acknowledged_at,
                   (select max(e.at) from case_event_outline e
                     where e.case_id = :case and e.subject = r.id and e.kind = 'referral.revoked'
                       and r.state = 'revoked') as revoked_at
              from referral r where r.id = any(cast(:ids as uuid array))
            """)
        .param("case", caseId)
        .param(
            "ids",
            UuidArray.of(told.stream().map(DisclosureSummary.Told::referral).distinct().toList()))
        .query(
            row -> {
              referrals.put(
                  row.getObject("id", UUID.class),
                  new TakenBack(
                      Columns.instantOrNull(row, "revoked_at"),
                      Columns.instantOrNull(row, "withdrawal_acknowledged_at")));
            });
    Map<UUID, Withdrawn> all = new HashMap<>();
    for (DisclosureSummary.Told one : told) {
      TakenBack referral = referrals.getOrDefault(one.referral(), TakenBack.NOT);
      Instant withdrawn = one.withdrawn();
      Instant at = withdrawn == null ? referral.revoked : withdrawn;
      if (at != null) {
        all.put(
            one.id(),
            new Withdrawn(withdrawn == null ? "revoked" : "withdrawn", at, referral.confirmed));
      }
    }
    return all;
  }

  private record TakenBack(@Nullable Instant revoked, @Nullable Instant confirmed) {
    static final TakenBack NOT = new TakenBack(null, null);
  }
}
