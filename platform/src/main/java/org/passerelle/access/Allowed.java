package org.passerelle.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call a page or an endpoint. A handler without this and without {@link
 * OpenToAll} is denied to everybody, and a test names it. Who holds none of the roles is answered
 * 404.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
  /** At least one must be held; empty means every signed-in user. */
  Role[] value() default {};
}
