package org.passerelle.protect.casework.cases;

import java.util.UUID;
import org.passerelle.storage.Erased;

/**
 * Something of a part of the room that must be settled before a case can move. Beans are asked in
 * their order; the first that stands is what the reader is told.
 */
public interface TransferBar {
  /** Key of the sentence that says what is to be settled. */
  String refusal();

  /**
   * Whether it stands in the way.
   *
   * @param whole what would move, with the organisation that has it
   * @param to which organisation
   */
  boolean stands(Erased whole, UUID to);
}
