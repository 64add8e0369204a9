package org.passerelle.protect.identity.elsewhere;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Days;
import org.passerelle.partner.SigningKeys;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotas for questions. Questions of a partner beyond its quota are confirmed like any other but
 * not compared; the asked organisation is told. A question is about one person: further matches
 * count as further persons, which affects what is compared but never what is logged or answered.
 */
@Component
class KnownLimits {
  /** Questions from one organisation to another per day, including watches. */
  static final int A_DAY = 100;

  /** Questions from one organisation to another in thirty days. */
  static final int A_MONTH = 1_000;

  /** Quota of all organisations of one node together, as a multiple of that of one. */
  private static final int OF_A_NODE = 2;

  /** Questions of one user in twenty-four hours. */
  static final int OF_A_COLLEAGUE = 30;

  /** Maximum duration of a watch in days. */
  static final int LONGEST_WATCH = 180;

  private static final int DAYS = 30;
  private final JdbcClient db;
  private final NamedLock lock;
  private final SigningKeys keys;
  private final AuditLog audit;
  private final Clock clock;

  KnownLimits(JdbcClient db, NamedLock lock, SigningKeys keys, AuditLog audit, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Checks whether a user may ask further questions.
   *
   * @param watchUntil last day of a watch, or null
   * @throws Refused if the quota is exhausted, or the watch is over already or too long
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void check(SignedIn who, int more, @Nullable LocalDate watchUntil) {
    Instant now = clock.instant();
    if (watchUntil != null
        && (Days.over(watchUntil, now)
            || watchUntil.isAfter(Days.newest(now).plusDays(LONGEST_WATCH)))) {
      throw new Refused("elsewhere.refused.watch", LONGEST_WATCH).at("until");
    }
    lock.acquire("known " + who.user());
    int put =
        db.sql("select count(*) from known_question where asked_by = :user and asked_at > :since")
            .param("user", who.user())
            .param("since", Columns.at(clock.instant().minus(Duration.ofDays(1))))
            .query(Integer.class)
            .single();
    if (put + more > OF_A_COLLEAGUE) {
      throw new Refused("elsewhere.refused.many", OF_A_COLLEAGUE);
    }
  }

  /**
   * Counts questions sent or received.
   *
   * @param asker whether the organisation on this node asks
   * @return how many of them are within the quota
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int count(DaySecrets.Pair pair, boolean asker, int more) {
    LocalDate day = today();
    List<UUID> beside = keys.besides(pair.far());
    // the organisations of a node share a quota, so they are serialised here
    lock.acquire("known " + (asker ? "" : pair.organisation()) + beside.get(0));
    there(pair, asker, day);
    int today = questions(pair, asker, day);
    int left =
        Math.min(
            Math.min(A_DAY - today, A_MONTH - questions(pair, asker, day.minusDays(DAYS))),
            Math.min(
                OF_A_NODE * A_DAY - ofNode(pair, asker, beside, day),
                OF_A_NODE * A_MONTH - ofNode(pair, asker, beside, day.minusDays(DAYS))));
    int within = Math.max(0, Math.min(more, left));
    int over = more - within;
    db.sql(
            """
            update known_day set questions = questions + :within, beyond = beyond + :beyond
             where organisation = :organisation and far = :far and asker = :asker and on_day = :day
            """)
        .param("within", within)
        .param("beyond", asker ? 0 : over)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("day", day)
        .update();
    if (over > 0 && !asker && firstBeyond(pair, day)) {
      audit.writeByHouse(
          pair.organisation(),
          "known.quota-exceeded",
          "organisation",
          pair.far(),
          Map.of("day", day.toString(), "within", Integer.toString(today + within)));
    }
    return within;
  }

  /**
   * Whether another question of a partner may be compared: whether it and its node have persons
   * left in their quota. If not, the asked organisation is told.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean personsLeft(DaySecrets.Pair pair) {
    LocalDate day = today();
    List<UUID> one = List.of(pair.far());
    List<UUID> beside = keys.besides(pair.far());
    boolean left =
        persons(pair, one, day) < A_DAY
            && persons(pair, one, day.minusDays(DAYS)) < A_MONTH
            && persons(pair, beside, day) < OF_A_NODE * A_DAY
            && persons(pair, beside, day.minusDays(DAYS)) < OF_A_NODE * A_MONTH;
    add(pair, day, 0, left ? 0 : 1);
    return left;
  }

  /** Counts the persons of one question: the number of matches, at least one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void persons(DaySecrets.Pair pair, int found) {
    add(pair, today(), Math.max(1, found), 0);
  }

  private void add(DaySecrets.Pair pair, LocalDate day, int persons, int beyond) {
    there(pair, false, day);
    db.sql(
            """
            update known_day set persons = persons + :persons, beyond = beyond + :beyond
             where organisation = :organisation and far = :far and not asker and on_day = :day
            """)
        .param("persons", persons)
        .param("beyond", beyond)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("day", day)
        .update();
  }

  private int persons(DaySecrets.Pair pair, List<UUID> far, LocalDate since) {
    return db.sql(
            """
            select coalesce(sum(persons), 0) from known_day
             where organisation = :organisation and far = any(cast(:far as uuid array)) and not asker
               and on_day >= :since
            """)
        .param("organisation", pair.organisation())
        .param("far", UuidArray.of(far))
        .param("since", since)
        .query(Integer.class)
        .single();
  }

  /** Creates the row of a day if missing. */
  void there(DaySecrets.Pair pair, boolean asker, LocalDate day) {
    db.sql(
            """
            insert into known_day (organisation, far, asker, on_day, questions, beyond, answered)
            values (:organisation, :far, :asker, :day, 0, 0, false) on conflict do nothing
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("day", day)
        .update();
  }

  private int questions(DaySecrets.Pair pair, boolean asker, LocalDate since) {
    return db.sql(
            """
            select coalesce(sum(questions), 0) from known_day
             where organisation = :organisation and far = :far and asker = :asker and on_day >= :since
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("since", since)
        .query(Integer.class)
        .single();
  }

  /** Sum over all organisations of a node: of the other node, or of this one if it asks. */
  private int ofNode(DaySecrets.Pair pair, boolean asker, List<UUID> beside, LocalDate since) {
    return asker
        ? db.sql(
                """
                select coalesce(sum(questions), 0) from known_day
                 where far = :far and asker and on_day >= :since
                """)
            .param("far", pair.far())
            .param("since", since)
            .query(Integer.class)
            .single()
        : db.sql(
                """
                select coalesce(sum(questions), 0) from known_day
                 where organisation = :organisation and far = any(cast(:far as uuid array)) and not asker
                   and on_day >= :since
                """)
            .param("organisation", pair.organisation())
            .param("far", UuidArray.of(beside))
            .param("since", since)
            .query(Integer.class)
            .single();
  }

  /**
   * Whether a quota is exceeded for the first time on a day. An exhausted quota of persons is
   * counted in the same place but not logged, since the log entry would reveal to the asker that
   * somebody was found.
   */
  private boolean firstBeyond(DaySecrets.Pair pair, LocalDate day) {
    return db.sql(
                """
                update known_day set exceeded = true
                 where organisation = :organisation and far = :far and not asker and on_day = :day
                   and not exceeded
                """)
            .param("organisation", pair.organisation())
            .param("far", pair.far())
            .param("day", day)
            .update()
        == 1;
  }

  /** The day of quotas is that of UTC, on both sides. */
  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
