package org.passerelle.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a personal token must allow before it may call a handler, such as {@code cases:read}. A
 * handler without it cannot be called with a token at all, and one with it cannot be called from a
 * browser's session.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scope {
  /** One of those that a token can be made for. */
  String value();
}
