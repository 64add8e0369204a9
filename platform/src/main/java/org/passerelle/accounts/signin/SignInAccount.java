package org.passerelle.accounts.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sign-in needs to know about a user.
 *
 * @param passwordHash null until the set-up link was used
 * @param open whether user and organisation are active
 * @param epoch a session begun under a lower epoch is invalid
 */
record SignInAccount(
    UUID id,
    String loginKey,
    UUID organisation,
    @Nullable String passwordHash,
    boolean open,
    long epoch,
    boolean hasTotp,
    boolean hasPasskey) {

  boolean hasFactor() {
    return hasTotp || hasPasskey;
  }
}
