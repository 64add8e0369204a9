package org.passerelle.protect.identity.desk;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.identity.elsewhere.SharedOffice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations between which questions are answered at once: those of a desk with a current shift.
 */
@Component
class DeskDuty implements SharedOffice {
  private final JdbcClient db;

  DeskDuty(JdbcClient db) {
    this.db = db;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Sides> ready() {
    return db.sql(
            """
            select distinct d.organisation, d.other as far
              from border_desk d join desk_shift s on s.desk = d.id and s.organisation = d.organisation
             where d.state = 'open' and s.here and s.ended_at is null
            """)
        .query(Sides.class)
        .list();
  }

  @Override
  public boolean between(UUID organisation, UUID asker) {
    return ready().contains(new Sides(organisation, asker));
  }
}
