package org.passerelle.protect.casework.placement.stay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.protect.casework.cases.CallSource;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Missing persons for whom nobody has begun to act: no step of the first hours is done, and no
 * authority has confirmed the search. Both the team of the case and the placing team are called.
 */
@Component
class MissingCalls implements CallSource {
  private final JdbcClient db;

  MissingCalls(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "stay";
  }

  @Override
  public Rank rank() {
    return Rank.MISSING;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.PLACEMENT_OFFICER, Role.SUPERVISOR);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<UUID> people(UUID stay) {
    return Set.copyOf(
        db.sql(
                """
                select c.lead_user from stay s join case_outline c on c.id = s.case_id
                 where s.id = :id and c.lead_user is not null
                """)
            .param("id", stay)
            .query(UUID.class)
            .list());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> waiting() {
    List<Waiting> all = new ArrayList<>();
    db.sql(
            """
            select s.id, s.organisation, c.organisation as team, s.missing_at
              from stay s join case_outline c on c.id = s.case_id
             where s.missing_at is not null and s.state = 'missing'
               and not exists (select 1 from stay_event e
                                where e.stay = s.id and e.kind = 'step' and e.at >= s.missing_at)
               and not exists (select 1 from missing_alert a
                                where a.stay = s.id and a.missing_at = s.missing_at)
            """)
        .query(
            row -> {
              UUID stay = row.getObject("id", UUID.class);
              Set<UUID> teams = new TreeSet<>();
              teams.add(row.getObject("organisation", UUID.class));
              teams.add(row.getObject("team", UUID.class));
              for (UUID team : teams) {
                all.add(new Waiting(stay, team, Urgency.HIGH, Columns.instant(row, "missing_at")));
              }
            });
    return all;
  }
}
