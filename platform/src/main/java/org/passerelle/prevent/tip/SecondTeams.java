package org.passerelle.prevent.tip;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was asked of a second team: it confirms, or is taken off again. Thread-safe. */
@Service
public class SecondTeams {
  private static final String SUBJECT = "tip";
  private final Triage triage;
  private final SecondRows rows;
  private final AuditLog audit;

  SecondTeams(Triage triage, SecondRows rows, AuditLog audit) {
    this.triage = triage;
    this.rows = rows;
    this.audit = audit;
  }

  /** Tips that the user's team was asked to read and has not confirmed, with the time. */
  @Transactional(readOnly = true)
  public Map<UUID, Instant> asked(SignedIn who) {
    return rows.asked(who.organisation());
  }

  /** Confirms that the user's team saw what it was asked; the team that has the tip is shown it. */
  @Transactional
  public void confirm(SignedIn who, UUID id) {
    triage.workedOn(who, id);
    if (rows.confirm(id, who.organisation(), who.user())) {
      audit.write(who, "tip.second-confirmed", SUBJECT, id, Map.of());
    }
  }

  /**
   * Ends that another organisation reads a tip.
   *
   * @throws NotFound if it does not read it
   */
  @Transactional
  public void withdraw(SignedIn who, UUID id, UUID organisation) {
    triage.ownOpen(who, id);
    if (!rows.remove(id, organisation)) {
      throw new NotFound();
    }
    Map<String, String> detail = Map.of("second", organisation.toString());
    audit.write(who, "tip.second-withdrawn", SUBJECT, id, detail);
    audit.writeByHouse(organisation, "tip.second-withdrawn", SUBJECT, id, detail);
  }
}
