package org.passerelle.protect.casework.compensation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.decisions.CaseDeadlines;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last day to claim, for the whole team, until the claim is made or ended. */
@Component
class ClaimsDue implements DueSource {
  private final JdbcClient db;
  private final ClaimLimits limits;
  private final Clock clock;

  ClaimsDue(JdbcClient db, ClaimLimits limits, Clock clock) {
    this.db = db;
    this.limits = limits;
    this.clock = clock;
  }

  private record Waiting(
      UUID id, UUID caseId, UUID lead, String route, String country, Claim.Days days) {}

  @Override
  public String kind() {
    return "compensation";
  }

  @Override
  public String group() {
    return "deadlines";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    List<Due> found = new ArrayList<>();
    for (Waiting claim : waiting(cases)) {
      // of several rules that run from the same day the first one counts
      Set<String> told = new HashSet<>();
      for (ClaimLimits.Limit limit : limits.of(claim.route, claim.country, claim.days)) {
        LocalDate due = limit.due();
        if (due != null && !isLongPast(due) && told.add(limit.event())) {
          found.add(
              Due.on(claim.caseId, kind(), claim.id, limit.code(), due, claim.lead).forTeam());
        }
      }
    }
    return found;
  }

  /** A limit that passed long ago is a question for a lawyer and is shown with the claim only. */
  private boolean isLongPast(LocalDate due) {
    return Days.over(due.plusDays(CaseDeadlines.REMEMBERED), clock.instant());
  }

  private List<Waiting> waiting(Collection<UUID> cases) {
    return db.sql(
            """
            select k.id, k.case_id, k.route, k.country, k.offence_on, k.judgment_on, c.lead_user
              from compensation_claim k join case_outline c on c.id = k.case_id
             where k.case_id = any(cast(:ids as uuid array)) and c.state <> 'closed'
               and (k.offence_on is not null or k.judgment_on is not null)
               and not exists (select 1 from compensation_step s
                                where s.claim = k.id and s.struck_at is null)
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    row.getObject("lead_user", UUID.class),
                    row.getString("route"),
                    row.getString("country"),
                    new Claim.Days(
                        row.getObject("offence_on", LocalDate.class),
                        row.getObject("judgment_on", LocalDate.class))))
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("compensation.due." + due.detail());
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/compensation/" + due.subject();
  }
}
