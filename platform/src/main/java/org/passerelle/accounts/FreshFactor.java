package org.passerelle.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Some acts need the second factor once more, just before them. A page asks {@link #isFresh} and
 * sends whoever has to give it to {@link #ask}, which leads back; the act itself calls {@link #use}
 * and so takes the confirmation with it. A demonstration has no second factors and asks for none.
 */
@Component
public class FreshFactor {
  /** How long a confirmation waits for its act. */
  static final Duration COUNTS = Duration.ofMinutes(5);

  private static final String CONFIRMED = "passerelle.factor-confirmed";
  private static final String WANTED = "passerelle.factor-wanted-for";
  private final PlatformSettings settings;
  private final Clock clock;

  FreshFactor(PlatformSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Confirmed(UUID user, Instant until) implements Serializable {}

  /** Whether the reader has confirmed within the last minutes, for no act yet. */
  public boolean isFresh(SignedIn who, HttpServletRequest request) {
    if (settings.demo()) {
      return true;
    }
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(CONFIRMED) instanceof Confirmed confirmed
        && confirmed.user.equals(who.user())
        && confirmed.until.isAfter(clock.instant())
        // not one of a clock that was since set back
        && !confirmed.until.isAfter(clock.instant().plus(COUNTS));
  }

  /** Uses the confirmation up; false if there is none. */
  public boolean use(SignedIn who, HttpServletRequest request) {
    boolean fresh = isFresh(who, request);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(CONFIRMED);
    }
    return fresh;
  }

  /**
   * Leads to the page that asks for the second factor and from there to where it was wanted.
   *
   * @param path of this house
   * @return view name
   */
  public String ask(String path, HttpServletRequest request) {
    request.getSession().setAttribute(WANTED, path);
    return "redirect:/account/confirm";
  }

  /** Notes a confirmation; gives the path to go to. */
  public String confirmed(SignedIn who, HttpServletRequest request) {
    HttpSession session = request.getSession();
    session.setAttribute(CONFIRMED, new Confirmed(who.user(), clock.instant().plus(COUNTS)));
    Object wanted = session.getAttribute(WANTED);
    session.removeAttribute(WANTED);
    return wanted instanceof String path ? path : "/account";
  }
}
