package org.passerelle.house.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site has a browser send, even with a valid token: the browser says where it
 * comes from. {@code Sec-Fetch-Site} decides where there is one (Fetch Metadata, W3C); otherwise
 * {@code Origin} has to name this server. Neither is there from programs, and {@code Origin} is
 * {@code null} in forms of our own pages, since these send no referrer; the token decides alone
 * then. Thread-safe.
 */
final class OtherSites extends OncePerRequestFilter {
  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private final RequestMatcher withoutToken;
  private final String address;

  /**
   * Of a server.
   *
   * @param withoutToken what needs no token of a form, and is not looked at
   * @param address its public address, or null
   */
  OtherSites(RequestMatcher withoutToken, @Nullable String address) {
    this.withoutToken = withoutToken;
    this.address = address == null ? "" : authority(address);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!READ.contains(request.getMethod())
        && !withoutToken.matches(request)
        && isFromElsewhere(request)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isFromElsewhere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !OWN.contains(site);
    }
    String origin = request.getHeader("Origin");
    if (origin == null || origin.equals("null")) {
      return false;
    }
    String from = authority(origin);
    return from.isEmpty() || !(from.equals(host(request)) || from.equals(address));
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }

  /** Host and port of an address; empty if it has none. */
  private static String authority(String address) {
    try {
      String authority = URI.create(address).getRawAuthority();
      return authority == null
          ? ""
          : authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }
}
