package org.passerelle.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The pending passkey challenge, kept in the session until the browser answers, once. */
public final class AskedPasskey {
  /** Longest accepted answer of a browser, in characters. */
  private static final int LONGEST_ANSWER = 100_000;

  private AskedPasskey() {}

  /**
   * Stores a challenge.
   *
   * @param what its purpose; an answer for another purpose is not accepted
   */
  public static void keep(HttpServletRequest request, String what, Object options) {
    request.getSession().setAttribute(what, options);
  }

  /** Takes the challenge; empty if there is none for this purpose, or the answer is too long. */
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

  /** Whether the text can be an answer at all. */
  public static boolean isAnswer(String answer) {
    return answer.length() <= LONGEST_ANSWER;
  }
}
