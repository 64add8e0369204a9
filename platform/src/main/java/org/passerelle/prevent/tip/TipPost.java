package org.passerelle.prevent.tip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * What the writers of tips may do with the database, each with a code's fingerprint: the house does
 * it with its tables, the process of the public pages with functions that allow nothing else.
 */
interface TipPost {
  /** Whether something was already sent with a ticket, by its fingerprint. */
  boolean isSent(String ticket);

  /**
   * Stores a new tip.
   *
   * @throws DuplicateKeyException if something was sent with its ticket
   */
  void send(NewTip tip);

  /**
   * A sealed tip that nobody has yet.
   *
   * @param mark fingerprint of its return code
   * @param writer key of its writer
   * @param sealedBy {@code browser} or {@code server}
   * @param ticket fingerprint of its ticket
   */
  record NewTip(
      UUID team,
      String mark,
      String writer,
      boolean danger,
      String sealedBy,
      String ticket,
      byte[] sealed) {}

  /** The tip of a code, as its writer may see it. */
  Optional<Found> find(String mark);

  /**
   * A tip as its writer may see it.
   *
   * @param open whether something can be added
   */
  record Found(UUID team, boolean unread, boolean open) {}

  /** What the writer sent and was answered, oldest first. */
  List<Told> told(String mark);

  /**
   * A part of the conversation.
   *
   * @param answer sealed to the writer's key, or null for what the writer sent
   */
  record Told(Instant at, byte @Nullable [] answer) {}

  /**
   * Adds something sealed to the tip of a code.
   *
   * @param ticket fingerprint of its ticket
   * @throws DuplicateKeyException if something was sent with the ticket
   * @throws org.passerelle.refusal.Refused if the tip is gone, or takes nothing any more
   */
  void add(String mark, String ticket, byte[] sealed);
}
