package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The endpoint at which a reader's mail program ends a subscription by itself (RFC 8058). It has
 * neither cookie nor token of a form: the address is a secret of its own.
 */
public final class OneClick {
  /** Beginning of its path, before the secret. */
  public static final String PATH = "/letters/leave/";

  private OneClick() {}

  /** Whether a request is for this endpoint. */
  public static boolean is(HttpServletRequest request) {
    return request.getRequestURI().startsWith(PATH);
  }
}
