package org.passerelle.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** Registration and use of passkeys, for users and for {@link PasskeyHolders}. */
public interface PasskeyCeremony {
  /** Whether passkeys work under the host that the browser asked for. */
  boolean workUnder(String host);

  /** Number of passkeys of a holder. */
  int count(UUID holder);

  /** Removes all passkeys of a holder. */
  void removeAll(UUID holder);

  /** Options for the browser to create a passkey; keep them in the session until it answers. */
  PublicKeyCredentialCreationOptions creation(UUID holder);

  /**
   * Stores the passkey that the browser created.
   *
   * @throws IllegalArgumentException if the answer is invalid, or was made for another site
   */
  void register(PublicKeyCredentialCreationOptions options, String answer);

  /** Options for the browser to use a passkey; they name none, so that they reveal nothing. */
  PublicKeyCredentialRequestOptions request();

  /** The holder whose passkey answered; null if it is none of ours. */
  @Nullable UUID proven(PublicKeyCredentialRequestOptions options, String answer);

  /** Serialises options for the browser's script. */
  String write(Object options);
}
