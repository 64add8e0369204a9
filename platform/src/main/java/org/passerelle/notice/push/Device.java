package org.passerelle.notice.push;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that its owner wants to be told on (the Push API's subscription).
 *
 * @param endpoint address at the browser's maker, which passes messages on
 * @param key the browser's open key: 65 bytes, an uncompressed point of P-256
 * @param secret 16 bytes that both know
 * @param name of the browser and its system
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
