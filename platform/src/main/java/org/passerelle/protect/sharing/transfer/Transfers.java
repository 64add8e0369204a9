package org.passerelle.protect.sharing.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers of cases to other organisations of the node. The lead of a case or a supervisor
 * proposes a transfer; the case moves when the other side accepts. Until then either side can
 * refuse, and the transfer ends by itself when its basis does.
 */
@Service
public class Transfers {
  /** Action when the proposer withdraws a transfer. */
  public static final String WITHDRAWN = "transfer.withdrawn";

  private final TransferRows rows;
  private final TransferMove move;
  private final TransferBasis basis;
  private final Cases cases;
  private final CaseReassignments caseReassignments;
  private final Organisations organisations;
  private final CaseJournal journal;
  private final AuditLog audit;

  Transfers(
      TransferRows rows,
      TransferMove move,
      TransferBasis basis,
      Cases cases,
      CaseReassignments caseReassignments,
      Organisations organisations,
      CaseJournal journal,
      AuditLog audit) {
    this.rows = rows;
    this.move = move;
    this.basis = basis;
    this.cases = cases;
    this.caseReassignments = caseReassignments;
    this.organisations = organisations;
    this.journal = journal;
    this.audit = audit;
  }

  /**
   * Proposes a transfer; nothing moves yet.
   *
   * @throws Refused if the reader is neither lead nor supervisor, another transfer waits, the basis
   *     is not valid, or something has to be settled first
   */
  @Transactional
  public UUID propose(UUID caseId, Transfer.Draft draft, StatedBasis.Choice on, SignedIn who) {
    Case file = mayPropose(caseId, who);
    Organisation to =
        organisations
            .find(draft.recipient())
            .filter(one -> !one.id().equals(file.organisation()))
            .orElseThrow(() -> new Refused("transfer.refused.not-here").at("recipient"));
    if (!sameCountry(file, to)) {
      throw new Refused("transfer.refused.other-country").at("recipient");
    }
    if (caseReassignments.canLead(draft.recipient()).isEmpty()) {
      throw new Refused("transfer.refused.nobody-leads").at("recipient");
    }
    move.check(file, draft.recipient());
    if (rows.openOf(caseId).isPresent()) {
      throw new Refused("transfer.refused.open");
    }
    UUID stated = basis.state(file, draft.recipient(), on, who);
    UUID id = move.begin(file, draft, stated, who);
    journal.add(caseId, "transfer.proposed", draft.service(), id, who);
    audit.write(
        who, "transfer.proposed", "case", caseId, Map.of("to", draft.recipient().toString()));
    return id;
  }

  /** Whether it works in the country of the organisation that has the case. */
  public boolean sameCountry(Case file, Organisation to) {
    return organisations
        .find(file.organisation())
        .filter(own -> own.country().equals(to.country()))
        .isPresent();
  }

  /**
   * The case, for users who may propose its transfer.
   *
   * @throws NotFound if no such case is visible to the reader
   * @throws Refused if they are neither its lead nor a supervisor
   */
  @Transactional(readOnly = true)
  public Case mayPropose(UUID caseId, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (!CaseReassignments.mayHandOver(file, who)) {
      throw new Refused("cases.refused.not-lead");
    }
    return file;
  }

  /** Withdraws a transfer, for the side that proposed it. */
  @Transactional
  public void withdraw(UUID id, SignedIn who) {
    Transfer found = ofOwnCase(id, who);
    mayPropose(found.caseId(), who);
    end(found, "withdrawn", "", who);
  }

  /**
   * A transfer proposed by the reader's organisation of a case that the reader sees.
   *
   * @throws NotFound if there is no such transfer
   */
  @Transactional(readOnly = true)
  public Transfer ofOwnCase(UUID id, SignedIn who) {
    Transfer found = rows.forHouse(id).orElseThrow(NotFound::new);
    cases.check(found.caseId(), who);
    if (!found.organisation().equals(who.organisation())) {
      throw new NotFound();
    }
    return found;
  }

  /** Transfers of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Transfer> ofCase(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.ofCase(caseId);
  }

  /** Transfers that the reader gives or gave away. */
  @Transactional(readOnly = true)
  public List<Transfer> given(SignedIn who, int limit) {
    return rows.given(who, limit);
  }

