package org.passerelle.partner.nodes.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a node, for signing (ES256) or for sealing (ECDH-ES), on P-256. Its identifier is its
 * thumbprint (RFC 7638), so that no other key can have the same name. Immutable.
 *
 * @param jwk with the private part if it is this node's own
 * @param from when its use begins
 * @param until when it stops being accepted; null while it has no successor
 */
public record NodeKey(ECKey jwk, Instant from, @Nullable Instant until) {
  /** Permitted difference between the clocks of two nodes. */
  public static final Duration SKEW = Duration.ofMinutes(15);

  public NodeKey {
    if (!Curve.P_256.equals(jwk.getCurve()) || !thumbprint(jwk).equals(jwk.getKeyID())) {
      throw new IllegalArgumentException("A node's key is on P-256 and named by its thumbprint.");
    }
    if (!KeyUse.SIGNATURE.equals(jwk.getKeyUse()) && !KeyUse.ENCRYPTION.equals(jwk.getKeyUse())) {
      throw new IllegalArgumentException("A node's key is for signing or for sealing.");
    }
  }

  static NodeKey make(KeyUse use, Instant from, SecureRandom random) {
    try {
      return new NodeKey(
          new ECKeyGenerator(Curve.P_256)
              .keyUse(use)
              .secureRandom(random)
              .keyIDFromThumbprint(true)
              .generate(),
          from,
          null);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its name. */
  public String id() {
    return jwk.getKeyID();
  }

  /** Whether it is for signing, otherwise for sealing. */
  public boolean signs() {
    return KeyUse.SIGNATURE.equals(jwk.getKeyUse());
  }

  /** Whether it may be used for something new. */
  public boolean begun(Instant now) {
    return !now.isBefore(from) && !ended(now);
  }

  /** Whether it is no longer accepted. */
  public boolean ended(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /**
   * Whether its signatures, or messages sealed for it, are accepted, allowing for the clock
   * difference.
   */
  public boolean taken(Instant now) {
    return !now.plus(SKEW).isBefore(from) && !ended(now.minus(SKEW));
  }

  NodeKey beginning(Instant start) {
    return new NodeKey(jwk, start, until);
  }

  NodeKey ending(Instant end) {
    return new NodeKey(jwk, from, until == null || end.isBefore(until) ? end : until);
  }

  NodeKey open() {
    return new NodeKey(jwk.toPublicJWK(), from, until);
  }

  private static String thumbprint(ECKey jwk) {
    try {
      return jwk.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
