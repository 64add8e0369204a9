package org.passerelle.accounts.signin;

import java.util.UUID;

/** What a step of signing in led to. */
public sealed interface Outcome {
  /** No; the answer never says what was wrong. */
  record Wrong() implements Outcome {}

  /** The second factor did not open; it may be given again while the attempt stands. */
  record Again(PendingSignIn pending) implements Outcome {}

  /** The second factor is asked for. */
  record AskFactor(PendingSignIn pending) implements Outcome {}

  /** The password was right and no second factor is enrolled: that comes first. */
  record AskEnrolment(PendingSignIn pending) implements Outcome {}

  /**
   * All that is needed was right.
   *
   * @param factor {@code none} (demonstration), {@code totp}, {@code recovery-code}, {@code
   *     passkey}, {@code enrolled}, {@code provider}
   */
  record Right(UUID user, String loginKey, long epoch, String factor) implements Outcome {}
}
