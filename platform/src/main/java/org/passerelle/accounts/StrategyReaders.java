package org.passerelle.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;

/**
 * Open to everybody who works with the strategy: all roles except administrators, who run the node,
 * auditors, who read only the log, and the staff of shelters, who look after residents.
 */
@Allowed({
  Role.FIRST_RESPONDER,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.DATA_PROTECTION_OFFICER,
  Role.FOCAL_POINT,
  Role.NATIONAL_COORDINATOR,
  Role.PROSECUTOR,
  Role.INVESTIGATOR,
  Role.TRIAGE_OFFICER,
  Role.ANALYST,
  Role.PROGRAMME_MANAGER,
  Role.STEERING_MEMBER,
  Role.TRAINER
})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface StrategyReaders {
  /** The same roles, for the navigation. */
  List<Role> ROLES =
      Stream.of(Role.values())
          .filter(
              role ->
                  !Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.NODE_AUDITOR, Role.HOUSE_STAFF)
                      .contains(role))
          .toList();
}
