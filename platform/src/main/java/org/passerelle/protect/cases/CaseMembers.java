package org.passerelle.protect.cases;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes somebody a member of a case's team, whatever opened the case to them before. */
@Component
class CaseMembers {
  static final String MEMBER =
      "insert into case_member (case_id, user_id, since, added_by) values (:case, :user, :now, :by)";

  private final JdbcClient db;
  private final Clock clock;

  CaseMembers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void join(UUID caseId, UUID user, UUID by) {
    // whoever covers or came in an emergency belongs to the team from now on
    db.sql("delete from case_member where case_id = :case and user_id = :user")
        .param("case", caseId)
        .param("user", user)
        .update();
    db.sql(MEMBER)
        .params(member(caseId, user, by, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
        .update();
  }

  static Map<String, Object> member(UUID id, UUID user, UUID by, OffsetDateTime now) {
    return Map.of("case", id, "user", user, "now", now, "by", by);
  }
}
