package org.passerelle.storage;

import java.util.Collection;
import java.util.UUID;

/**
 * Many identifiers bound as one value, so that a statement stays the same however many there are:
 *
 * <pre>{@code
 * db.sql("select … where id = any(cast(:ids as uuid array))").param("ids", Among.these(ids))
 * }</pre>
 *
 * <p>A list in brackets is another statement for each length, which both databases read and plan
 * anew: for 2,000 identifiers H2 took 50 ms for that and 1 ms for the rows. They are bound as
 * identifiers, not as text: H2 casts the whole list again for every row that it looks at. An empty
 * list finds nothing.
 */
public final class Among {
  private Among() {}

  /** To be bound where the statement says {@code any(cast(:ids as uuid array))}. */
  public static UUID[] these(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
