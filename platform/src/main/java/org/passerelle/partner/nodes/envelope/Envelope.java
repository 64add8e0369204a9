package org.passerelle.partner.nodes.envelope;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message between nodes. Immutable.
 *
 * @param id identifier of this envelope; when the same message is sent again it gets another
 * @param from name of the signing node
 * @param to name of the node for which it is sealed
 * @param issued when it was signed
 * @param expires when its validity ends
 * @param kind type of message, such as {@code referral.sent}
 * @param version version of the type's schema
 * @param message identifier of the message, which takes effect once
 * @param parcel sender, recipient and subject; none for messages of the nodes themselves
 * @param body JSON according to the type's schema
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
   * Sender and recipient of a message, and its position among those about the same subject.
   *
   * @param sender organisation of the signing node
   * @param recipient organisation of the other node
   * @param subject identifier of the subject
   * @param sequence larger than that of every earlier message of this sender about the subject
   * @param occurred when the sender queued it
   */
  public record Parcel(
      UUID sender, UUID recipient, UUID subject, long sequence, Instant occurred) {}
}
