package org.passerelle.protect.sharing.consent;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents of guardians who have become suspects, for the team and its supervisors. */
@Component
class HeldConsentsDue implements DueSource {
  private static final Duration DECIDED_WITHIN = Duration.ofDays(1);
  private final JdbcClient db;
  private final Clock clock;

  HeldConsentsDue(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "held_consent";
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    return db.sql(
            """
            select c.id, min(m.suspended_at) as since
              from consent k join guardian_mandate_outline m on m.id = k.given_by
              join case_outline c on c.id = k.case_id
             where k.case_id = any(cast(:ids as uuid array)) and k.state = 'given' and k.until_day >= :oldest
               and m.suspended_at is not null and c.state <> 'closed'
             group by c.id
            """)
        .param("ids", UuidArray.of(cases))
        .param("oldest", Days.oldest(clock.instant()))
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("id", UUID.class);
              return Due.at(
                      caseId,
                      "held_consent",
                      caseId,
                      "",
                      Columns.instant(row, "since").plus(DECIDED_WITHIN),
                      null)
                  .forTeam();
            })
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("consent.today.review");
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/consents";
  }

  @Override
  public String action() {
    return "home.see";
  }
}
