package org.passerelle.protect.sharing.referral;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which referrals belong to a case, and which can be erased without one. No access check. */
@Component
public class ReferralsOfCases {
  private final JdbcClient db;

  ReferralsOfCases(JdbcClient db) {
    this.db = db;
  }

  /** Those that left from some cases. */
  public List<UUID> sent(Collection<UUID> cases) {
    return db.sql("select id from referral where case_id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }

  /** Those that arrived and are in some cases. */
  public List<UUID> received(Collection<UUID> cases) {
    return db.sql("select id from received_referral where case_id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(cases))
        .query(UUID.class)
        .list();
  }

  /** Whether one that arrived is an organisation's, is answered, and is in no case. */
  public boolean isWithoutCase(UUID referral, UUID organisation) {
    return db.sql(
                """
                select count(*) from received_referral
                 where id = :id and organisation = :organisation and case_id is null and state <> 'open'
                """)
            .param("id", referral)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Those of some that arrived, are in no case and whose key is not one of their own that a
   * withdrawal destroyed, each with its organisation.
   */
  public Map<UUID, UUID> erased(Collection<UUID> referrals) {
    Map<UUID, UUID> found = new HashMap<>();
    db.sql(
            """
            select id, organisation from received_referral
             where id = any(cast(:ids as uuid array)) and case_id is null
               and (withdrawn_at is null or dossier_key <> id)
            """)
        .param("ids", UuidArray.of(referrals))
        .query(
            row -> {
              found.put(row.getObject("id", UUID.class), row.getObject("organisation", UUID.class));
            });
    return found;
  }
}
