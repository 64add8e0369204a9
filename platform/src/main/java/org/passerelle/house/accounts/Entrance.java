package org.passerelle.house.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.Devices;
import org.passerelle.accounts.signin.Outcome;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.PendingSignIn;
import org.passerelle.accounts.signin.SessionDoor;
import org.passerelle.accounts.signin.SignIn;
import org.passerelle.house.security.CookieRules;
import org.passerelle.house.security.HouseSession;
import org.passerelle.house.security.RequestedPage;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Browsers;
import org.passerelle.pages.LanguageChoice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * State of the sign-in process in the server session and in cookies. The session identifier changes
 * with every step, and a new session begins when sign-in is complete.
 */
@Component
class Entrance {
  private static final String PENDING = "passerelle.pending";
  private static final String SHOWN_ONCE = "passerelle.shown-once";

  private final SessionDoor door;
  private final Users users;
  private final OwnAccount own;
  private final Languages languages;
  private final Clock clock;
  private final CookieRules.Transport transport;
  private final RequestedPage way;

  Entrance(
      SessionDoor door,
      Users users,
      OwnAccount own,
      Languages languages,
      Clock clock,
      CookieRules.Transport transport,
      RequestedPage way) {
    this.door = door;
    this.users = users;
    this.own = own;
    this.languages = languages;
    this.clock = clock;
    this.transport = transport;
    this.way = way;
  }

  /** Whether the user was sent here from a page they had requested. */
  boolean isWanted(HttpServletRequest request) {
    return way.wanted(request).isPresent();
  }

  /** Where a request comes from. */
  SignIn.From from(HttpServletRequest request) {
    return new SignIn.From(request.getRemoteAddr(), device(request));
  }

  private @Nullable String device(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(c -> c.getName().equals(transport.cookie("device")))
        .map(Cookie::getValue)
        .filter(value -> value.length() <= 100)
        .findFirst()
        .orElse(null);
  }

  /**
   * The user who has given a password and still needs the second factor, unless that has expired.
   */
  Optional<PendingSignIn> pending(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(PENDING) instanceof PendingSignIn pending
        ? Optional.of(pending).filter(p -> p.stands(clock.instant()))
        : Optional.empty();
  }

  /** Keeps the state between two steps. */
  void keep(PendingSignIn pending, HttpServletRequest request) {
    request.getSession();
    request.changeSessionId();
    request.getSession().setAttribute(PENDING, pending);
  }

  /** Keeps the state after a wrong code; false if that was the last attempt. */
  boolean again(PendingSignIn next, HttpServletRequest request) {
    request.getSession().setAttribute(PENDING, next);
    return next.stands(clock.instant());
  }

  /** Redirects according to an outcome; the sign-in page itself handles a wrong password. */
  String onwards(Outcome outcome, HttpServletRequest request, HttpServletResponse response) {
    if (outcome instanceof Outcome.AskFactor ask) {
      keep(ask.pending(), request);
      return "redirect:/sign-in/second-factor";
    }
    if (outcome instanceof Outcome.AskEnrolment ask) {
      keep(ask.pending(), request);
      return "redirect:/sign-in/enrol";
    }
    return outcome instanceof Outcome.Right right
        ? "redirect:" + comeIn(right, List.of(), request, response)
        : "redirect:/sign-in";
  }

  /**
   * Completes the sign-in: a new session, and the device is remembered.
   *
   * @param codes recovery codes to be shown first
   * @return path to redirect to
   */
  String comeIn(
      Outcome.Right right,
      List<String> codes,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language language = LanguageChoice.of(request, languages);
    Optional<SessionDoor.Begun> begun =
        door.begin(right, Browsers.name(request), from(request), language);
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    if (begun.isEmpty()) {
      return "/sign-in";
    }
    Instant now = clock.instant();
    HttpSession session = request.getSession(true);
    session.setAttribute(HouseSession.KEY, new HouseSession(begun.get().session(), now, now, now));
    response.addHeader(HttpHeaders.SET_COOKIE, deviceCookie(begun.get().deviceCookie()));
    way.chosen(request).ifPresent(tag -> own.speak(begun.get().who(), languages.byTag(tag).tag()));
    users
        .find(right.user())
        .ifPresent(u -> LanguageChoice.keep(languages.byTag(u.language()), request, response));
    if (!codes.isEmpty()) {
      showOnce(request, codes);
      return "/account/recovery-codes";
    }
    String wanted = way.wanted(request).orElse("/");
    way.forget(response);
    return wanted;
  }

  private String deviceCookie(String content) {
    return ResponseCookie.from(transport.cookie("device"), content)
        .path("/")
        .maxAge(Devices.REMEMBERED)
        .httpOnly(true)
        .secure(transport.secure())
        .sameSite("Lax")
        .build()
        .toString();
  }

  /** Keeps a secret until the next page has shown it. */
  static void showOnce(HttpServletRequest request, List<String> secrets) {
    request.getSession().setAttribute(SHOWN_ONCE, new ArrayList<>(secrets));
  }

  /** Takes the secret to be shown now; empty if it was shown already. */
  static List<String> takeOnce(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SHOWN_ONCE) instanceof List<?> secrets) {
      session.removeAttribute(SHOWN_ONCE);
      return secrets.stream().map(String::valueOf).toList();
    }
    return List.of();
  }
}
