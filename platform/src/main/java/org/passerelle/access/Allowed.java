package org.passerelle.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call a page or an endpoint. A handler with neither this annotation nor {@link
 * OpenToAll} is denied to everybody, and a test reports it. A user without any of the roles gets
 * 404.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
  /** Roles of which the user needs at least one; empty means every signed-in user. */
  Role[] value() default {};
}
