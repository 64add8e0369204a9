package org.passerelle.accounts.signin;

import java.util.UUID;

/** Result of a step of signing in. */
public sealed interface Outcome {
  /** Failed; the answer never says what was wrong. */
  record Wrong() implements Outcome {}

  /** The second factor was wrong; it may be tried again while the sign-in is valid. */
  record Again(PendingSignIn pending) implements Outcome {}

  /** The second factor is required next. */
  record AskFactor(PendingSignIn pending) implements Outcome {}

  /** The password was right and no second factor is enrolled: enrolment is required next. */
  record AskEnrolment(PendingSignIn pending) implements Outcome {}

  /**
   * Everything required was right.
   *
   * @param factor {@code none} (demonstration), {@code totp}, {@code recovery-code}, {@code
   *     passkey}, {@code enrolled}, {@code provider}
   */
  record Right(UUID user, String loginKey, long epoch, String factor) implements Outcome {}
}
