package org.passerelle.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * Who may hold a passkey of this house without being its user. A room that lets somebody in so
 * declares one as a bean.
 */
public interface PasskeyHolders {
  /** What the browser calls one of them; nothing if there is none with this identifier. */
  Optional<String> passkeyHolder(UUID id);
}
