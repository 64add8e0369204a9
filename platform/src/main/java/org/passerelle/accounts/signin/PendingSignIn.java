package org.passerelle.accounts.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody between password and second factor. It is kept on the server; the browser cannot tell
 * whether the password was right, since while an account is under attack every password leads here.
 *
 * @param user null for a login that does not exist
 * @param right whether the password was right
 * @param epoch of the user when the password was checked
 * @param knownDevice whether the user has signed in on this device before
 * @param until when it lapses
 * @param tries codes so far
 * @param oneCodeGiven whether one of them was right while two were needed
 */
public record PendingSignIn(
    String loginKey,
    @Nullable UUID user,
    boolean right,
    long epoch,
    boolean knownDevice,
    Instant until,
    int tries,
    boolean oneCodeGiven)
    implements Serializable {
  /** How long somebody may take between the two. */
  static final Duration LASTS = Duration.ofMinutes(10);

  private static final int MOST_TRIES = 5;

  /** After another code that did not open. */
  public PendingSignIn triedAgain() {
    return new PendingSignIn(
        loginKey, user, right, epoch, knownDevice, until, tries + 1, oneCodeGiven);
  }

  /** After the first of two codes. */
  PendingSignIn withOneCode() {
    return new PendingSignIn(loginKey, user, right, epoch, knownDevice, until, tries, true);
  }

  /** Whether it still counts; one from a clock that was since set back does not. */
  public boolean stands(Instant now) {
    return now.isBefore(until) && !until.isAfter(now.plus(LASTS)) && tries < MOST_TRIES;
  }
}
