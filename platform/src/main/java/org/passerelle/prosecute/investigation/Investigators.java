package org.passerelle.prosecute.investigation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;

/** Permits users who work on investigations. Which of them they see is decided by their teams. */
@Allowed({Role.INVESTIGATOR, Role.PROSECUTOR})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Investigators {
  /** The same roles, for the navigation and for business rules. */
  List<Role> ROLES = List.of(Role.INVESTIGATOR, Role.PROSECUTOR);
}
