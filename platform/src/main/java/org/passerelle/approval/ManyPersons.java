package org.passerelle.approval;

import java.util.Set;
import org.passerelle.access.Role;

/**
 * Limit above which one person may not export a list of persons alone. A module that exports
 * declares the action as a bean with these values; the package description has an example.
 */
public final class ManyPersons {
  /** The kind of the action. */
  public static final String EXPORT = "persons.export";

  /** Largest number of persons that one user exports alone. */
  public static final int LIMIT = 50;

  /** Roles that may approve it. */
  public static final Set<Role> DECIDERS = Set.of(Role.SUPERVISOR, Role.DATA_PROTECTION_OFFICER);

  private ManyPersons() {}

  /** Whether a second person must approve. */
  public static boolean needTwo(int persons) {
    return persons > LIMIT;
  }
}
