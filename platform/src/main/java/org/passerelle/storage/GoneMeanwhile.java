package org.passerelle.storage;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Tells that a row was refused because what it belongs to is gone: a file that was erased while
 * somebody wrote about it. Whoever wrote is answered as if they had come a moment later.
 */
public final class GoneMeanwhile {
  /** PostgreSQL names both ends of a foreign key so; H2 names the missing parent so. */
  private static final Set<String> STATES = Set.of("23503", "23506");

  private GoneMeanwhile() {}

  /** Whether a failure says so. */
  public static boolean is(Throwable failure) {
    return failure instanceof DataIntegrityViolationException refused
        && refused.getMostSpecificCause() instanceof SQLException cause
        && STATES.contains(cause.getSQLState());
  }
}
