package org.passerelle.house.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The CSRF token repository: the token is kept in the session if there is one, otherwise in a
 * cookie that no script and no other site can read, so that an anonymous visitor costs the server
 * no session. Under TLS the cookie's prefix prevents sites of the same domain from setting it.
 */
@Component
@PublicProcess
class FormTokens implements CsrfTokenRepository {
  private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
  private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

  FormTokens(CookieRules.Transport transport) {
    inCookie.setCookieName(transport.cookie("form"));
    // scripts send the token in one header, wherever it is stored
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

  /**
   * Masks the token differently on each page (against BREACH); a token that was tampered with is
   * rejected.
   */
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
