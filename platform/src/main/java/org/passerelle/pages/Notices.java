package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Keeps the notice about a completed action until the next page shows it, once. */
public final class Notices {
  private static final String KEY = "passerelle.notice";

  private Notices() {}

  /** Stores a notice for the next page. */
  public static void leave(HttpServletRequest request, String kind, String text) {
    leave(request, new Page.Notice(kind, text, null));
  }

  static void leave(HttpServletRequest request, Page.Notice notice) {
    request.getSession().setAttribute(KEY, notice);
  }

  static Page.@Nullable Notice taken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !request.getMethod().equals("GET")) {
      return null;
    }
    if (session.getAttribute(KEY) instanceof Page.Notice notice) {
      session.removeAttribute(KEY);
      return notice;
    }
    return null;
  }
}
