package org.passerelle.protect.safeguards.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ManyPersons;
import org.passerelle.approval.PersonsTakenOut;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits how many persons API clients can read, as for exports by users. At the limit the client is
 * stopped and the data protection officer is told, once a day for each token.
 */
@Service
public class ProgramReads {
  private final JdbcClient db;
  private final PersonsTakenOut taken;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  ProgramReads(
      JdbcClient db, PersonsTakenOut taken, AuditLog audit, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.taken = taken;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A client of a colleague reached the limit. */
  public record Alarm(UUID id, UUID user, Instant at) {}

  /**
   * Counts a person whose file is about to be read by a client.
   *
   * @param who holder of a token
   * @throws Refused if so many would require approval
   */
  @Transactional(noRollbackFor = Refused.class)
  public void count(UUID person, SignedIn who) {
    UUID token = who.token();
    if (token == null || taken.alone(who, List.of(person))) {
      return;
    }
    Instant now = clock.instant();
    int first =
        db.sql(
                """
                insert into program_alarm (id, organisation, user_id, token, on_day, at)
                values (:id, :organisation, :user, :token, :day, :at)
                on conflict do nothing
                """)
            .param("id", identifiers.next())
            .param("organisation", who.organisation())
            .param("user", who.user())
            .param("token", token)
            .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
            .param("at", Columns.at(now))
            .update();
    if (first == 1) {
      audit.write(
          who,
          "program.limit-reached",
          "user",
          who.user(),
          Map.of("persons", Integer.toString(ManyPersons.LIMIT)));
    }
    throw new Refused("oversight.refused.program", ManyPersons.LIMIT);
  }

  /** Alarms that nobody has examined yet, oldest first. */
  @Transactional(readOnly = true)
  public List<Alarm> alarms(UUID organisation) {
    return db.sql(
            """
            select id, user_id, at from program_alarm
             where organisation = :organisation and seen_at is null order by at, id
            """)
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new Alarm(
                    row.getObject("id", UUID.class),
                    row.getObject("user_id", UUID.class),
                    Columns.instant(row, "at")))
        .list();
  }

  /**
   * Marks an alarm as examined.
   *
   * @throws NotFound if it belongs to another organisation, or a colleague was faster
   */
  @Transactional
  public void lookedInto(UUID alarm, SignedIn who) {
    int changed =
        db.sql(
                """
                update program_alarm set seen_by = :user, seen_at = :now
                 where id = :id and organisation = :organisation and seen_at is null
                """)
            .param("user", who.user())
            .param("now", Columns.now(clock))
            .param("id", alarm)
            .param("organisation", who.organisation())
            .update();
    if (changed == 0) {
      throw new NotFound();
    }
    audit.write(who, "program.looked-into", "alarm", alarm, Map.of());
  }
}
