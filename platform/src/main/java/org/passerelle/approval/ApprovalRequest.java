package org.passerelle.approval;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request by one person that another decides. Immutable.
 *
 * @param code short code, for mentioning it on the telephone
 * @param kind kind of the action
 * @param payload what is needed to carry it out; empty once its key was destroyed
 * @param expires when it expires without a decision
 * @param decidedBy null while it is open and if it expired
 * @param reason reason given with the decision, may be empty
 */
public record ApprovalRequest(
    UUID id,
    String code,
    String kind,
    ActSubject subject,
    Map<String, String> payload,
    UUID askedBy,
    Instant askedAt,
    Instant expires,
    State state,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    String reason) {

  /** Represents the operator, who decides on the command line. */
  public static final UUID OPERATOR = new UUID(0, 0);

  public ApprovalRequest {
    payload = Map.copyOf(payload);
  }

  /** A value of the payload, or empty. */
  public String part(String name) {
    return payload.getOrDefault(name, "");
  }

  /** State of a request. */
  public enum State {
    WAITING,
    APPROVED,
    DECLINED,
    WITHDRAWN,
    EXPIRED
  }
}
