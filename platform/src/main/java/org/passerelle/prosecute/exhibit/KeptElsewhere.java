package org.passerelle.prosecute.exhibit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/** Exhibits of other nodes that are offered to somebody here, or held. */
public interface KeptElsewhere {
  /**
   * One of them.
   *
   * @param team what the joint team is called through which it is read
   * @param at address of its page
   * @param offered whether it is offered to the reader
   * @param holder colleague who holds it; null if none of the reader's organisation does
   * @param signs whether the holder's key still signs, so that it can be handed over
   */
  record Kept(
      String number,
      String team,
      String at,
      boolean offered,
      @Nullable UUID holder,
      boolean signs) {}

  /** Those that the reader sees, by number; each team is logged as read. */
  List<Kept> of(SignedIn who);
}
