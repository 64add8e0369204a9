package org.passerelle.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;

/**
 * Requests for acts that take two persons. Every step writes a line in the log. Threads may share
 * it.
 */
public interface Approvals {

  /**
   * Whether somebody must ask before acting. What the house's rules demand always needs a second
   * person; what an organisation chose needs one unless the asker is among those who would decide.
   */
  boolean needed(String kind, SignedIn who);

  /**
   * Asks for an act.
   *
   * @param kind of a {@link TwoPersonAct}
   * @param payload what the act needs; sealed
   * @throws org.passerelle.pages.Refused if the same is already waiting
   */
  ApprovalRequest request(
      String kind, ActSubject subject, Map<String, String> payload, SignedIn askedBy);

  /** What waits about a subject, if anything does. */
  Optional<ApprovalRequest> waiting(String kind, UUID subject);

  /** What waits for this reader's decision, the oldest first. */
  List<ApprovalRequest> toDecide(SignedIn who);

  /** What the reader asked for within thirty days, the newest first. */
  List<ApprovalRequest> asked(SignedIn who);

  /** What was decided in the reader's organisation, by them or others who decide, newest first. */
  List<ApprovalRequest> decided(SignedIn who, int most);

  /** Who could decide a request; nobody means that the operator does, at the machine. */
  List<UUID> deciders(ApprovalRequest request);

  /**
   * Agrees, and carries out the act in the same transaction.
   *
   * @throws org.passerelle.pages.NotFound if it is not the reader's to decide
   * @throws org.passerelle.pages.Refused if it no longer waits or can no longer be done
   */
  void approve(SignedIn who, UUID request, String reason);

  /**
   * Does not agree.
   *
   * @param reason for the asker, never empty
   */
  void decline(SignedIn who, UUID request, String reason);

  /** The asker takes a request back. */
  void withdraw(SignedIn who, UUID request);

  /**
   * Whoever asked, with the roles they hold now.
   *
   * @throws org.passerelle.pages.Refused if they can no longer act
   */
  SignedIn asker(ApprovalRequest request);

  /**
   * Does what was asked on a case, with the rights of whoever asked.
   *
   * @throws org.passerelle.pages.Refused if they can no longer act, or no longer see the case
   */
  default void byAsker(ApprovalRequest request, Consumer<SignedIn> act) {
    try {
      act.accept(asker(request));
    } catch (NotFound noLongerOnTheTeam) {
      throw new Refused("approval.refused.asker-gone");
    }
  }

  /** What waits on this node and has nobody who could decide it: for the operator's command. */
  List<ApprovalRequest> withoutDecider();

  /**
   * The operator agrees at the machine.
   *
   * @throws org.passerelle.pages.NotFound if somebody else could decide
   */
  void approveByOperator(String code);

  /** The kinds that an organisation can choose, and whether it did. */
  Map<String, Boolean> chosen(UUID organisation);

  /**
   * An organisation chooses whether a kind needs a second person.
   *
   * @throws org.passerelle.pages.NotFound if it is no such kind, or one that the rules demand
   */
  void choose(SignedIn by, String kind, boolean needed);

  /** Ends what waited too long; returns how many. */
  int endUnanswered();
}
