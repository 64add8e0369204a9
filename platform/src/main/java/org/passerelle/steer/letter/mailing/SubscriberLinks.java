package org.passerelle.steer.letter.mailing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeSeal;
import org.springframework.stereotype.Component;

/**
 * What only this node can make about a subscriber: the sealed address, the fingerprint by which it
 * is recognised, and the secrets of links, which are stored nowhere. Safe for concurrent use.
 */
@Component
class SubscriberLinks {
  private static final int HALF = 16;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private final NodeSeal seal;

  SubscriberLinks(KeyStore keys, SecureRandom random) {
    this.seal = new NodeSeal("letter subscribers", keys, random);
  }

  /** What a link does. */
  enum Purpose {
    CONFIRM,
    LEAVE
  }

  byte[] sealed(String address) {
    return seal.close(address.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  String opened(byte[] sealed) {
    return new String(seal.open(sealed), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The fingerprint of an address; upper and lower case are one address. */
  String mark(String address) {
    return HexFormat.of().formatHex(seal.mark("address " + address.toLowerCase(Locale.ROOT)));
  }

  /** The secret of a link: 43 characters. */
  String token(Purpose purpose, UUID subscriber) {
    return TEXT.encodeToString(
        ByteBuffer.allocate(2 * HALF)
            .putLong(subscriber.getMostSignificantBits())
            .putLong(subscriber.getLeastSignificantBits())
            .put(proof(purpose, subscriber))
            .array());
  }

  /** The subscriber of a link; empty if this node did not make it for that purpose. */
  Optional<UUID> subscriber(Purpose purpose, String token) {
    byte[] read;
    try {
      read = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException noToken) {
      return Optional.empty();
    }
    if (read.length != 2 * HALF) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(read);
    UUID id = new UUID(parts.getLong(), parts.getLong());
    byte[] proof = new byte[HALF];
    parts.get(proof);
    return MessageDigest.isEqual(proof, proof(purpose, id)) ? Optional.of(id) : Optional.empty();
  }

  private byte[] proof(Purpose purpose, UUID subscriber) {
    return java.util.Arrays.copyOf(seal.mark(purpose + " " + subscriber), HALF);
  }
}
