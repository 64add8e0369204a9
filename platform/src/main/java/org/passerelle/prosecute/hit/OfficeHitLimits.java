package org.passerelle.prosecute.hit;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many questions may be asked, so that nobody goes through a list of telephones. */
@Component
class OfficeHitLimits {
  /** Questions of one user in twenty-four hours. */
  static final int OF_A_COLLEAGUE = 30;

  /** Questions of one organisation in twenty-four hours. */
  static final int A_DAY = 100;

  /** Questions of one organisation in thirty days. */
  static final int A_MONTH = 1_000;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private final JdbcClient db;
  private final NamedLock lock;
  private final Clock clock;

  OfficeHitLimits(JdbcClient db, NamedLock lock, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Checks whether one more question may be asked; others of the organisation wait until the
   * transaction ends.
   *
   * @throws Refused if not
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void check(SignedIn who) {
    lock.acquire("hit questions " + who.organisation());
    if (ofColleague(who.user()) >= OF_A_COLLEAGUE) {
      throw new Refused("hit.refused.many", OF_A_COLLEAGUE);
    }
    if (ofOffice(who.organisation(), DAY) >= A_DAY
        || ofOffice(who.organisation(), MONTH) >= A_MONTH) {
      throw new Refused("hit.refused.office", A_DAY, A_MONTH);
    }
  }

  private int ofColleague(UUID user) {
    return db.sql("select count(*) from suspect_question where by_user = :user and at > :since")
        .param("user", user)
        .param("since", Columns.at(clock.instant().minus(DAY)))
        .query(Integer.class)
        .single();
  }

  private int ofOffice(UUID organisation, Duration span) {
    return db.sql(
            """
            select count(*) from suspect_question where organisation = :organisation and at > :since
            """)
        .param("organisation", organisation)
        .param("since", Columns.at(clock.instant().minus(span)))
        .query(Integer.class)
        .single();
  }
}
