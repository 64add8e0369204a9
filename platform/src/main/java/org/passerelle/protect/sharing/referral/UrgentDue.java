package org.passerelle.protect.sharing.referral;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An urgent case for which nobody has been asked since, neither by a referral nor for a safe place.
 * It is due within the hours of its urgency.
 */
@Component
class UrgentDue implements DueSource {
  private final JdbcClient db;

  UrgentDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "urgent";
  }

  @Override
  public String group() {
    return "tasks";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select c.id, c.urgency, c.urgent_since, c.lead_user from case_outline c
             where c.id = any(cast(:ids as uuid array)) and c.state <> 'closed'
               and c.urgency <> 'ordinary' and c.urgent_since is not null
               and not exists (select 1 from case_event_outline e
                                where e.case_id = c.id and e.at >= c.urgent_since
                                  and e.kind in ('referral.queued', 'placement.asked'))
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("id", UUID.class);
              Urgency urgency = Urgency.of(row.getString("urgency"));
              return Due.at(
                      caseId,
                      "urgent",
                      caseId,
                      urgency.code(),
                      Columns.instant(row, "urgent_since").plus(urgency.within()),
                      row.getObject("lead_user", UUID.class))
                  .forTeam();
            })
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("due.urgent." + due.detail());
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/referrals/new";
  }

  @Override
  public String action() {
    return "due.urgent.do";
  }

  @Override
  public boolean pressing() {
    return true;
  }
}
