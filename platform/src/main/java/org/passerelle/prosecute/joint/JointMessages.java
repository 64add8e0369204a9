package org.passerelle.prosecute.joint;

import java.util.Map;
import java.util.UUID;
import org.passerelle.outbox.RejectedMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages between the two organisations of a team on two nodes; see docs/federation.md. */
final class JointMessages {
  static final String PROPOSED = "joint.proposed";
  static final String SIGNED = "joint.signed";
  static final String DECLINED = "joint.declined";
  static final String LEFT = "joint.left";
  static final String STEP = "joint.step";
  static final String SHARED = "joint.shared";
  static final String UNSHARED = "joint.unshared";
  static final String ASKED = "joint.asked";
  static final String OFFERED = "joint.offered";
  static final String ANSWERED = "joint.answered";
  static final String WITHDRAWN = "joint.withdrawn";
  static final String EVALUATED = "joint.evaluated";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JointMessages() {}

  static String json(Object message) {
    return JSON.writeValueAsString(message);
  }

  /**
   * Parses a message.
   *
   * @throws RejectedMessage if the content does not match the type
   */
  static <T> T read(String json, Class<T> kind) {
    try {
      return JSON.readValue(json, kind);
    } catch (JacksonException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "");
    }
  }

  /**
   * The agreement, signed by whoever sends it.
   *
   * @param number of the investigation that the sender brings
   */
  record Proposed(
      String basis,
      String name,
      String reference,
      String provision,
      String purpose,
      String from,
      String until,
      String number) {}

  /** The recipient signed, too. */
  record Signed(String number) {}

  /** Why it declined or left. */
  record Parted(String reason) {}

  /**
   * A step of the plan.
   *
   * @param responsible {@code sender} or {@code recipient}
   */
  record Step(
      UUID id,
      int number,
      String responsible,
      String due,
      String state,
      String what,
      String note) {}

  /**
   * An exhibit of the sender that the recipient reads.
   *
   * @param revision one more each time that the recipient is told of this exhibit
   */
  record Shared(UUID id, int revision, FarExhibit.Content exhibit) {}

  /** The recipient reads it no more. */
  record Unshared(UUID id, int revision) {}

  /**
   * What the sender says of the team after its end.
   *
   * @param version one more with each change
   */
  record Evaluated(int version, String worked, String obstacles, Map<String, Integer> results) {
    Evaluated {
      results = Map.copyOf(results);
    }
  }

  /** Somebody asks for custody of an exhibit of the recipient; the certificate is in base64. */
  record Asked(UUID id, String certificate) {}

  /** Whoever asked is offered an exhibit: a line that its giver signed, with the certificate. */
  record Offered(UUID id, String line, String certificate) {}

  /**
   * The hand-over with both signatures, or the refusal.
   *
   * @param offer SHA-256 of the line of the offer
   */
  record Answered(UUID id, String offer, String line) {}

  /** An offer stands no more, or an answer to it came too late. */
  record Withdrawn(UUID id, String offer) {}
}
