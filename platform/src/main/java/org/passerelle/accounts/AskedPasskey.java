package org.passerelle.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** What a browser was asked about a passkey, kept in its session until it answers, once. */
public final class AskedPasskey {
  /** Longest answer of a browser, in characters. */
  private static final int LONGEST_ANSWER = 100_000;

  private AskedPasskey() {}

  /**
   * Keeps it.
   *
   * @param what for which it is asked; an answer to something else does not count
   */
  public static void keep(HttpServletRequest request, String what, Object options) {
    request.getSession().setAttribute(what, options);
  }

  /** Takes it; nothing if this was not asked, or the answer is longer than any. */
  public static <T> Optional<T> take(
      HttpServletRequest request, String what, String answer, Class<T> type) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Object asked = session.getAttribute(what);
    session.removeAttribute(what);
    return isAnswer(answer) && type.isInstance(asked)
        ? Optional.of(type.cast(asked))
        : Optional.empty();
  }

  /** Whether it can be an answer at all. */
  public static boolean isAnswer(String answer) {
    return answer.length() <= LONGEST_ANSWER;
  }
}
