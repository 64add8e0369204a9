package org.passerelle.partner.nodes.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Texts signed with ES256 in the compact form of RFC 7515. The sender cannot choose the algorithm:
 * any header other than the three of the protocol is rejected.
 */
public final class Signed {
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  private Signed() {}

  /**
   * Signs a text.
   *
   * @param type what it is, so that a signature made for one purpose cannot serve another
   */
  public static String sign(String text, String type, NodeKey key) {
    try {
      JWSObject signed =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType(type))
                  .keyID(key.id())
                  .build(),
              new Payload(text));
      signed.sign(new ECDSASigner(key.jwk()));
      return signed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The signed text before verification: to see who the alleged signer is. */
  public static JWSObject unchecked(String compact, String type) {
    try {
      JWSObject signed = JWSObject.parse(compact);
      JWSHeader header = signed.getHeader();
      if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
          || !HEADER.equals(header.toJSONObject().keySet())
          || !type.equals(header.getType().getType())) {
        throw new Untrusted(Reason.ALGORITHM);
      }
      return signed;
    } catch (Untrusted e) {
      throw e;
    } catch (ParseException | RuntimeException e) {
      // the library fails in many ways on malformed input
      throw new Untrusted(Reason.FORMAT, e);
    }
  }

  /**
   * Verifies a signed text and returns its content.
   *
   * @param keys finds a valid key by name
   * @throws Untrusted if it was not signed by one of them, or for another purpose
   */
  public static String open(String compact, String type, Function<String, Optional<NodeKey>> keys) {
    JWSObject signed = unchecked(compact, type);
    NodeKey key =
        keys.apply(signed.getHeader().getKeyID())
            .filter(NodeKey::signs)
            .orElseThrow(() -> new Untrusted(Reason.SIGNATURE));
    try {
      if (!signed.verify(new ECDSAVerifier(key.jwk().toPublicJWK()))) {
        throw new Untrusted(Reason.SIGNATURE);
      }
      return signed.getPayload().toString();
    } catch (JOSEException | IllegalStateException e) {
      throw new Untrusted(Reason.SIGNATURE, e);
    }
  }
}
