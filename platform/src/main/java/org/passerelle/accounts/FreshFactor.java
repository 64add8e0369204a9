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
 * Confirmation of the second factor for sensitive actions. A page checks {@link #isFresh} and
 * redirects a user who still has to confirm to {@link #ask}, which leads back; the action itself
 * calls {@link #use}, which consumes the confirmation. A demonstration has no second factors and
 * requires no confirmation.
 */
@Component
public class FreshFactor {
  /** How long a confirmation is valid. */
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

  /** Whether the user confirmed within the last minutes and has not used the confirmation. */
  public boolean isFresh(SignedIn who, HttpServletRequest request) {
    if (settings.demo()) {
      return true;
    }
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(CONFIRMED) instanceof Confirmed confirmed
        && confirmed.user.equals(who.user())
        && confirmed.until.isAfter(clock.instant())
        // ignore a confirmation from before the clock was set back
        && !confirmed.until.isAfter(clock.instant().plus(COUNTS));
  }

  /** Consumes the confirmation; false if there is none. */
  public boolean use(SignedIn who, HttpServletRequest request) {
    boolean fresh = isFresh(who, request);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(CONFIRMED);
    }
    return fresh;
  }

  /**
   * Redirects to the page that asks for the second factor, and from there back.
   *
   * @param path path of this server
   * @return view name
   */
  public String ask(String path, HttpServletRequest request) {
    request.getSession().setAttribute(WANTED, path);
    return "redirect:/account/confirm";
  }

  /** Records a confirmation; returns the path to continue at. */
  public String confirmed(SignedIn who, HttpServletRequest request) {
    HttpSession session = request.getSession();
    session.setAttribute(CONFIRMED, new Confirmed(who.user(), clock.instant().plus(COUNTS)));
    Object wanted = session.getAttribute(WANTED);
    session.removeAttribute(WANTED);
    return wanted instanceof String path ? path : "/account";
  }
}
