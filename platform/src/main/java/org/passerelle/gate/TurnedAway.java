package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A request that goes no further: a person reads a page in their language, a program a problem (RFC
 * 9457). Nothing of what was sent is repeated, in neither.
 */
public enum TurnedAway {
  /** Bytes that are no text. */
  NOT_TEXT(HttpStatus.BAD_REQUEST, "not-text"),
  /** More than this place takes. */
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large"),
  /** A body that does not say how long it is. */
  NO_LENGTH(HttpStatus.LENGTH_REQUIRED, "incomplete"),
  /** A body that comes too slowly, or stopped coming. */
  TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "too-slow"),
  /** Too many bodies of one sender at the same time. */
  TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too-many"),
  /** A form that cannot be taken apart. */
  INCOMPLETE(HttpStatus.BAD_REQUEST, "incomplete"),
  /** A form with a file that cannot be taken apart. */
  BROKEN_FILE(HttpStatus.BAD_REQUEST, "upload");

  private static final String ATTRIBUTE = "passerelle.turned-away";
  private final HttpStatus status;
  private final String problem;

  TurnedAway(HttpStatus status, String problem) {
    this.status = status;
    this.problem = problem;
  }

  /** What it is answered with. */
  public HttpStatus status() {
    return status;
  }

  /** Key of its sentences, below {@code problem.}. */
  public String problem() {
    return problem;
  }

  /** Why the request was turned away, if it was. */
  public static Optional<TurnedAway> of(HttpServletRequest request) {
    return Optional.ofNullable((TurnedAway) request.getAttribute(ATTRIBUTE));
  }

  /** Whether the rest of the body is not even passed by. */
  boolean isHasty() {
    return this == TOO_SLOW || this == TOO_MANY || this == NO_LENGTH;
  }

  /** Notes it for whoever answers; the first reason stands. */
  void note(HttpServletRequest request) {
    if (of(request).isEmpty()) {
      request.setAttribute(ATTRIBUTE, this);
    }
  }

  /** Answers the request; nobody else may. */
  public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    note(request);
    if (response.isCommitted()) {
      return; // whoever sent it has left meanwhile
    }
    if (PhoneDoor.is(request)) {
      PhoneDoor.problem(response, status, this == TOO_MANY ? "busy" : problem);
      return;
    }
    if (!request.getRequestURI().startsWith("/api/")) {
      response.sendError(status.value());
      return;
    }
    BareProblem.write(response, status);
  }
}
