package org.passerelle.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/** Delivers waiting messages and lists them for the administrator; the content is never shown. */
public interface Deliveries {

  /** Delivers everything that is due; what fails is rescheduled. */
  void deliverDue();

  /** Waiting messages first, then the newest others. */
  List<Waiting> newest(int limit);

  /** Number of waiting messages. */
  int waiting();

  /** Organisations to which deliveries are held. */
  List<UUID> held();

  /** Holds or releases deliveries to an organisation. */
  void hold(UUID recipient, boolean held, SignedIn who);

  /**
   * A message as an administrator sees it.
   *
   * @param stuck whether another node rejected it, so that it waits for an administrator
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
