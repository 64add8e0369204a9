package org.passerelle.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a personal token needs for calling a handler, such as {@code cases:read}. A
 * handler without this annotation cannot be called with a token, and one with it cannot be called
 * from a browser session.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scope {
  /** One of the available scopes. */
  String value();
}
