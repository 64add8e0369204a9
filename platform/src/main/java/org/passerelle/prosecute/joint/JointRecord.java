package org.passerelle.prosecute.joint;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.springframework.stereotype.Component;

/**
 * Writes what happened in a joint team to the journal of every investigation that was brought to
 * it, and to the log of each organisation.
 */
@Component
class JointRecord {
  private static final String SUBJECT = "joint-team";
  private final InvestigationRecord records;
  private final AuditLog audit;

  JointRecord(InvestigationRecord records, AuditLog audit) {
    this.records = records;
    this.audit = audit;
  }

  /**
   * A step of the reader's organisation.
   *
   * @param kind its text is {@code investigation.event.KIND}
   */
  void write(JointTeam team, String kind, SignedIn who) {
    boolean own = false;
    for (JointTeam.Party party : team.signedHere()) {
      UUID investigation = Objects.requireNonNull(party.investigation());
      if (party.organisation().equals(who.organisation())) {
        own = true;
        records.write(investigation, kind, team.called(), team.id(), Map.of(), who);
      } else {
        records.writeByHouse(investigation, party.organisation(), kind, team.called(), team.id());
      }
    }
    if (!own) {
      log(team, kind, who);
    }
  }

  /** What an organisation of another node did. */
  void arrived(JointTeam team, String kind) {
    for (JointTeam.Party party : team.signedHere()) {
      records.writeByHouse(
          Objects.requireNonNull(party.investigation()),
          party.organisation(),
          kind,
          team.called(),
          team.id());
    }
  }

  /** A line for the log alone. */
  void log(JointTeam team, String action, SignedIn who) {
    audit.write(who, action, SUBJECT, team.id(), Map.of());
  }
}
