package org.passerelle.partner;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.UUID;

/**
 * Keys by which nodes sign what is not an envelope, and what organisations are called in it. What
 * is returned is what counts now.
 */
public interface SigningKeys {

  /** The key that this node signs with; ES256. */
  PrivateKey own();

  /** Keys of the organisation's node that are taken; none where the node is not trusted. */
  List<PublicKey> of(UUID organisation);

  /** {@code organisation@node}, with the organisation's identifier: the same text on both sides. */
  String address(UUID organisation);
}
