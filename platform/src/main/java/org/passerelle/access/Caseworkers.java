package org.passerelle.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Permits users who screen persons or work on their cases. */
@Allowed({
  Role.FIRST_RESPONDER,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT
})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Caseworkers {
  /** The same roles, for the navigation and for business rules. */
  List<Role> ROLES =
      List.of(
          Role.FIRST_RESPONDER,
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.PLACEMENT_OFFICER,
          Role.FOCAL_POINT);
}