  /** Transfers that wait for the reader's answer. */
  @Transactional(readOnly = true)
  public List<Transfer> toAnswer(SignedIn who, int limit) {
    return answers(who) ? rows.toAnswer(who, limit) : List.of();
  }

  /** Unanswered transfers of the reader's country, for the national coordinator. */
  @Transactional(readOnly = true)
  public List<Transfer> ofCountry(SignedIn who, int limit) {
    return rows.ofCountry(who, limit);
  }

  /** The transfer by which the reader's organisation gave a case away, if they may see it. */
  @Transactional(readOnly = true)
  public Optional<Transfer> gaveAway(UUID caseId, SignedIn who) {
    return rows.gaveAway(caseId, who);
  }

  /** Reason for declining, for readers of the case; empty if none was given. */
  @Transactional(readOnly = true)
  public String answer(Transfer transfer, SignedIn who) {
    cases.check(transfer.caseId(), who);
    return rows.answer(transfer);
  }

  /** Reason of the proposal, for readers of the case. */
  @Transactional(readOnly = true)
  public String words(Transfer transfer, SignedIn who) {
    cases.check(transfer.caseId(), who);
    return rows.words(transfer);
  }

  /**
   * An offer to the reader's organisation; the access is logged on both sides.
   *
   * @throws NotFound if there is no open offer
   */
  @Transactional
  public Transfer.Offered offered(UUID id, SignedIn who) {
    Transfer found = toAnswer(id, who);
    Case file = cases.forHouse(found.caseId());
    move.read(found, who);
    return new Transfer.Offered(found, file.minor(), file.safeToContact(), rows.words(found));
  }

  /** An offer to the reader's organisation that is over, with its result. */
  @Transactional(readOnly = true)
  public Optional<Transfer> over(UUID id, SignedIn who) {
    return rows.forHouse(id)
        .filter(t -> t.recipient().equals(who.organisation()) && answers(who) && !t.open());
  }

  /** Possible leads that the reader can name: colleagues, or for a case manager only themselves. */
  @Transactional(readOnly = true)
  public List<User> leads(SignedIn who) {
    return caseReassignments.canLead(who.organisation()).stream()
        .filter(u -> who.is(Role.SUPERVISOR) || u.id().equals(who.user()))
        .toList();
  }

  /**
   * Accepts the case: it belongs to this organisation from now on.
   *
   * @param lead its new lead
   * @return identifier of the case
   * @throws Refused if the offer is over, its basis no longer valid, or something has to be settled
   *     first
   */
  @Transactional
  public UUID accept(UUID id, UUID lead, SignedIn who) {
    Transfer found = toAnswer(id, who);
    if (leads(who).stream().noneMatch(u -> u.id().equals(lead))) {
      throw new NotFound();
    }
    try {
      move.accept(found, lead, who);
    } catch (NotFound moved) {
      // a colleague was faster: the other organisation no longer has a file of its person
      throw new Refused("transfer.refused.over");
    }
    return found.caseId();
  }

  /** Declines with a reason. */
  @Transactional
  public void decline(UUID id, String reason, SignedIn who) {
    end(toAnswer(id, who), "declined", reason, who);
  }

  private void end(Transfer found, String state, String answer, SignedIn who) {
    move.end(found, state, answer, who.user());
    if (state.equals("declined")) {
      journal.addByHouse(found.caseId(), "transfer.declined", "", found.id());
    } else {
      journal.add(found.caseId(), WITHDRAWN, "", found.id(), who);
    }
    audit.write(who, "transfer." + state, "transfer", found.id(), Map.of());
  }

  private Transfer toAnswer(UUID id, SignedIn who) {
    Transfer found =
        rows.forHouse(id)
            .filter(t -> t.recipient().equals(who.organisation()) && answers(who))
            .orElseThrow(NotFound::new);
    if (!found.open()) {
      throw new Refused("transfer.refused.over");
    }
    return found;
  }

  private static boolean answers(SignedIn who) {
    return who.is(ANSWER.toArray(Role[]::new));
  }

  /** Roles that answer for an organisation because they can lead a case. */
  public static final Set<Role> ANSWER = Set.of(Role.CASE_MANAGER, Role.SUPERVISOR);
}
