package org.passerelle.protect.casework.cases.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds somebody to the team of a case, replacing any temporary access. */
@Component
public class CaseMembers {
  public static final String MEMBER =
      "insert into case_member (case_id, user_id, since, added_by) values (:case, :user, :now, :by)";

  private final JdbcClient db;
  private final Clock clock;

  CaseMembers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  public void join(UUID caseId, UUID user, UUID by) {
    // a stand-in or an emergency user now belongs to the team
    db.sql("delete from case_member where case_id = :case and user_id = :user")
        .param("case", caseId)
        .param("user", user)
        .update();
    db.sql(MEMBER).params(member(caseId, user, by, Columns.now(clock))).update();
  }

  /** The complete membership of a user. */
  MemberRemovalUndo.Whole whole(UUID caseId, UUID user) {
    return db.sql("select * from case_member where case_id = :case and user_id = :user")
        .param("case", caseId)
        .param("user", user)
        .query(
            (row, i) ->
                new MemberRemovalUndo.Whole(
                    caseId,
                    Columns.instant(row, "since"),
                    row.getObject("added_by", UUID.class),
                    Columns.instant(row, "until_at"),
                    row.getString("why"),
                    row.getObject("grant_id", UUID.class)))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Restores a membership; false if the user is a member again. */
  boolean putBack(UUID user, MemberRemovalUndo.Whole was) {
    return db.sql(
                """
                insert into case_member (case_id, user_id, since, added_by, until_at, why, grant_id)
                select :case, :user, :since, :by, :until, :why, cast(:grant as uuid)
                 where not exists (select 1 from case_member where case_id = :case and user_id = :user)
                """)
            .param("case", was.caseId())
            .param("user", user)
            .param("since", Columns.at(was.since()))
            .param("by", was.by())
            .param("until", Columns.at(was.until()))
            .param("why", was.why())
            .param("grant", was.grant())
            .update()
        == 1;
  }

  public static Map<String, Object> member(UUID id, UUID user, UUID by, OffsetDateTime now) {
    return Map.of("case", id, "user", user, "now", now, "by", by);
  }
}
