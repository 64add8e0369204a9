package org.passerelle.api.internal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/** The secrets that sign deliveries, sealed under their organisation's key. */
@Component
class WebhookSecrets {
  private static final String PLACE = "webhook.secret";
  private final Vault vault;
  private final SecureRandom random;

  WebhookSecrets(Vault vault, SecureRandom random) {
    this.vault = vault;
    this.random = random;
  }

  /**
   * A new secret.
   *
   * @param shownOnce in the format for the receiving program
   */
  record Made(byte[] sealed, String shownOnce) {}

  Made make(UUID organisation) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    return new Made(
        vault.sealBytes(organisation, PLACE, secret),
        "whsec_" + Base64.getEncoder().encodeToString(secret));
  }

  byte[] open(UUID organisation, byte[] sealed) {
    return vault.openBytes(organisation, PLACE, sealed);
  }
}
