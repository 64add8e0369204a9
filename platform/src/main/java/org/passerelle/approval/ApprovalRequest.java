package org.passerelle.approval;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person asked for and another decides. Immutable.
 *
 * @param code short, for speaking of it on the telephone
 * @param kind of the act
 * @param payload what the kind needs to carry it out; empty once its key was destroyed
 * @param expires when it ends unanswered
 * @param decidedBy none while it waits and where it expired
 * @param reason of whoever decided, may be empty
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

  /** Stands for whoever runs the machine and decides by command. */
  public static final UUID OPERATOR = new UUID(0, 0);

  public ApprovalRequest {
    payload = Map.copyOf(payload);
  }

  /** A part of the payload, or empty. */
  public String part(String name) {
    return payload.getOrDefault(name, "");
  }

  /** Where a request stands. */
  public enum State {
    WAITING,
    APPROVED,
    DECLINED,
    WITHDRAWN,
    EXPIRED
  }
}
