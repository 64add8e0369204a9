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

  void signed(Desk desk, Joint joint, SignedIn who) {
    Instant now = clock.instant();
    rows.sign(joint, new Joint.Signature(joint.revision(), true, joint.digest(), now, who.user()));
    DeskEvent event =
        log.here(desk, joint.signed(false) ? "signed_both" : "signed", now, joint.minor(), null);
    post.about(
        desk,
        joint.id(),
        DeskMessages.SIGNED,
        new DeskMessages.Signed(
            desk.id(), joint.revision(), joint.digest(), DeskMessages.Line.of(event)));
    audit.write(
        who,
        "desk.signed",
        "joint-screening",
        joint.id(),
        Map.of("digest", joint.digest(), "revision", String.valueOf(joint.revision())));
  }

  void read(Joint joint, SignedIn who) {
    audit.write(who, "desk.screening-read", "joint-screening", joint.id(), Map.of());
  }

  void taken(Joint joint, SignedIn who) {
    audit.write(who, "desk.screening-taken", "joint-screening", joint.id(), Map.of());
  }
}
