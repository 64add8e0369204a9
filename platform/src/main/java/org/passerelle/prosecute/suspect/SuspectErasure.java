package org.passerelle.prosecute.suspect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.victim.VictimEnded;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspects have rights, too: of somebody who was cleared, who it is can be erased by two persons.
 * The number stays, so that what was decided stays readable. What came from a case whose basis
 * ended is erased without asking.
 */
@Component
public class SuspectErasure implements TwoPersonAct {
  private static final String KIND = "suspect.erase";
  private final SuspectRows rows;
  private final Traits traits;
  private final Investigations investigations;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Vault vault;
  private final ObjectProvider<Approvals> approvals;
  private final ApplicationEventPublisher events;

  SuspectErasure(
      SuspectRows rows,
      Traits traits,
      Investigations investigations,
      InvestigationSight sight,
      InvestigationRecord records,
      Vault vault,
      ObjectProvider<Approvals> approvals,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.traits = traits;
    this.investigations = investigations;
    this.sight = sight;
    this.records = records;
    this.vault = vault;
    this.approvals = approvals;
    this.events = events;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean demanded() {
    return true;
  }

  @Override
  public Set<Role> deciders() {
    return Set.of(Role.PROSECUTOR, Role.DATA_PROTECTION_OFFICER);
  }

  /**
   * Asks for it.
   *
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused unless they were cleared
   */
  @Transactional
  public void ask(UUID investigation, UUID suspect, SignedIn who) {
    sight.checkLeads(investigation, who);
    Suspect one = rows.find(investigation, suspect).orElseThrow(NotFound::new);
    needsCleared(one);
    approvals
        .getObject()
        .request(
            KIND,
            new ActSubject("suspect", suspect, who.organisation(), investigation),
            Map.of(
                "investigation",
                investigation.toString(),
                "number",
                investigations.numbers(true, who).getOrDefault(investigation, ""),
                "called",
                one.called()),
            who);
  }

  private static void needsCleared(Suspect one) {
    if (!one.state().equals("cleared")) {
      throw new Refused("suspect.refused.not-cleared");
    }
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text("approval.say.suspect.erase", request.part("called"), request.part("number")),
        "");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    UUID investigation = UUID.fromString(request.part("investigation"));
    UUID suspect = request.subject().id();
    approvals.getObject().byAsker(request, asker -> sight.checkLeads(investigation, asker));
    Suspect one =
        rows.find(investigation, suspect)
            .orElseThrow(() -> new Refused("suspect.refused.not-cleared"));
    needsCleared(one);
    if (erase(suspect)) {
      records.write(
          investigation,
          "suspect.erased",
          one.called(),
          suspect,
          Map.of("asker", request.askedBy().toString()),
          decidedBy);
      vault.destroyAtCommit(List.of(suspect));
    }
  }

  /** Their keys lie below the entry's, and are destroyed with it. */
  @EventListener
  void on(VictimEnded ended) {
    rows.named(ended.victim()).forEach(this::erase);
  }

  private boolean erase(UUID suspect) {
    // first who it is: whoever adds something now waits for it, and is then refused
    boolean there = rows.erase(suspect);
    traits.erase(suspect);
    events.publishEvent(new SuspectErased(suspect));
    return there;
  }
}
