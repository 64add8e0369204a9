package org.passerelle.house.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.gate.BareProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Security rules of the API below {@code /api/}: a program sends a personal token with each request
 * ({@code Authorization: Bearer …}, RFC 6750) and gets its answers in JSON (RFC 9457).
 */
final class ApiDoor {
  private static final String BEARER = "Bearer ";

  private ApiDoor() {}

  static boolean isApi(HttpServletRequest request) {
    return request.getServletPath().startsWith("/api/");
  }

  static Optional<String> token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  static void unknown(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer realm=\"Passerelle\"");
    BareProblem.write(
        response,
        HttpStatus.UNAUTHORIZED,
        "detail",
        "This needs a personal token that still works. Make one in your account.");
  }

  /**
   * The token does not allow the request; resources that its user may not access at all answer "not
   * found".
   */
  static void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean there = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null;
    BareProblem.write(
        response,
        HttpStatus.NOT_FOUND,
        "detail",
        there
            ? "There is no such thing for this token. Maybe it lacks the scope, or its user the role."
            : "There is no such address.");
  }
}
