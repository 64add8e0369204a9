package org.passerelle.house.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What an anonymous visitor brings along until signed in: the page they requested and the language
 * they chose. It is kept in a cookie, since they may never sign in. No link can set it: only the
 * server does, and only to a page of its own.
 */
@Component
public class RequestedPage {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Pattern PAGE = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_.-]{0,400}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z-]{2,12}");
  private final String wanted;
  private final String chosen;
  private final boolean secure;

  RequestedPage(CookieRules.Transport transport) {
    this.wanted = transport.cookie("wanted");
    this.chosen = transport.cookie("chosen");
    this.secure = transport.secure();
  }

  /** Stores the requested page. */
  void want(String page, HttpServletResponse response) {
    if (PAGE.matcher(page).matches()) {
      set(wanted, page, KEPT, response);
    }
  }

  /** The requested page. */
  public Optional<String> wanted(HttpServletRequest request) {
    return kept(wanted, PAGE, request);
  }

  /** Stores the chosen language. */
  public void choose(String tag, HttpServletResponse response) {
    set(chosen, tag, KEPT, response);
  }

  /** The chosen language. */
  public Optional<String> chosen(HttpServletRequest request) {
    return kept(chosen, TAG, request);
  }

  /** Clears both after sign-in. */
  public void forget(HttpServletResponse response) {
    set(wanted, "", Duration.ZERO, response);
    set(chosen, "", Duration.ZERO, response);
  }

  private static Optional<String> kept(String name, Pattern form, HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(c -> c.getName().equals(name))
        .map(Cookie::getValue)
        .filter(value -> form.matcher(value).matches())
        .findFirst();
  }

  private void set(String name, String value, Duration age, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(age)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .build()
            .toString());
  }
}
