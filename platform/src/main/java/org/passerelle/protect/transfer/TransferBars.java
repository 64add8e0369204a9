package org.passerelle.protect.transfer;

import java.util.List;
import java.util.UUID;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.storage.Among;
import org.passerelle.storage.Erased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks what has to be settled before a case can move: pending answers from others to its
 * organisation, pending approvals, and persons who also appear in files that stay.
 */
@Component
class TransferBars {
  private static final String WAITS =
      """
      select count(*) from approval_request
       where state = 'WAITING' and organisation = :organisation
         and (subject = any(cast(:all as uuid array)) or vault_key = any(cast(:all as uuid array)))
      """;
  private static final String HAND_OVER =
      """
      select count(*) from hand_over
       where id = any(cast(:referrals as uuid array))
         and (other = :to or (organisation = :organisation and closed_at is null
              and not exists (select 1 from referral r where r.id = hand_over.id
                                and r.state in ('declined', 'revoked', 'stopped', 'done'))))
      """;
  private static final String ASKED =
      """
      select (select count(*) from known_question where case_id = any(cast(:cases as uuid array)) and state = 'open')
           + (select count(*) from known_hit where case_id = any(cast(:cases as uuid array)) and decided_at is null)
      """;
  private static final String EMERGENCY =
      """
      select count(*) from emergency_access
       where case_id = any(cast(:cases as uuid array)) and reviewed_at is null
      """;
  private static final String OTHER_CASE =
      """
      select count(*) from protect_case
       where id = any(cast(:cases as uuid array)) and id <> :case and state <> 'closed'
      """;
  private static final String OTHER_FILE =
      """
      select (select count(*) from case_role
               where case_id = any(cast(:cases as uuid array)) and not person = any(cast(:persons as uuid array)))
           + (select count(*) from case_role
               where person = any(cast(:persons as uuid array)) and not case_id = any(cast(:cases as uuid array)))
           + (select count(*) from person_relation
               where (person = any(cast(:persons as uuid array)) and not other = any(cast(:persons as uuid array)))
                  or (other = any(cast(:persons as uuid array)) and not person = any(cast(:persons as uuid array))))
           + (select count(*) from same_person
               where revoked_at is null and same
                 and ((person = any(cast(:persons as uuid array)) and not other = any(cast(:persons as uuid array)))
                   or (other = any(cast(:persons as uuid array)) and not person = any(cast(:persons as uuid array)))))
      """;

  private final JdbcClient db;

  TransferBars(JdbcClient db) {
    this.db = db;
  }

  /**
   * Checks for obstacles.
   *
   * @throws Refused with the first obstacle
   */
  void check(Case file, Erased whole, UUID to) {
    if (!file.open()) {
      throw new Refused("transfer.refused.closed");
    }
    refuseIf(OTHER_CASE, "transfer.refused.other-case", file, whole, to);
    refuseIf(OTHER_FILE, "transfer.refused.other-file", file, whole, to);
    refuseIf(HAND_OVER, "transfer.refused.hand-over", file, whole, to);
    refuseIf(ASKED, "transfer.refused.asked", file, whole, to);
    refuseIf(WAITS, "transfer.refused.approval", file, whole, to);
    refuseIf(EMERGENCY, "transfer.refused.emergency", file, whole, to);
  }

  private void refuseIf(String sql, String key, Case file, Erased whole, UUID to) {
    JdbcClient.StatementSpec asked = db.sql(sql);
    asked = bind(asked, sql, "all", whole.all());
    asked = bind(asked, sql, "cases", whole.cases());
    asked = bind(asked, sql, "persons", List.copyOf(whole.persons()));
    asked = bind(asked, sql, "referrals", whole.referrals());
    asked = sql.contains(":case ") ? asked.param("case", file.id()) : asked;
    asked =
        sql.contains(":organisation") ? asked.param("organisation", file.organisation()) : asked;
    asked = sql.contains(":to ") ? asked.param("to", to) : asked;
    if (asked.query(Integer.class).single() > 0) {
      throw new Refused(key);
    }
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec asked, String sql, String name, List<UUID> ids) {
    return sql.contains("cast(:" + name + " ") ? asked.param(name, Among.these(ids)) : asked;
  }
}
