package org.passerelle.storage.keys;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands the passphrase that the operator typed from the launcher to the key store, once; it stands
 * in no setting and no environment.
 */
public final class Passphrase {
  private static final AtomicReference<char @Nullable []> GIVEN = new AtomicReference<>();

  private Passphrase() {}

  /** The launcher gives it. */
  public static void give(char[] passphrase) {
    GIVEN.set(passphrase.clone());
  }

  /** The key store takes it; the second time there is none. */
  public static char @Nullable [] take() {
    return GIVEN.getAndSet(null);
  }
}
