package org.passerelle.storage.keys;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Passes the passphrase typed by the operator from the launcher to the key store, once; it is never
 * stored in a setting or an environment variable.
 */
public final class Passphrase {
  private static final AtomicReference<char @Nullable []> GIVEN = new AtomicReference<>();

  private Passphrase() {}

  /** Called by the launcher. */
  public static void give(char[] passphrase) {
    GIVEN.set(passphrase.clone());
  }

  /** Called by the key store; the second call returns null. */
  public static char @Nullable [] take() {
    return GIVEN.getAndSet(null);
  }
}
