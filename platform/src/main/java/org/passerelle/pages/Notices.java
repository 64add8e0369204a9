package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Keeps the notice about a completed action until the next page shows it, once. */
public final class Notices {
  private static final String KEY = "passerelle.notice";

  private Notices() {}

  /**
   * The sentence that confirms an act on the next page, after the commit, unless the work gave a
   * notice itself ({@link Act#notice}):
   *
   * <pre>{@code
   * @PostMapping("/prosecute/joint-teams/{team}/leave")
   * @Confirmed("prosecute.done.joint-left")
   * String leave(@PathVariable UUID team, Act act) { … }
   * }</pre>
   */
  @Documented
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Confirmed {
    /** Key of the sentence; empty if the next page itself says what came of it. */
    String value();
  }

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
