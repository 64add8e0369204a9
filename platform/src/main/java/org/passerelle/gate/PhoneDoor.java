package org.passerelle.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The doors of phones: what the pages that work without a network ask and hand in. Whoever comes is
 * signed in as on a page, and is answered in JSON, with problems as RFC 9457 has them.
 */
public final class PhoneDoor {
  /** Where records and papers are handed in. */
  public static final String RECORDS = "/phone/records/";

  /** Longest sealed record, in bytes. */
  public static final int MOST_OF_A_RECORD = 2 << 20;

  /** Bytes of a piece of a paper; the last one may be shorter. */
  public static final int PIECE = 256 << 10;

  private static final List<String> DOORS =
      List.of("/phone/here", "/phone/enrolments", "/phone/key", "/phone/pack", "/phone/along");

  private PhoneDoor() {}

  /** Whether a request comes to one of them. */
  public static boolean is(HttpServletRequest request) {
    return is(request.getRequestURI());
  }

  /** Whether a path is one of theirs. */
  public static boolean is(String path) {
    return path.startsWith(RECORDS) || DOORS.contains(path);
  }

  /** The most bytes that somebody who is signed in may bring there. */
  static long most(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!path.startsWith(RECORDS)) {
      return BodyLimits.SMALL;
    }
    return path.contains("/papers/") ? PIECE : MOST_OF_A_RECORD;
  }

  /**
   * Answers before any handler could, in no language.
   *
   * @param code of the problem
   */
  public static void problem(HttpServletResponse response, HttpStatus status, String code)
      throws IOException {
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      response.setHeader("Retry-After", "10");
    }
    BareProblem.write(response, status, "code", code);
  }
}
