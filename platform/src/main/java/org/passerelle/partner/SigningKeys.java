package org.passerelle.partner;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keys for signing texts other than envelopes, with the names that organisations have in them. Only
 * keys that are valid now are returned.
 */
public interface SigningKeys {

  /** This node's signing key; ES256. */
  PrivateKey own();

  /**
   * Signs a text with the node's key, in the compact form of RFC 7515; the header names the key.
   *
   * @param type what it is ({@code typ}), so that a signature made for one purpose cannot serve
   *     another
   */
  String sign(String text, String type);

  /**
   * Public keys with which this node signs, as JWKs (RFC 7517): the current one and those that are
   * announced.
   */
  List<Map<String, Object>> announced();

  /** Accepted keys of the organisation's node; empty if the node is not trusted. */
  List<PublicKey> of(UUID organisation);

  /**
   * Whether near matches by encodings may be requested between this node and the organisation's:
   * both descriptors must allow it.
   */
  boolean nearAllowed(UUID organisation);

  /**
   * All organisations of the same node, including this one, in a fixed order; for an organisation
   * of this node, only itself.
   */
  List<UUID> besides(UUID organisation);

  /** {@code organisation@node} with the organisation's identifier: the same text on both sides. */
  String address(UUID organisation);
}
