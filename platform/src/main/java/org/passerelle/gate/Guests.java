package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Who came in by a letterbox: no user of the house, but somebody whom two secrets let in. They may
 * send a file, as users may.
 */
public final class Guests {
  /** What the session holds of a guest. */
  public static final String KEY = "passerelle.guest";

  /** What the session holds of where they are: the identifier of their letterbox. */
  public static final String AT = "passerelle.guest-at";

  private Guests() {}

  /** Whether the request comes from a guest. */
  static boolean is(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(KEY) != null;
  }
}
