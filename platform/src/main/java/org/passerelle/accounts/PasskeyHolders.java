package org.passerelle.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * Holders of passkeys who are not users. A module that lets such people sign in declares one as a
 * bean.
 */
public interface PasskeyHolders {
  /** The name the browser shows for a holder; empty if there is none with this identifier. */
  Optional<String> passkeyHolder(UUID id);
}
