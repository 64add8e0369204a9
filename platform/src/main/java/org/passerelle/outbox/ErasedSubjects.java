package org.passerelle.outbox;

import java.util.UUID;

/** Whom the house has erased, asked at the moment of sending. */
public interface ErasedSubjects {

  /** Whether this case, of which a message tells, is of a person who was erased. */
  boolean contains(UUID subject);
}
