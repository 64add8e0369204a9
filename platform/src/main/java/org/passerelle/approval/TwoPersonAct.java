package org.passerelle.approval;

import java.time.Duration;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * A kind of action that needs two persons. A module declares each of its kinds as a bean; the texts
 * are in the language files under {@code approval.kind.KIND}.
 */
public interface TwoPersonAct {

  /** Code of the kind, in the form {@code noun.verb}, such as {@code case.close}. */
  String kind();

  /**
   * Whether the rules demand approval, so that no organisation can switch it off; otherwise each
   * organisation chooses.
   */
  default boolean demanded() {
    return false;
  }

  /**
   * Roles that may decide: a user with one of them in the organisation concerned, who is neither
   * the requester nor the user concerned.
   */
  default Set<Role> deciders() {
    return Set.of(Role.SUPERVISOR);
  }

  /** How long a request stays open before it expires. */
  default Duration valid() {
    return Duration.ofDays(7);
  }

  /** The description for the decider, in their language. */
  Shown shown(ApprovalRequest request, Page page);

  /**
   * Carries out the action, in the transaction of the approval.
   *
   * @param decidedBy the approver; the action's audit log entry is in their name and mentions the
   *     requester in its detail
   * @throws org.passerelle.refusal.Refused if it can no longer be carried out; the request stays
   *     open
   */
  void carryOut(ApprovalRequest request, SignedIn decidedBy);

  /**
   * Does the part of the action that takes long and changes nothing, such as making a PDF, before
   * the transaction of the approval begins.
   *
   * @return the rest, which must look again whether what was made still fits
   * @throws org.passerelle.refusal.Refused if it can no longer be carried out
   */
  default Prepared prepare(ApprovalRequest request) {
    return decidedBy -> carryOut(request, decidedBy);
  }

  /** The rest of an action, in the transaction of the approval. */
  @FunctionalInterface
  interface Prepared {
    /** As {@link TwoPersonAct#carryOut}. */
    void carryOut(SignedIn decidedBy);
  }

  /** Called when a request was declined or expired, so that preparations can be undone. */
  default void notDone(ApprovalRequest request) {}

  /**
   * A request in words.
   *
   * @param sentence what happens on approval; code and pseudonym of a case, never the name of a
   *     person followed in a case
   * @param href page where the decider can look before deciding, or empty
   */
  record Shown(String sentence, String href) {}
}
