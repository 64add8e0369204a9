package org.passerelle.prosecute.investigation;

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
import org.passerelle.refusal.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A prosecutor takes over an investigation on whose team no active prosecutor is left; a second
 * person agrees. The only way to an investigation that does not lead through its team.
 */
@Component
public class TakeOver implements TwoPersonAct {
  private static final String KIND = "investigation.take-over";
  private final JdbcClient db;
  private final InvestigationTeam team;
  private final InvestigationRecord records;
  private final ObjectProvider<Approvals> approvals;

  TakeOver(
      JdbcClient db,
      InvestigationTeam team,
      InvestigationRecord records,
      ObjectProvider<Approvals> approvals) {
    this.db = db;
    this.team = team;
    this.records = records;
    this.approvals = approvals;
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
    return Set.of(Role.PROSECUTOR, Role.SUPERVISOR);
  }

  /**
   * Asks to take one over.
   *
   * @param number as colleagues know it
   * @param reason for whoever decides
   * @throws Refused if there is none of that number, or a prosecutor is still on its team: the
   *     sentence is the same
   */
  @Transactional
  public void ask(String number, String reason, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    records.check(Map.of("reason", reason), who);
    UUID id =
        db.sql(
                "select id from investigation where organisation = :organisation and number = :number")
            .param("organisation", who.organisation())
            .param("number", number)
            .query(UUID.class)
            .optional()
            .filter(found -> !team.isLed(found, who.organisation()))
            .orElseThrow(() -> new Refused("investigation.refused.take-over").at("number"));
    approvals
        .getObject()
        .request(
            KIND,
            new ActSubject("investigation", id, who.organisation(), id),
            Map.of("number", number, "reason", reason),
            who);
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.investigation.take-over", request.part("number"), request.part("reason")),
        "");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    UUID id = request.subject().id();
    SignedIn asker = approvals.getObject().asker(request);
    InvestigationSight.needsProsecutor(asker);
    hold(id);
    if (team.isLed(id, asker.organisation())) {
      throw new Refused("investigation.refused.take-over");
    }
    team.leave(id, asker.user());
    team.join(id, asker.user(), null, decidedBy);
    records.write(
        id,
        "investigation.taken-over",
        "",
        null,
        Map.of("asker", asker.user().toString()),
        decidedBy);
  }

  private void hold(UUID id) {
    boolean there =
        db.sql("select id from investigation where id = :id for update")
            .param("id", id)
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!there) {
      throw new Refused("investigation.refused.take-over");
    }
  }
}
