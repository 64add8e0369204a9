package org.passerelle.prosecute.investigation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides who sees an investigation, and is the only place that does: members of its team, while
 * their membership lasts and they are investigators or prosecutors of its organisation. Nobody
 * supervises all of them (decision 0140). To everybody else it does not exist.
 */
@Component
public class InvestigationSight {
  private final JdbcClient db;
  private final Clock clock;

  InvestigationSight(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Checks that the reader sees it.
   *
   * @throws NotFound otherwise
   */
  public void check(UUID investigation, SignedIn who) {
    if (state(investigation, who).isEmpty()) {
      throw new NotFound();
    }
  }

  /**
   * Checks that the reader may write in it, and lets others who write in it wait until the
   * transaction ends.
   *
   * @throws NotFound if it does not exist for this reader
   * @throws Refused if it is closed
   */
  public void checkOpen(UUID investigation, SignedIn who) {
    check(investigation, who);
    db.sql("select id from investigation where id = :id for update")
        .param("id", investigation)
        .query(UUID.class)
        .single();
    if (state(investigation, who).orElseThrow(NotFound::new).equals("closed")) {
      throw new Refused("investigation.refused.closed");
    }
  }

  /**
   * The same for what only a prosecutor of the team does; closed ones included.
   *
   * @throws NotFound if it does not exist for this reader, or they are no prosecutor
   */
  public void checkLeads(UUID investigation, SignedIn who) {
    check(investigation, who);
    needsProsecutor(who);
    db.sql("select id from investigation where id = :id for update")
        .param("id", investigation)
        .query(UUID.class)
        .single();
    check(investigation, who);
  }

  /**
   * Checks the role alone.
   *
   * @throws NotFound for everybody else
   */
  public static void needsProsecutor(SignedIn who) {
    if (!who.is(Role.PROSECUTOR)) {
      throw new NotFound();
    }
  }

  private Optional<String> state(UUID investigation, SignedIn who) {
    if (!who.is(Investigators.ROLES.toArray(Role[]::new))) {
      return Optional.empty();
    }
    return db.sql(
            """
            select i.state from investigation i join investigation_member m on m.investigation = i.id
             where i.id = :id and i.organisation = :organisation and m.user_id = :user
               and (m.until_at is null or m.until_at > :now)
            """)
        .param("id", investigation)
        .param("organisation", who.organisation())
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .query(String.class)
        .optional();
  }
}
