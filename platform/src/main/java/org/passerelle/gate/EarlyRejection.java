package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Reasons for rejecting a request early: a person gets a page in their language, a program a
 * problem (RFC 9457). Neither repeats any of the content.
 */
public enum EarlyRejection {
  /** Bytes that are not valid text. */
  NOT_TEXT(HttpStatus.BAD_REQUEST, "not-text"),
  /** Larger than this endpoint accepts. */
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large"),
  /** A body without a length. */
  NO_LENGTH(HttpStatus.LENGTH_REQUIRED, "incomplete"),
  /** A body that arrives too slowly, or stopped arriving. */
  TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "too-slow"),
  /** Too many parallel bodies of one sender. */
  TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too-many"),
  /** A malformed form. */
  INCOMPLETE(HttpStatus.BAD_REQUEST, "incomplete"),
  /** A malformed form with a file. */
  BROKEN_FILE(HttpStatus.BAD_REQUEST, "upload");

  private static final String ATTRIBUTE = "passerelle.turned-away";
  private final HttpStatus status;
  private final String problem;

  EarlyRejection(HttpStatus status, String problem) {
    this.status = status;
    this.problem = problem;
  }

  /** Status of the response. */
  public HttpStatus status() {
    return status;
  }

  /** Key of its messages, below {@code problem.}. */
  public String problem() {
    return problem;
  }

  /** Why the request was rejected, if it was. */
  public static Optional<EarlyRejection> of(HttpServletRequest request) {
    return Optional.ofNullable((EarlyRejection) request.getAttribute(ATTRIBUTE));
  }

  /** Whether the rest of the body is not even discarded by reading it. */
  boolean isHasty() {
    return this == TOO_SLOW || this == TOO_MANY || this == NO_LENGTH;
  }

  /** Records the reason for the code that answers; the first one is kept. */
  void note(HttpServletRequest request) {
    if (of(request).isEmpty()) {
      request.setAttribute(ATTRIBUTE, this);
    }
  }

  /** Answers the request; nothing else may answer it. */
  public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    note(request);
    if (response.isCommitted()) {
      return; // the client has disconnected meanwhile
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
