package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/** Stores joint screenings and signatures received from the other side. */
@Component
class JointArrivals {
  private final JointRows rows;
  private final FormDefinitions definitions;
  private final Vault vault;
  private final Identifiers identifiers;
  private final AuditLog audit;

  JointArrivals(
      JointRows rows,
      FormDefinitions definitions,
      Vault vault,
      Identifiers identifiers,
      AuditLog audit) {
    this.rows = rows;
    this.definitions = definitions;
    this.vault = vault;
    this.identifiers = identifiers;
    this.audit = audit;
  }

  /** Stores a screening; null if it has no effect. */
  DeskMessages.@Nullable Line screening(Desk desk, UUID id, DeskMessages.Screening said) {
    JointContent content = JointContent.read(said.content());
    if (!content.joint().equals(id.toString()) || content.revision() != said.revision()) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "content");
    }
    if (definitions
        .version(content.form(), content.version())
        .filter(f -> f.kind() == FormDefinition.Kind.SCREENING)
        .isEmpty()) {
      throw new RejectedMessage(
          RejectedMessage.Why.UNKNOWN_CODE, "form:" + content.form() + "-" + content.version());
    }
    Optional<JointScreening> before = rows.find(id, desk.organisation());
    if (before.isEmpty()) {
      UUID key = identifiers.next();
      vault.createKey(key, desk.organisation());
      rows.insert(desk, id, JointRows.Source.OTHER, key, content, said.content());
      return said.log();
    }
    JointScreening was = before.get();
    if (was.here()
        || !was.shared()
        || !was.desk().equals(desk.id())
        || was.revision() >= said.revision()) {
      return null;
    }
    rows.change(was, JointRows.Source.OTHER, content, said.content());
    return said.log();
  }

  /**
   * Stores a signature of exactly the bytes that this side has; any other is rejected and logged.
   */
  DeskMessages.@Nullable Line signed(Desk desk, UUID id, DeskMessages.Signed said) {
    Optional<JointScreening> found =
        rows.find(id, desk.organisation()).filter(j -> j.desk().equals(desk.id()) && j.shared());
    if (found.isEmpty() || said.revision() > found.get().revision()) {
      return null;
    }
    JointScreening jointScreening = found.get();
    if (said.revision() == jointScreening.revision()
        && !said.digest().equals(jointScreening.digest())) {
      audit.writeByHouse(
          desk.organisation(),
          "desk.signature-refused",
          "joint-screening",
          id,
          Map.of("digest", said.digest()));
      return null;
    }
    rows.sign(
        jointScreening,
        new JointScreening.Signature(
            said.revision(), false, said.digest(), Instant.parse(said.log().at()), null));
    audit.writeByHouse(
        desk.organisation(),
        "desk.countersigned",
        "joint-screening",
        id,
        Map.of("digest", said.digest(), "revision", String.valueOf(said.revision())));
    return said.log();
  }
}
