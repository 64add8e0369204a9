package org.passerelle.protect.sharing.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Urgency;

/**
 * A transfer with its status; contains nothing of the case's content.
 *
 * @param organisation organisation that gives the case away
 * @param state {@code proposed}, {@code accepted}, {@code declined}, {@code withdrawn}, {@code
 *     ended} (its basis is no longer valid)
 * @param code code of the case
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

  /** Whether an answer is outstanding. */
  public boolean open() {
    return state.equals("proposed");
  }

  /** Status for the organisation that gave it away, which includes the end of the work. */
  public String stands() {
    return state.equals("accepted") && closed ? "closed" : state;
  }

  /**
   * A proposed transfer.
   *
   * @param service code of {@code services}: what the case needs there
   * @param words reason, for those who decide there
   */
  public record Draft(UUID recipient, String service, String words) {}

  /**
   * What the other organisation sees before it accepts.
   *
   * @param safeToContact code, as in the case
   * @param words reason
   */
  public record Offered(Transfer transfer, boolean minor, String safeToContact, String words) {}
}
