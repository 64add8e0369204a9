package org.passerelle.protect.casework.guardian;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Guardians who have become suspects, for the team and its supervisors at once; mandates that
 * expire; and children without a guardian, for the team.
 */
@Component
class GuardiansDue implements DueSource {
  private static final String KIND = "guardian";
  private static final Duration AT_ONCE = Duration.ofHours(4);

  /** Time after the opening of a case within which a child needs a guardian. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final JdbcClient db;
  private final Clock clock;

  GuardiansDue(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String group() {
    return "guardians";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    List<Due> found = new ArrayList<>(suspected(cases));
    found.addAll(ending(cases));
    found.addAll(missing(cases));
    return found;
  }

  private List<Due> suspected(Collection<UUID> cases) {
    return db.sql(
            """
            select m.id, m.case_id, m.suspended_at
              from guardian_mandate m join case_outline c on c.id = m.case_id
             where m.case_id = any(cast(:ids as uuid array)) and m.suspended_at is not null
               and m.ended is null and c.state <> 'closed'
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                        row.getObject("case_id", UUID.class),
                        KIND,
                        row.getObject("id", UUID.class),
                        "suspected",
                        Columns.instant(row, "suspended_at").plus(AT_ONCE),
                        null)
                    .forTeam())
        .list();
  }

  private List<Due> ending(Collection<UUID> cases) {
    return db.sql(
            """
            select m.id, m.case_id, m.until_day, c.lead_user
              from guardian_mandate m join case_outline c on c.id = m.case_id
             where m.case_id = any(cast(:ids as uuid array)) and m.until_day is not null
               and m.ended is null and c.state <> 'closed'
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.on(
                        row.getObject("case_id", UUID.class),
                        KIND,
                        row.getObject("id", UUID.class),
                        "ends",
                        row.getObject("until_day", LocalDate.class),
                        row.getObject("lead_user", UUID.class))
                    .forTeam())
        .list();
  }

  /**
   * Children for whom nobody acts: none was appointed, or the mandate is unverified, suspended or
   * over, or the holder is an advocate, who decides nothing. Corresponds to {@link Mandate#stands}.
   */
  private List<Due> missing(Collection<UUID> cases) {
    Instant now = clock.instant();
    return db.sql(
            CaseSight.in(
                """
                select c.id, c.opened_at, c.lead_user from {case c}
                 where c.id = any(cast(:ids as uuid array)) and c.minor and c.state <> 'closed'
                   and not exists (select 1 from guardian_mandate m
                                    where m.case_id = c.id and m.ended is null
                                      and m.verified_at is not null and m.suspended_at is null
                                      and m.kind <> :advocate and m.from_day <= :newest
                                      and (m.until_day is null or m.until_day >= :oldest))
                """))
        .param("ids", UuidArray.of(cases))
        .param("advocate", Mandate.ADVOCATE)
        .param("newest", Days.newest(now))
        .param("oldest", Days.oldest(now))
        .query(
            (row, i) -> {
              UUID caseId = row.getObject("id", UUID.class);
              return Due.at(
                      caseId,
                      KIND,
                      caseId,
                      "missing",
                      Columns.instant(row, "opened_at").plus(PATIENCE),
                      row.getObject("lead_user", UUID.class))
                  .forTeam();
            })
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    return texts.text("guardian.today." + due.detail());
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/guardians";
  }

  @Override
  public String action() {
    return "home.see";
  }
}
