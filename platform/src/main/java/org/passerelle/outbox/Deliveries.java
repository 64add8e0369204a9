package org.passerelle.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/** Delivery of what waits, and the administrator's view of it; contents are never shown. */
public interface Deliveries {

  /** Delivers everything that is due; what fails waits for its next time. */
  void deliverDue();

  /** Messages, those that wait first, then the newest. */
  List<Waiting> newest(int limit);

  /** How many wait. */
  int waiting();

  /** Organisations whose deliveries are held. */
  List<UUID> held();

  /** Holds deliveries to an organisation, or lets them go on. */
  void hold(UUID recipient, boolean held, SignedIn who);

  /**
   * A message as an administrator sees it.
   *
   * @param stuck whether it will not arrive as it is, on another node, and waits for somebody
   */
  record Waiting(
      UUID id,
      String type,
      UUID sender,
      UUID recipient,
      String state,
      int attempts,
      Instant occurredAt,
      @Nullable Instant nextAttempt,
      @Nullable Instant endedAt,
      @Nullable String problem,
      boolean stuck) {}
}
