package org.passerelle.understand.team;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who sees it: its members, in the organisation that it belongs to. What changes runs in the
 * caller's transaction. Threads may share it.
 */
public final class Team {
  private final TeamTable table;
  private final JdbcClient db;
  private final AuditLog audit;
  private final Clock clock;

  Team(TeamTable table, JdbcClient db, AuditLog audit, Clock clock) {
    this.table = table;
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets a member pass.
   *
   * @throws NotFound if it is not there for this reader
   */
  public void needs(UUID id, SignedIn who) {
    if (db.sql(table.lets())
            .param("id", id)
            .param("user", who.user())
            .param("organisation", who.organisation())
            .query(Integer.class)
            .single()
        == 0) {
      throw new NotFound();
    }
  }

  /** Who is on it, whoever made it first; the caller has let the reader pass. */
  public List<UUID> members(UUID id) {
    return db.sql(table.members()).param("id", id).query(UUID.class).list();
  }

  /** Begins it with its maker. */
  public void begin(UUID id, SignedIn who) {
    join(id, who.user(), who);
  }

  /**
   * Adds a colleague; from then on they see all of it.
   *
   * @param colleague of the same organisation and a fitting role, which the caller has checked
   * @return whether they were not on it before
   */
  public boolean add(UUID id, UUID colleague, SignedIn who) {
    hold(id);
    needs(id, who);
    if (members(id).contains(colleague)) {
      return false;
    }
    join(id, colleague, who);
    log("member", id, colleague, who);
    return true;
  }

  /**
   * Takes a colleague, or oneself, off it at once; what they wrote stays.
   *
   * @return whether they were on it
   * @throws Refused if nobody would be left
   */
  public boolean remove(UUID id, UUID colleague, SignedIn who) {
    hold(id);
    needs(id, who);
    List<UUID> members = members(id);
    if (!members.contains(colleague)) {
      return false;
    }
    if (members.size() == 1) {
      throw new Refused(table.refusedLast());
    }
    db.sql(table.leave()).param("id", id).param("user", colleague).update();
    log("member-removed", id, colleague, who);
    return true;
  }

  /** Two who take each other off at once must not leave something that nobody sees. */
  private void hold(UUID id) {
    db.sql(table.hold()).param("id", id).query(UUID.class).optional();
  }

  private void join(UUID id, UUID user, SignedIn who) {
    db.sql(table.join())
        .param("id", id)
        .param("user", user)
        .param("by", who.user())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
  }

  private void log(String what, UUID id, UUID colleague, SignedIn who) {
    audit.write(
        who,
        table.subject() + "." + what,
        table.subject(),
        id,
        Map.of("colleague", colleague.toString()));
  }
}
