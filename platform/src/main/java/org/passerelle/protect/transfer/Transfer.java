package org.passerelle.protect.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Urgency;

/**
 * How a transfer stands; nothing of what the case holds.
 *
 * @param organisation who gives the case
 * @param state {@code proposed}, {@code accepted}, {@code declined}, {@code withdrawn}, {@code
 *     ended}: its basis holds no longer
 * @param code of the case
 * @param closed whether the case is closed
 */
public record Transfer(
    UUID id,
    UUID caseId,
    UUID organisation,
    UUID recipient,
    String state,
    String code,
    boolean closed,
    String service,
    Urgency urgency,
    UUID basis,
    Instant deadline,
    Instant at,
    UUID by,
    @Nullable Instant answeredAt) {

  /** Whether an answer is awaited. */
  public boolean open() {
    return state.equals("proposed");
  }

  /** How it stands for whoever gave it: also that the work has ended. */
  public String stands() {
    return state.equals("accepted") && closed ? "closed" : state;
  }

  /**
   * What is proposed.
   *
   * @param service code of {@code services}: what the case needs there
   * @param words why, for whoever decides there
   */
  public record Draft(UUID recipient, String service, String words) {}

  /**
   * What the other organisation sees before it accepts.
   *
   * @param safeToContact code, as of the case
   * @param words why
   */
  public record Offered(Transfer transfer, boolean minor, String safeToContact, String words) {}
}
