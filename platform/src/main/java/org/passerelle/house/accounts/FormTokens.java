package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The token that a form of this house carries: in the session where there is one, else in a cookie
 * that no script and no other site reads, so that a stranger who only looks costs the server
 * nothing. Under TLS the cookie's prefix keeps neighbours of the same domain from setting it.
 */
@Component
class FormTokens implements CsrfTokenRepository {
  private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
  private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

  FormTokens(CookieRules.Transport transport) {
    inCookie.setCookieName(transport.cookie("form"));
    // a script sends it in one header, wherever it is kept
    inCookie.setHeaderName("X-CSRF-TOKEN");
    inCookie.setCookiePath("/");
    inCookie.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(transport.secure()).sameSite("Lax"));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return place(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    place(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return place(request).loadToken(request);
  }

  private CsrfTokenRepository place(HttpServletRequest request) {
    return request.getSession(false) == null ? inCookie : inSession;
  }

  /** What a form brings is hidden anew on each page; a token that was tampered with is no token. */
  static final class Brought implements CsrfTokenRequestHandler {
    private final XorCsrfTokenRequestAttributeHandler hidden =
        new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(
        HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
      hidden.handle(request, response, token);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
      try {
        return hidden.resolveCsrfTokenValue(request, token);
      } catch (IllegalArgumentException noText) {
        return null;
      }
    }
  }
}
