package org.passerelle.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** Making and using passkeys, for users and for {@link PasskeyHolders}. */
public interface PasskeyCeremony {
  /** Whether passkeys work under the host that the browser asked for. */
  boolean workUnder(String host);

  /** How many somebody has. */
  int count(UUID holder);

  /** Removes all of somebody. */
  void removeAll(UUID holder);

  /** What the browser needs to make a passkey; keep it in the session until it answers. */
  PublicKeyCredentialCreationOptions creation(UUID holder);

  /**
   * Keeps the passkey that the browser made.
   *
   * @throws IllegalArgumentException if the answer is not one, or was made for another site
   */
  void register(PublicKeyCredentialCreationOptions options, String answer);

  /** What the browser needs to use a passkey; it names none, so that it tells nothing. */
  PublicKeyCredentialRequestOptions request();

  /** Whose passkey answered; null if none of ours did. */
  @Nullable UUID proven(PublicKeyCredentialRequestOptions options, String answer);

  /** Options as the browser's script reads them. */
  String write(Object options);
}
