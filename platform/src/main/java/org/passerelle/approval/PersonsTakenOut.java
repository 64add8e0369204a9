package org.passerelle.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Rows;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts how many persons a user exports alone: at most fifty within a day, whether in one file, in
 * five files of ten, or by a program that reads them one by one. The only place where {@link
 * ManyPersons#LIMIT} is counted.
 */
@Component
public class PersonsTakenOut {
  private static final Duration DAY = Duration.ofDays(1);
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final NamedLock lock;
  private final Clock clock;

  PersonsTakenOut(JdbcClient db, NamedParameterJdbcOperations named, NamedLock lock, Clock clock) {
    this.db = db;
    this.named = named;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Whether the user may export these persons alone; if so, they count from now on.
   *
   * @param persons identifiers; persons exported within the last day count once
   */
  @Transactional
  public boolean alone(SignedIn who, Collection<UUID> persons) {
    Set<UUID> taken = Set.copyOf(persons);
    if (taken.isEmpty() || ManyPersons.needTwo(taken.size())) {
      return taken.isEmpty();
    }
    lock.acquire("persons " + who.user());
    OffsetDateTime now = Columns.now(clock);
    int others =
        db.sql(
                """
                select count(*) from person_taken
                 where user_id = :user and at > :since and at <= :now and person not in (:persons)
                """)
            .param("user", who.user())
            .param("since", now.minus(DAY))
            .param("now", now)
            .param("persons", taken)
            .query(Integer.class)
            .single();
    if (ManyPersons.needTwo(others + taken.size())) {
      return false;
    }
    db.sql("delete from person_taken where user_id = :user and person in (:persons)")
        .param("user", who.user())
        .param("persons", taken)
        .update();
    Rows rows = new Rows();
    for (UUID person : taken) {
      rows.add(
          "insert into person_taken (user_id, person, at) values (:user, :person, :at)",
          Map.of("user", who.user(), "person", person, "at", now));
    }
    rows.insert(named);
    return true;
  }

  /** Deletes expired records. */
  @Scheduled(
      initialDelayString = "${schedule.approval.removed-members.after}",
      fixedDelayString = "${schedule.approval.removed-members.every}")
  @Transactional
  public void forgetOld() {
    OffsetDateTime now = Columns.now(clock);
    db.sql("delete from person_taken where at <= :since or at > :ahead")
        .param("since", now.minus(DAY))
        .param("ahead", now.plus(DAY))
        .update();
  }
}
