package org.passerelle.approval;

import java.util.Collection;
import java.util.UUID;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a request for approval is open, no matter who asked. Threads may share it. */
@Component
public class WaitingApprovals {
  private final JdbcClient db;

  WaitingApprovals(JdbcClient db) {
    this.db = db;
  }

  /** Whether anything of an organisation waits about some subjects, or is sealed under them. */
  @Transactional(readOnly = true)
  public boolean about(UUID organisation, Collection<UUID> subjects) {
    return db.sql(
                """
                select count(*) from approval_request
                 where state = 'WAITING' and organisation = :organisation
                   and (subject = any(cast(:all as uuid array)) or vault_key = any(cast(:all as uuid array)))
                """)
            .param("organisation", organisation)
            .param("all", UuidArray.of(subjects))
            .query(Integer.class)
            .single()
        > 0;
  }
}
