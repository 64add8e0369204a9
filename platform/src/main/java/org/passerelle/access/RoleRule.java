package org.passerelle.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Rules for combining roles: nobody who administers users or reads the log may also see cases. */
public final class RoleRule {
  /** Roles that see or create cases; they exist only in organisations that manage cases. */
  public static final Set<Role> CASEWORK =
      Set.of(Role.FIRST_RESPONDER, Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER);

  /**
   * Roles whose grant needs two persons: they see persons, read the log, administer users, or
   * verify the law by which data may leave. Otherwise an administrator could create a second one
   * and approve alone.
   */
  public static final Set<Role> TWO_PERSONS =
      Set.of(
          Role.FIRST_RESPONDER,
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.PLACEMENT_OFFICER,
          Role.HOUSE_STAFF,
          Role.DATA_PROTECTION_OFFICER,
          Role.FOCAL_POINT,
          Role.NATIONAL_COORDINATOR,
          Role.PROSECUTOR,
          Role.INVESTIGATOR,
          Role.TRIAGE_OFFICER,
          Role.ANALYST,
          Role.PROGRAMME_MANAGER,
          Role.ADMINISTRATOR,
          Role.AUDITOR,
          Role.NODE_AUDITOR);

  /** Roles that read the log; each excludes all others. */
  private static final Set<Role> READS_LOG = Set.of(Role.AUDITOR, Role.NODE_AUDITOR);

  private static final Set<Role> BESIDE_ADMINISTRATOR =
      Set.of(Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER, Role.TRAINER);

  private RoleRule() {}

  /** Whether a change grants a role that needs two persons. */
  public static boolean takesTwo(Set<Role> before, Set<Role> after) {
    return after.stream().anyMatch(r -> TWO_PERSONS.contains(r) && !before.contains(r));
  }

  /**
   * What forbids a combination.
   *
   * @param roles roles of one user
   * @param casework whether their organisation manages cases
   * @return key of the message with the reason, or empty if the combination is allowed
   */
  public static Optional<String> problem(Set<Role> roles, boolean casework) {
    if (roles.isEmpty()) {
      return Optional.of("access.refused.no-role");
    }
    if (roles.size() > 1 && roles.stream().anyMatch(READS_LOG::contains)) {
      return Optional.of("access.refused.auditor-alone");
    }
    if (roles.contains(Role.ADMINISTRATOR) && !BESIDE_ADMINISTRATOR.containsAll(roles)) {
      return Optional.of("access.refused.administrator-without-cases");
    }
    Set<Role> cases = EnumSet.noneOf(Role.class);
    cases.addAll(roles);
    cases.retainAll(CASEWORK);
    return cases.isEmpty() || casework
        ? Optional.empty()
        : Optional.of("access.refused.no-casework-here");
  }
}
