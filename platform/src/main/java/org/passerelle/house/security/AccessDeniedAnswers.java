package org.passerelle.house.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.audit.AuditLog;
import org.passerelle.gate.PhoneDoor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers unauthorised requests: anonymous users are sent to the sign-in page, users without the
 * role get the same answer as for a page that does not exist, and a form without its CSRF token is
 * refused.
 */
@Component
class AccessDeniedAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final AuditLog audit;
  private final RequestedPage way;

  AccessDeniedAnswers(AuditLog audit, RequestedPage way) {
    this.audit = audit;
    this.way = way;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (ApiDoor.isApi(request)) {
      ApiDoor.unknown(response);
      return;
    }
    if (PhoneDoor.is(request)) {
      PhoneDoor.problem(response, HttpStatus.UNAUTHORIZED, "signed-out");
      return;
    }
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      return;
    }
    if (!request.getMethod().equals("GET")) {
      // the session expired while somebody was writing: the error page shows what they wrote
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    if (hasHandler(request)) {
      way.want(request.getRequestURI(), response);
    }
    response.sendRedirect("/sign-in");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (PhoneDoor.is(request)) {
      phone(request, response, why);
      return;
    }
    if (why instanceof CsrfException) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof SignedInAuthentication signedIn && hasHandler(request)) {
      refused(signedIn, request);
    }
    if (ApiDoor.isApi(request)) {
      ApiDoor.refused(request, response);
      return;
    }
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  /** A token that expired with its session: the user gets another one when signing in again. */
  private void phone(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (!(authentication instanceof SignedInAuthentication signedIn)) {
      PhoneDoor.problem(response, HttpStatus.UNAUTHORIZED, "signed-out");
      return;
    }
    if (why instanceof CsrfException) {
      PhoneDoor.problem(response, HttpStatus.FORBIDDEN, "stale");
      return;
    }
    refused(signedIn, request);
    PhoneDoor.problem(response, HttpStatus.NOT_FOUND, "not-found");
  }

  private void refused(SignedInAuthentication signedIn, HttpServletRequest request) {
    audit.write(
        signedIn.getPrincipal(),
        "access.refused",
        "route",
        null,
        Map.of("method", request.getMethod(), "route", pattern(request)));
  }

  private static boolean hasHandler(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null;
  }

  /** The pattern, not the address: an address could contain what somebody typed. */
  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }
}
