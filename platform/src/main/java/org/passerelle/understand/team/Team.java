package org.passerelle.understand.team;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A team: its members, within one organisation, have access. Changes run in the caller's
 * transaction. Safe for concurrent use.
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
   * Checks that the user is a member.
   *
   * @throws NotFound if it does not exist for this user
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

  /** The members, the author first; the caller has checked access. */
  public List<UUID> members(UUID id) {
    return db.sql(table.members()).param("id", id).query(UUID.class).list();
  }

  /** Creates the team with its author. */
  public void begin(UUID id, SignedIn who) {
    join(id, who.user(), who);
  }

  /**
   * Adds a colleague, who can then see everything.
   *
   * @param colleague of the same organisation and with a suitable role, as checked by the caller
   * @return whether they were not a member before
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
   * Removes a colleague, or the user, at once; their texts are kept.
   *
   * @return whether they were a member
   * @throws Refused if the team would be empty
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

  /** Locks the team: two members who remove each other at the same time must not leave it empty. */
  private void hold(UUID id) {
    db.sql(table.hold()).param("id", id).query(UUID.class).optional();
  }

  private void join(UUID id, UUID user, SignedIn who) {
    db.sql(table.join())
        .param("id", id)
        .param("user", user)
        .param("by", who.user())
        .param("now", Columns.now(clock))
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
