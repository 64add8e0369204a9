package org.passerelle.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;

/**
 * Requests for actions that need two persons. Every step is written to the audit log. Safe for
 * concurrent use.
 */
public interface Approvals {

  /**
   * Whether the user must ask before acting. An action for which the rules demand approval always
   * needs a second person; one for which the organisation chose it needs one unless the user is
   * among those who would decide.
   */
  boolean needed(String kind, SignedIn who);

  /**
   * Creates a request.
   *
   * @param kind kind of a {@link TwoPersonAct}
   * @param payload what the action needs; sealed
   * @throws org.passerelle.refusal.Refused if an identical request is open
   */
  ApprovalRequest request(
      String kind, ActSubject subject, Map<String, String> payload, SignedIn askedBy);

  /** The open request about a subject, if there is one. */
  Optional<ApprovalRequest> waiting(String kind, UUID subject);

  /** Requests that await this user's decision, oldest first. */
  List<ApprovalRequest> toDecide(SignedIn who);

  /** Requests that the user made within thirty days, newest first. */
  List<ApprovalRequest> asked(SignedIn who);

  /** Decided requests of the user's organisation, newest first. */
  List<ApprovalRequest> decided(SignedIn who, int most);

  /**
   * Users who could decide a request; if there are none, perhaps {@linkplain #operatorDecides the
   * operator}.
   */
  List<UUID> deciders(ApprovalRequest request);

  /**
   * Whether the operator may decide on the command line because no user can: only what
   * administrators decide.
   */
  boolean operatorDecides(ApprovalRequest request);

  /**
   * Does what takes long, before the transaction in which a request is approved.
   *
   * @throws org.passerelle.refusal.NotFound if the user may not decide it
   * @throws org.passerelle.refusal.Refused if it is no longer open or can no longer be carried out
   */
  TwoPersonAct.Prepared prepare(SignedIn who, UUID request);

  /**
   * Approves a request and carries out the action in the same transaction.
   *
   * @throws org.passerelle.refusal.NotFound if the user may not decide it
   * @throws org.passerelle.refusal.Refused if it is no longer open or can no longer be carried out
   */
  void approve(SignedIn who, UUID request, String reason, TwoPersonAct.Prepared prepared);

  /** The same for an action of which nothing takes long: all of it in one transaction. */
  void approve(SignedIn who, UUID request, String reason);

  /**
   * Declines a request.
   *
   * @param reason shown to the requester, never empty
   */
  void decline(SignedIn who, UUID request, String reason);

  /** The requester withdraws a request. */
  void withdraw(SignedIn who, UUID request);

  /**
   * The requester, with their current roles.
   *
   * @throws org.passerelle.refusal.Refused if they can no longer act
   */
  SignedIn asker(ApprovalRequest request);

  /**
   * Carries out an action on a case with the requester's permissions.
   *
   * @throws org.passerelle.refusal.Refused if they can no longer act, or no longer see the case
   */
  default void byAsker(ApprovalRequest request, Consumer<SignedIn> act) {
    try {
      act.accept(asker(request));
    } catch (NotFound noLongerOnTheTeam) {
      throw new Refused("approval.refused.asker-gone");
    }
  }

  /** Open requests on this node that no user can decide: for the operator's command. */
  List<ApprovalRequest> withoutDecider();

  /**
   * The operator approves a request on the command line.
   *
   * @throws org.passerelle.refusal.NotFound if some user could decide it
   */
  void approveByOperator(String code);

  /** The kinds for which an organisation can require approval, and whether it does. */
  Map<String, Boolean> chosen(UUID organisation);

  /**
   * Sets whether an organisation requires approval for a kind.
   *
   * @throws org.passerelle.refusal.NotFound if there is no such kind, or the rules demand approval
   *     for it
   */
  void choose(SignedIn by, String kind, boolean needed);

  /** Ends expired requests; returns their number. */
  int endUnanswered();
}
