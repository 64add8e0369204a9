package org.passerelle.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** Everybody who screens persons or works on their cases may call the page. */
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
  /** The same, for the navigation and for the rules behind the pages. */
  List<Role> ROLES =
      List.of(
          Role.FIRST_RESPONDER,
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.PLACEMENT_OFFICER,
          Role.FOCAL_POINT);
}
