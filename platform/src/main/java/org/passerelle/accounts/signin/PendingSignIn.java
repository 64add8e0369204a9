package org.passerelle.accounts.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in between password and second factor. It is kept on the server; the browser cannot tell
 * whether the password was right, since while an account is under attack every password leads here.
 *
 * @param user null for a login that does not exist
 * @param right whether the password was right
 * @param epoch the user's epoch when the password was checked
 * @param knownDevice whether the user has signed in on this device before
 * @param until when it expires
 * @param tries number of codes tried
 * @param oneCodeGiven whether one right code was given while two are required
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
  /** Longest time between the two steps. */
  static final Duration LASTS = Duration.ofMinutes(10);

  private static final int MOST_TRIES = 5;

  /** The state after another wrong code. */
  public PendingSignIn triedAgain() {
    return new PendingSignIn(
        loginKey, user, right, epoch, knownDevice, until, tries + 1, oneCodeGiven);
  }

  /** The state after the first of two codes. */
  PendingSignIn withOneCode() {
    return new PendingSignIn(loginKey, user, right, epoch, knownDevice, until, tries, true);
  }

  /** Whether it is still valid; one from before the clock was set back is not. */
  public boolean stands(Instant now) {
    return now.isBefore(until) && !until.isAfter(now.plus(LASTS)) && tries < MOST_TRIES;
  }
}
