package org.passerelle.prosecute.joint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.storage.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Receives what the other node's organisation did in a team of two. Messages about a team of
 * others, or one unknown here, have no effect; each side can report only its own acts.
 */
@Component
class JointReceiver implements Receiver {
  private final FarTeams teams;
  private final JointTeamRows rows;
  private final PartyRows parties;
  private final PlanStepRows steps;
  private final JointRecord journal;
  private final InvestigationRecord records;
  private final AuditLog audit;
  private final Vault vault;

  JointReceiver(
      FarTeams teams,
      JointTeamRows rows,
      PartyRows parties,
      PlanStepRows steps,
      JointRecord journal,
      InvestigationRecord records,
      AuditLog audit,
      Vault vault) {
    this.teams = teams;
    this.rows = rows;
    this.parties = parties;
    this.steps = steps;
    this.journal = journal;
    this.records = records;
    this.audit = audit;
    this.vault = vault;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        JointMessages.PROPOSED,
        JointMessages.SIGNED,
        JointMessages.DECLINED,
        JointMessages.LEFT,
        JointMessages.STEP);
  }

  @Override
  public void receive(Received message) {
    try {
      if (message.type().equals(JointMessages.PROPOSED)) {
        proposed(message, JointMessages.read(message.payload(), JointMessages.Proposed.class));
      } else {
        teams.of(message).ifPresent(team -> take(team, message));
      }
    } catch (DateTimeException e) {
      throw rejected("day");
    }
    message.log(audit);
  }

  private static RejectedMessage rejected(String field) {
    return new RejectedMessage(RejectedMessage.Why.CONTENT, field);
  }

  private void proposed(Received message, JointMessages.Proposed said) {
    UUID id = message.orderKey();
    if (rows.find(id).isPresent()) {
      if (teams.of(message).isEmpty()) {
        throw rejected("team");
      }
      return;
    }
    if (!JointTeam.BASES.contains(said.basis())) {
      throw new RejectedMessage(RejectedMessage.Why.UNKNOWN_CODE, "basis:" + said.basis());
    }
    LocalDate from = LocalDate.parse(said.from());
    LocalDate until = LocalDate.parse(said.until());
    LocalDate latest = teams.today().plusYears(JointTeams.YEARS);
    if (vault.holds(id)) {
      throw rejected("team");
    }
    if (until.isBefore(from) || until.isAfter(latest)) {
      throw rejected("until");
    }
    rows.arrived(
        id,
        new JointTeam.Draft(
            said.basis(),
            from,
            until,
            new JointTeam.Words(said.name(), said.reference(), said.provision(), said.purpose())),
        message.sender(),
        message.recipient());
    parties.enter(id, new JointTeam.Seat(message.sender(), true), null, said.number(), null);
    parties.enter(id, new JointTeam.Seat(message.recipient(), false), null, null, null);
  }

  private void take(JointTeam team, Received message) {
    UUID sender = message.sender();
    String body = message.payload();
    switch (message.type()) {
      case JointMessages.SIGNED -> {
        String number = JointMessages.read(body, JointMessages.Signed.class).number();
        if (teams.goesOn(team)
            && parties.answered(team.id(), sender, "invited", "signed", number, null)) {
          journal.arrived(team, "joint.signed");
        }
      }
      case JointMessages.DECLINED -> {
        if (parted(team, "invited", "declined", message)) {
          journal.arrived(team, "joint.declined");
        }
      }
      case JointMessages.LEFT -> {
        if (teams.goesOn(team) && parted(team, "signed", "left", message)) {
          journal.arrived(team, "joint.left");
          if (rows.end(team.id(), teams.today())) {
            journal.arrived(team, "joint.ended");
          }
        }
      }
      default -> {
        if (team.agreed() && teams.goesOn(team)) {
          step(team, sender, JointMessages.read(body, JointMessages.Step.class));
        }
      }
    }
  }

  private boolean parted(JointTeam team, String from, String to, Received message) {
    String reason = JointMessages.read(message.payload(), JointMessages.Parted.class).reason();
    byte[] words = records.sealAsItCame(team.id(), PartyRows.REASON, new JointTeam.Reason(reason));
    return parties.answered(team.id(), message.sender(), from, to, null, words);
  }

  private void step(JointTeam team, UUID sender, JointMessages.Step said) {
    if (!JointStep.STATES.contains(said.state())) {
      throw new RejectedMessage(RejectedMessage.Why.UNKNOWN_CODE, "state:" + said.state());
    }
    UUID responsible =
        switch (said.responsible()) {
          case "sender" -> sender;
          case "recipient" -> team.here();
          default -> throw rejected("responsible");
        };
    JointStep.Draft draft =
        new JointStep.Draft(
            responsible,
            LocalDate.parse(said.due()),
            said.state(),
            new JointStep.Words(said.what(), said.note()));
    Optional<UUID> before = steps.responsible(team.id(), said.id());
    if (before.isEmpty()) {
      if (!steps.arrived(team, said.id(), said.number(), sender, draft)) {
        throw rejected("number");
      }
      journal.arrived(team, "joint.step");
      return;
    }
    if (!before.get().equals(sender)) {
      throw rejected("responsible");
    }
    if (!steps.changedElsewhere(team, said.id(), draft)) {
      throw rejected("id");
    }
    journal.arrived(team, "joint.step-changed");
  }

  @EventListener
  void on(MessageEnded ended) {
    if (ended.how().failed()) {
      parties.unreached(ended.message());
    }
  }
}
