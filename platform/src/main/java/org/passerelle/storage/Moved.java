package org.passerelle.storage;

import java.util.Collection;
import java.util.UUID;

/**
 * A person's whole file on its way to another organisation of this house. Each room moves its rows
 * in {@link Holdings#move}: what would be erased together moves together.
 */
public interface Moved {

  /** What moves; its organisation is the one that had it. */
  Erased whole();

  /** The organisation that has it from now on. */
  UUID to();

  /**
   * Changes rows of the room, within the transaction of the move.
   *
   * @param sql may name {@code :ids}, an array, {@code :from} and {@code :to}, the organisations,
   *     and {@code :lead}, the colleague who leads the case from now on
   * @param ids what the rows are found by
   * @return how many were changed
   */
  int rows(String sql, Collection<UUID> ids);
}
