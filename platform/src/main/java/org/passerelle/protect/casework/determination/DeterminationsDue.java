package org.passerelle.protect.casework.determination;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Determinations that wait for signatures or confirmations, and those due for review. */
@Component
class DeterminationsDue implements DueSource {
  private static final String KIND = "determination";
  private static final Duration SIGNED_WITHIN = Duration.ofDays(2);
  private final JdbcClient db;

  DeterminationsDue(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    List<Due> found = new ArrayList<>(unsigned(cases));
    found.addAll(unconfirmed(cases));
    found.addAll(reviews(cases));
    return found;
  }

  /** Colleagues who have to sign. */
  private List<Due> unsigned(Collection<UUID> cases) {
    return db.sql(
            """
            select m.id as member, m.user_id, d.id, d.case_id, d.at
              from determination d
              join determination_member m on m.determination = d.id
              join case_outline c on c.id = d.case_id
             where d.case_id = any(cast(:ids as uuid array)) and d.state <> 'superseded'
               and m.user_id is not null and m.signed_at is null and c.state <> 'closed'
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                    row.getObject("case_id", UUID.class),
                    KIND,
                    row.getObject("id", UUID.class),
                    "sign " + row.getObject("member", UUID.class),
                    Columns.instant(row, "at").plus(SIGNED_WITHIN),
                    row.getObject("user_id", UUID.class)))
        .list();
  }

  /** External signatures without a file that have to be confirmed. */
  private List<Due> unconfirmed(Collection<UUID> cases) {
    return db.sql(
            """
            select m.id as member, m.signed_at, d.id, d.case_id, c.lead_user
              from determination d
              join determination_member m on m.determination = d.id
              join case_outline c on c.id = d.case_id
             where d.case_id = any(cast(:ids as uuid array)) and d.state = 'proposed'
               and m.user_id is null and m.signed_at is not null and m.document is null
               and m.confirmed_by is null and c.state <> 'closed'
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.at(
                        row.getObject("case_id", UUID.class),
                        KIND,
                        row.getObject("id", UUID.class),
                        "confirm " + row.getObject("member", UUID.class),
                        Columns.instant(row, "signed_at").plus(SIGNED_WITHIN),
                        row.getObject("lead_user", UUID.class))
                    .forTeam())
        .list();
  }

  /** Review dates of valid determinations. */
  private List<Due> reviews(Collection<UUID> cases) {
    return db.sql(
            """
            select d.id, d.case_id, d.review_by, c.lead_user
              from determination d join case_outline c on c.id = d.case_id
             where d.case_id = any(cast(:ids as uuid array)) and d.state = 'made'
               and d.review_by is not null and c.state <> 'closed'
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) ->
                Due.on(
                        row.getObject("case_id", UUID.class),
                        KIND,
                        row.getObject("id", UUID.class),
                        "review",
                        row.getObject("review_by", LocalDate.class),
                        row.getObject("lead_user", UUID.class))
                    .forTeam())
        .list();
  }

  @Override
  public String words(Due due, Texts texts) {
    String what = due.detail().split(" ", 2)[0];
    return texts.text("determination.today." + what);
  }

  @Override
  public String path(Due due) {
    return "/protect/cases/" + due.caseId() + "/determinations/" + due.subject();
  }

  @Override
  public String action() {
    return "home.see";
  }
}
