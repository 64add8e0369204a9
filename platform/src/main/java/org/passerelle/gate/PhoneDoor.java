package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The endpoints for phones: used by pages that work offline. The user is signed in as on a page,
 * and gets answers in JSON, with problems according to RFC 9457.
 */
public final class PhoneDoor {
  /** Path for submitting records and documents. */
  public static final String RECORDS = "/phone/records/";

  /** Maximum size of a sealed record in bytes. */
  public static final int MOST_OF_A_RECORD = 2 << 20;

  /** Size of a chunk of a document in bytes; the last one may be shorter. */
  public static final int PIECE = 256 << 10;

  private static final List<String> DOORS =
      List.of("/phone/here", "/phone/enrolments", "/phone/key", "/phone/pack", "/phone/along");

  private PhoneDoor() {}

  /** Whether a request is for one of these endpoints. */
  public static boolean is(HttpServletRequest request) {
    return is(request.getRequestURI());
  }

  /** Whether a path belongs to these endpoints. */
  public static boolean is(String path) {
    return path.startsWith(RECORDS) || DOORS.contains(path);
  }

  /** Maximum number of bytes that a signed-in user may send there. */
  static long most(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!path.startsWith(RECORDS)) {
      return BodyLimits.SMALL;
    }
    return path.contains("/papers/") ? PIECE : MOST_OF_A_RECORD;
  }

  /**
   * Answers before any handler is reached, without translation.
   *
   * @param code code of the problem
   */
  public static void problem(HttpServletResponse response, HttpStatus status, String code)
      throws IOException {
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      response.setHeader("Retry-After", "10");
    }
    BareProblem.write(response, status, "code", code);
  }
}
