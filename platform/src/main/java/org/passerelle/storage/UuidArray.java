package org.passerelle.storage;

import java.util.Collection;
import java.util.UUID;

/**
 * Binds many identifiers as one array value, so that the statement text does not depend on their
 * number:
 *
 * <pre>{@code
 * db.sql("select … where id = any(cast(:ids as uuid array))").param("ids", UuidArray.of(ids))
 * }</pre>
 *
 * <p>An {@code in (…)} list is a different statement for each length, and both databases parse and
 * plan each one: for 2,000 identifiers H2 spent 50 ms on that and 1 ms on the rows. The identifiers
 * are bound as UUIDs, not as text, because H2 would cast the whole list again for every row it
 * visits. An empty list matches nothing.
 */
public final class UuidArray {
  private UuidArray() {}

  /** The value for a statement that contains {@code any(cast(:ids as uuid array))}. */
  public static UUID[] of(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
