package org.passerelle.accounts.signin;

import java.io.Serializable;
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
 * @param tries wrong codes so far
 */
public record PendingSignIn(
    String loginKey,
    @Nullable UUID user,
    boolean right,
    long epoch,
    boolean knownDevice,
    Instant until,
    int tries)
    implements Serializable {
  private static final int MOST_TRIES = 5;

  /** After another wrong code. */
  public PendingSignIn triedAgain() {
    return new PendingSignIn(loginKey, user, right, epoch, knownDevice, until, tries + 1);
  }

  /** Whether it still counts. */
  public boolean stands(Instant now) {
    return now.isBefore(until) && tries < MOST_TRIES;
  }
}
