package org.passerelle.accounts.signin;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a user may do, and ends sessions opened with the former permissions. */
@Component
class UserPowers {
  private final JdbcClient db;
  private final UserRows rows;
  private final AuditLog audit;
  private final Sessions sessions;
  private final SetupLinks links;
  private final Devices devices;

  UserPowers(
      JdbcClient db,
      UserRows rows,
      AuditLog audit,
      Sessions sessions,
      SetupLinks links,
      Devices devices) {
    this.db = db;
    this.rows = rows;
    this.audit = audit;
    this.sessions = sessions;
    this.links = links;
    this.devices = devices;
  }

  /** Sets the roles that one person requested and another approved. */
  @Transactional
  public void grant(SignedIn decidedBy, UUID id, String before, Set<Role> roles, UUID askedBy) {
    User user = rows.find(id).filter(User::active).orElseThrow(() -> changedMeanwhile());
    if (!UserRows.codes(user.roles()).equals(before)) {
      throw changedMeanwhile();
    }
    rows.refuseBadRoles(user, roles);
    change(decidedBy, user, roles, Map.of("asked-by", askedBy.toString()));
  }

  private static Refused changedMeanwhile() {
    return new Refused("access.refused.changed-meanwhile");
  }

  /** Sets the roles; the further details go to the audit log. */
  @Transactional
  public void change(SignedIn by, User user, Set<Role> roles, Map<String, String> more) {
    UUID id = user.id();
    rows.setRoles(id, roles);
    sessions.endAll(id);
    Map<String, String> detail = new HashMap<>(more);
    detail.put("before", UserRows.logged(user.roles()));
    detail.put("after", UserRows.logged(roles));
    audit.write(by, "user.roles-changed", "user", id, detail);
  }

  /** Removes password and second factors; the user needs a new link. */
  @Transactional
  public void reset(SignedIn decidedBy, UUID id, UUID askedBy) {
    if (db.sql("update app_user set password_hash = null where id = :id").param("id", id).update()
        == 0) {
      throw new NotFound();
    }
    db.sql("delete from totp where user_id = :id").param("id", id).update();
    db.sql("delete from passkey where holder = :id").param("id", id).update();
    db.sql("delete from recovery_code where user_id = :id").param("id", id).update();
    devices.forget(id);
    links.withdraw(id);
    sessions.endAll(id);
    audit.write(
        decidedBy, "user.sign-in-reset", "user", id, Map.of("asked-by", askedBy.toString()));
  }
}
