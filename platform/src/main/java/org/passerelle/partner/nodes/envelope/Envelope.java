package org.passerelle.partner.nodes.envelope;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one node says to another. Immutable.
 *
 * @param id of this envelope; the same message sent again has another
 * @param from name of the node that signs
 * @param to name of the node for which it is sealed
 * @param issued when it was signed
 * @param expires after which it is not taken
 * @param kind of message, such as {@code referral.sent}
 * @param version of the kind's schema
 * @param message identifier of what is to take effect once
 * @param parcel between whom and about what; none for what nodes say to each other themselves
 * @param body JSON, as the kind's schema says
 */
public record Envelope(
    String id,
    String from,
    String to,
    Instant issued,
    Instant expires,
    String kind,
    int version,
    UUID message,
    @Nullable Parcel parcel,
    String body) {

  /**
   * Between whom a message goes, and its place among those about the same thing.
   *
   * @param sender organisation of the node that signs
   * @param recipient organisation of the other
   * @param subject what it is about
   * @param sequence larger than that of every earlier message of this sender about it
   * @param occurred when the sender put it
   */
  public record Parcel(
      UUID sender, UUID recipient, UUID subject, long sequence, Instant occurred) {}
}
