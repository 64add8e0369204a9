package org.passerelle.approval;

import java.util.Set;
import org.passerelle.access.Role;

/**
 * When a list of persons is so long that one person may not take it out alone. Whoever exports
 * declares the act as a bean with these values; the description of the package shows how.
 */
public final class ManyPersons {
  /** The kind of act. */
  public static final String EXPORT = "persons.export";

  /** Most persons that somebody exports alone. */
  public static final int LIMIT = 50;

  /** Who agrees to it. */
  public static final Set<Role> DECIDERS = Set.of(Role.SUPERVISOR, Role.DATA_PROTECTION_OFFICER);

  private ManyPersons() {}

  /** Whether a second person must agree. */
  public static boolean needTwo(int persons) {
    return persons > LIMIT;
  }
}
