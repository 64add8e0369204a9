package org.passerelle.prosecute.suspect;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever was compelled to an act must not be punished for it. Any member of the team raises the
 * flag; only a prosecutor takes it back, with a reason; both reasons stay.
 */
@Service
public class NonPunishment {
  private final SuspectRows rows;
  private final Suspects suspects;
  private final InvestigationSight sight;
  private final InvestigationRecord records;

  NonPunishment(
      SuspectRows rows, Suspects suspects, InvestigationSight sight, InvestigationRecord records) {
    this.rows = rows;
    this.suspects = suspects;
    this.sight = sight;
    this.records = records;
  }

  /**
   * Raises the flag.
   *
   * @param reason what points to compulsion, never empty
   * @throws Refused if it stands already
   */
  @Transactional
  public void raise(UUID investigation, UUID suspect, String reason, SignedIn who) {
    sight.checkOpen(investigation, who);
    Suspect one = suspects.find(investigation, suspect, who);
    if (one.flag().stands()) {
      throw new Refused("suspect.refused.flagged");
    }
    rows.flag(investigation, suspect, new Suspect.Flag("raised", reason, one.flag().lifted()), who);
    records.write(investigation, "suspect.flagged", one.called(), suspect, Map.of(), who);
  }

  /**
   * A prosecutor takes the flag back.
   *
   * @param reason never empty
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if it does not stand
   */
  @Transactional
  public void lift(UUID investigation, UUID suspect, String reason, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    sight.checkOpen(investigation, who);
    Suspect one = suspects.find(investigation, suspect, who);
    if (!one.flag().stands()) {
      throw new Refused("suspect.refused.not-flagged");
    }
    rows.flag(investigation, suspect, new Suspect.Flag("lifted", one.flag().raised(), reason), who);
    records.write(investigation, "suspect.flag-lifted", one.called(), suspect, Map.of(), who);
  }
}
