package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.supervision.Absences;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deputies of focal points. An incoming hand-over is shown at once to focal points who are not
 * deputies, and to a deputy when it becomes overdue, or at once while the focal point is absent or
 * has left.
 */
@Service
public class Deputies {
  private final JdbcClient db;
  private final Users users;
  private final Absences absences;
  private final NamedLock lock;
  private final AuditLog audit;
  private final Clock clock;

  Deputies(
      JdbcClient db, Users users, Absences absences, NamedLock lock, AuditLog audit, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.users = users;
    this.absences = absences;
    this.audit = audit;
    this.clock = clock;
  }

  /** Active focal points of an organisation, by name. */
  @Transactional(readOnly = true)
  public List<User> focalPoints(UUID organisation) {
    return users.with(organisation, Role.FOCAL_POINT);
  }

  /** Deputies of an organisation's focal points, keyed by focal point. */
  @Transactional(readOnly = true)
  public Map<UUID, UUID> of(UUID organisation) {
    Map<UUID, UUID> deputies = new HashMap<>();
    db.sql("select focal_point, deputy from focal_deputy where organisation = :organisation")
        .param("organisation", organisation)
        .query(
            (row, i) ->
                deputies.put(
                    row.getObject("focal_point", UUID.class), row.getObject("deputy", UUID.class)))
        .list();
    return deputies;
  }

  /**
   * Sets or removes the deputy of a focal point.
   *
   * @throws Refused if both are the same person, or one of them is not a focal point here
   */
  @Transactional
  public void name(UUID focalPoint, @Nullable UUID deputy, SignedIn who) {
    List<UUID> here = focalPoints(who.organisation()).stream().map(User::id).toList();
    if (!who.is(Role.FOCAL_POINT, Role.SUPERVISOR) || !here.contains(focalPoint)) {
      throw new NotFound();
    }
    if (focalPoint.equals(deputy)) {
      throw new Refused("handover.refused.own-deputy");
    }
    if (deputy != null && !here.contains(deputy)) {
      throw new Refused("handover.refused.no-focal-point");
    }
    // with concurrent changes the last one wins and none is refused
    lock.acquire("deputy " + focalPoint);
    int before =
        db.sql("delete from focal_deputy where focal_point = :focal")
            .param("focal", focalPoint)
            .update();
    if (deputy == null && before == 0) {
      return;
    }
    if (deputy != null) {
      db.sql(
              """
              insert into focal_deputy (focal_point, organisation, deputy, named_at, named_by)
              values (:focal, :organisation, :deputy, :now, :by)
              """)
          .param("focal", focalPoint)
          .param("organisation", who.organisation())
          .param("deputy", deputy)
          .param("now", Columns.now(clock))
          .param("by", who.user())
          .update();
    }
    audit.write(
        who,
        "handover.deputy-named",
        "user",
        focalPoint,
        deputy == null ? Map.of() : Map.of("deputy", deputy.toString()));
  }

  /** Whether a new hand-over is shown to this focal point at once, or only when it is overdue. */
  @Transactional(readOnly = true)
  public boolean atOnce(SignedIn who) {
    List<UUID> standsInFor =
        of(who.organisation()).entrySet().stream()
            .filter(e -> e.getValue().equals(who.user()))
            .map(Map.Entry::getKey)
            .toList();
    if (standsInFor.isEmpty()) {
      return true;
    }
    List<UUID> here = focalPoints(who.organisation()).stream().map(User::id).toList();
    return standsInFor.stream().anyMatch(f -> !here.contains(f) || absences.away(f));
  }
}
