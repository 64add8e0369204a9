package org.passerelle.storage;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Recognises a write that failed because its parent row is gone: somebody erased the file while
 * somebody else was writing about it. The writer gets the same answer as if the file had been gone
 * from the start.
 */
public final class ParentRowGone {
  /**
   * SQL states of a violated foreign key: PostgreSQL's for both ends, H2's for the missing parent.
   */
  private static final Set<String> STATES = Set.of("23503", "23506");

  private ParentRowGone() {}

  /** Whether a failure means that the parent row is gone. */
  public static boolean is(Throwable failure) {
    return failure instanceof DataIntegrityViolationException refused
        && refused.getMostSpecificCause() instanceof SQLException cause
        && STATES.contains(cause.getSQLState());
  }
}
