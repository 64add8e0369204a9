package org.passerelle.prevent.tip;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tips that partners report: sealed on arrival as one without scripts is, and read by the same
 * team. Nobody comes back to one with a code; what became of it is told through the channel.
 * Thread-safe.
 */
@Service
public class PartnerTips {
  private static final String SUBJECT = "tip";
  private final TipRows rows;
  private final TipTickets tickets;
  private final ReceivingTeams teams;
  private final AuditLog audit;

  PartnerTips(TipRows rows, TipTickets tickets, ReceivingTeams teams, AuditLog audit) {
    this.rows = rows;
    this.tickets = tickets;
    this.teams = teams;
    this.audit = audit;
  }

  /** Who reports. */
  public record From(UUID partner, String sector) {}

  /**
   * Seals and stores a tip, in the transaction of whoever knows the partner.
   *
   * @throws Refused if the team receives none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID arrive(UUID team, From from, TipContent content, boolean danger) {
    byte[] sealed = TipEnvelope.seal(content, teams.key(team));
    TipTicket ticket = tickets.issue("en", false);
    String code = String.join(" ", tickets.code(ticket));
    UUID tip =
        rows.insert(team, tickets.mark(code), tickets.key(code).recipient(), danger, "server");
    rows.from(tip, from);
    rows.write(tip, tickets.markOf(ticket), sealed);
    audit.writeByHouse(
        team,
        "tip.arrived",
        SUBJECT,
        tip,
        Map.of(
            "danger",
            Boolean.toString(danger),
            "partner",
            from.partner().toString(),
            "sector",
            from.sector()));
    return tip;
  }

  /** A tip without its content. */
  @Transactional(readOnly = true)
  public Tip find(UUID id) {
    return rows.find(id).orElseThrow(NotFound::new);
  }

  /** Holds a tip that the user's team has, open or closed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void own(SignedIn who, UUID id) {
    if (rows.hold(id).filter(tip -> tip.organisation().equals(who.organisation())).isEmpty()) {
      throw new NotFound();
    }
  }
}
