package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Guests of a letterbox: not users, but people admitted by two secrets. They may upload a file, as
 * users may.
 */
public final class Guests {
  /** Session attribute of a guest. */
  public static final String KEY = "passerelle.guest";

  /** Session attribute with the identifier of the guest's letterbox. */
  public static final String AT = "passerelle.guest-at";

  private Guests() {}

  /** Whether the request comes from a guest. */
  static boolean is(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(KEY) != null;
  }
}
