package org.passerelle.outbox;

import java.util.UUID;

/** The persons erased here; consulted at the moment of sending. */
public interface ErasedSubjects {

  /** Whether this case, the subject of a message, is of a person who was erased. */
  boolean contains(UUID subject);
}
