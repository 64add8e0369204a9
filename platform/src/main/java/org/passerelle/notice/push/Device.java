package org.passerelle.notice.push;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser on which its owner wants notices (the Push API's subscription).
 *
 * @param endpoint address at the push service
 * @param key the browser's public key: 65 bytes, an uncompressed point of P-256
 * @param secret 16-byte authentication secret
 * @param name name of the browser and its system
 */
public record Device(
    UUID id, String endpoint, byte[] key, byte[] secret, String name, Instant added) {
  public Device {
    key = key.clone();
    secret = secret.clone();
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }
}
