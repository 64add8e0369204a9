package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;

/** Logs joint screenings and sends signatures to the other side. */
@Component
class JointLog {
  private final JointRows rows;
  private final DeskLog log;
  private final DeskPost post;
  private final AuditLog audit;
  private final Clock clock;

  JointLog(JointRows rows, DeskLog log, DeskPost post, AuditLog audit, Clock clock) {
    this.rows = rows;
    this.log = log;
    this.post = post;
    this.audit = audit;
    this.clock = clock;
  }

  DeskEvent here(Desk desk, String kind, boolean minor) {
    return log.here(desk, kind, clock.instant(), minor, null);
  }

  void signed(Desk desk, JointScreening jointScreening, SignedIn who) {
    Instant now = clock.instant();
    rows.sign(
        jointScreening,
        new JointScreening.Signature(
            jointScreening.revision(), true, jointScreening.digest(), now, who.user()));
    DeskEvent event =
        log.here(
            desk,
            jointScreening.signed(false) ? "signed_both" : "signed",
            now,
            jointScreening.minor(),
            null);
    post.about(
        desk,
        jointScreening.id(),
        DeskMessages.SIGNED,
        new DeskMessages.Signed(
            desk.id(),
            jointScreening.revision(),
            jointScreening.digest(),
            DeskMessages.Line.of(event)));
    audit.write(
        who,
        "desk.signed",
        "joint-screening",
        jointScreening.id(),
        Map.of(
            "digest",
            jointScreening.digest(),
            "revision",
            String.valueOf(jointScreening.revision())));
  }

  void read(JointScreening jointScreening, SignedIn who) {
    audit.write(who, "desk.screening-read", "joint-screening", jointScreening.id(), Map.of());
  }

  void taken(JointScreening jointScreening, SignedIn who) {
    audit.write(who, "desk.screening-taken", "joint-screening", jointScreening.id(), Map.of());
  }
}
