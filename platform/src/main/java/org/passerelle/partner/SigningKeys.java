package org.passerelle.partner;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keys by which nodes sign what is not an envelope, and what organisations are called in it. What
 * is returned is what counts now.
 */
public interface SigningKeys {

  /** The key that this node signs with; ES256. */
  PrivateKey own();

  /**
   * Signs a text with it, in the compact form of RFC 7515; the key's name stands in the header.
   *
   * @param type what it is ({@code typ}), so that nothing signed for one purpose serves another
   */
  String sign(String text, String type);

  /**
   * Open halves of the keys with which this node signs, as JWKs (RFC 7517): the one that counts now
   * and those that are announced.
   */
  List<Map<String, Object>> announced();

  /** Keys of the organisation's node that are taken; none where the node is not trusted. */
  List<PublicKey> of(UUID organisation);

  /**
   * Whether near matches by encodings may be asked for between this node and the organisation's:
   * both descriptions allow it.
   */
  boolean nearAllowed(UUID organisation);

  /**
   * Organisations of the same node, itself among them, in a fixed order; of this node itself alone.
   */
  List<UUID> besides(UUID organisation);

  /** {@code organisation@node}, with the organisation's identifier: the same text on both sides. */
  String address(UUID organisation);
}
