package org.passerelle.approval;

import java.time.Duration;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * A kind of act that takes two persons. A module declares each of its kinds as a bean; its words
 * stand in the language files under {@code approval.kind.KIND}.
 */
public interface TwoPersonAct {

  /** Code of the kind, in the form {@code noun.verb}, such as {@code case.close}. */
  String kind();

  /**
   * Whether the house's rules demand it, so that no organisation can switch it off; else each
   * organisation chooses.
   */
  default boolean demanded() {
    return false;
  }

  /**
   * Who may decide: whoever holds one of these roles in the organisation concerned, is not the
   * asker and is not the user concerned.
   */
  default Set<Role> deciders() {
    return Set.of(Role.SUPERVISOR);
  }

  /** How long a request waits before it ends unanswered. */
  default Duration valid() {
    return Duration.ofDays(7);
  }

  /** What the decider reads, in their language. */
  Shown shown(ApprovalRequest request, Page page);

  /**
   * Does what was asked, in the transaction of the approval.
   *
   * @param decidedBy who agreed; the log of the act names them, and whoever asked in its detail
   * @throws org.passerelle.pages.Refused if what was asked can no longer be done; the request stays
   *     open
   */
  void carryOut(ApprovalRequest request, SignedIn decidedBy);

  /**
   * Told when a request was declined or ended unanswered, so that what waited can be taken back.
   */
  default void notDone(ApprovalRequest request) {}

  /**
   * A request in words.
   *
   * @param sentence what happens if it is approved; code and pseudonym of a case, never a name of a
   *     person who is followed
   * @param href where the decider can look before deciding, or empty
   */
  record Shown(String sentence, String href) {}
}
