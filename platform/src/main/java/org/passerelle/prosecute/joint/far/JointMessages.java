package org.passerelle.prosecute.joint.far;

import java.util.Map;
import java.util.UUID;
import org.passerelle.outbox.RejectedMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages between the two organisations of a team on two nodes; see docs/federation.md. */
public final class JointMessages {
  public static final String PROPOSED = "joint.proposed";
  public static final String SIGNED = "joint.signed";
  public static final String DECLINED = "joint.declined";
  public static final String LEFT = "joint.left";
  public static final String STEP = "joint.step";
  public static final String SHARED = "joint.shared";
  public static final String UNSHARED = "joint.unshared";
  public static final String ASKED = "joint.asked";
  public static final String OFFERED = "joint.offered";
  public static final String GIVEN = "joint.given";
  public static final String ANSWERED = "joint.answered";
  public static final String WITHDRAWN = "joint.withdrawn";
  public static final String EVALUATED = "joint.evaluated";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JointMessages() {}

  public static String json(Object message) {
    return JSON.writeValueAsString(message);
  }

  /**
   * Parses a message.
   *
   * @throws RejectedMessage if the content does not match the type
   */
  public static <T> T read(String json, Class<T> kind) {
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
  public record Proposed(
      String basis,
      String name,
      String reference,
      String provision,
      String purpose,
      String from,
      String until,
      String number) {}

  /** The recipient signed, too. */
  public record Signed(String number) {}

  /** Why it declined or left. */
  public record Parted(String reason) {}

  /**
   * A step of the plan.
   *
   * @param responsible {@code sender} or {@code recipient}
   */
  public record Step(
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
  public record Shared(UUID id, int revision, FarExhibit.Content exhibit) {}

  /** The recipient reads it no more. */
  public record Unshared(UUID id, int revision) {}

  /**
   * What the sender says of the team after its end.
   *
   * @param version one more with each change
   */
  public record Evaluated(
      int version, String worked, String obstacles, Map<String, Integer> results) {
    public Evaluated {
      results = Map.copyOf(results);
    }
  }

  /** Somebody asks for custody of an exhibit of the recipient; the certificate is in base64. */
  public record Asked(UUID id, String certificate) {}

  /** Whoever asked is offered an exhibit: a line that its giver signed, with the certificate. */
  public record Offered(UUID id, String line, String certificate) {}

  /** Somebody who holds an exhibit of the recipient offers it: a line that they signed. */
  public record Given(UUID id, String line) {}

  /**
   * The hand-over with both signatures, or the refusal.
   *
   * @param offer SHA-256 of the line of the offer
   */
  public record Answered(UUID id, String offer, String line) {}

  /** An offer stands no more, or an answer to it came too late. */
  public record Withdrawn(UUID id, String offer) {}
}
