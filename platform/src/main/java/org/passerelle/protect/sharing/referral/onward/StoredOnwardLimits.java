package org.passerelle.protect.sharing.referral.onward;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.OnwardLimits;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What limits passing on, as it is stored with the referrals that came. */
@Component
class StoredOnwardLimits implements OnwardLimits {
  /** Where something was told; fields beside them say what. */
  private static final Set<String> PLACES = Set.of(Disclosures.STEP, Disclosures.SCREENED);

  private final JdbcClient db;

  StoredOnwardLimits(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<UUID> inNoFile(Collection<UUID> cases, UUID organisation) {
    return cases.isEmpty()
        ? Set.of()
        : Set.copyOf(
            db.sql(
                    """
                    select distinct case_id from received_referral
                     where case_id in (:cases) and organisation = :organisation
                       and (not onward or withdrawn_at is not null)
                    """)
                .param("cases", cases)
                .param("organisation", organisation)
                .query(UUID.class)
                .list());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Limit> of(Case file, UUID recipient) {
    return db.sql(
            """
            select id, sender, withdrawn_at from received_referral
             where case_id = :case and organisation = :organisation and sender <> :recipient
               and (not onward or withdrawn_at is not null)
             order by received_at, id limit 1
            """)
        .param("case", file.id())
        .param("organisation", file.organisation())
        .param("recipient", recipient)
        .query(
            (row, i) ->
                new Limit(
                    row.getObject("id", UUID.class),
                    row.getObject("sender", UUID.class),
                    Columns.instantOrNull(row, "withdrawn_at")))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean allowed(
      Limit limit, Case file, UUID recipient, String purpose, Collection<String> fields) {
    return db
        .sql(
            """
            select fields, coalesce(answered_at, asked_at) as decided from onward_permission
             where origin_referral = :referral and organisation = :organisation and recipient = :recipient
               and purpose = :purpose and state in ('given', 'urgent')
            """)
        .param("referral", limit.referral())
        .param("organisation", file.organisation())
        .param("recipient", recipient)
        .param("purpose", purpose)
        .query(
            (row, i) ->
                limit.heldSince(Columns.instant(row, "decided"))
                    ? List.of(row.getString("fields").split(",", -1))
                    : List.<String>of())
        .list()
        .stream()
        .anyMatch(
            allowed -> fields.stream().allMatch(f -> PLACES.contains(f) || allowed.contains(f)));
  }
}
