package org.passerelle.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A problem (RFC 9457) that is answered before any handler could, in no reader's language. */
public final class BareProblem {
  private BareProblem() {}

  /** Answers with nothing but the status. */
  static void write(HttpServletResponse response, HttpStatus status) throws IOException {
    whole(response, status, "");
  }

  /**
   * Answers.
   *
   * @param member of the problem that says more, {@code code} or {@code detail}
   * @param text of it, of this program and never of whoever asks: it is not escaped
   */
  public static void write(
      HttpServletResponse response, HttpStatus status, String member, String text)
      throws IOException {
    whole(response, status, ",\"%s\":\"%s\"".formatted(member, text));
  }

  private static void whole(HttpServletResponse response, HttpStatus status, String more)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d%s}"
                .formatted(status.getReasonPhrase(), status.value(), more)
                .getBytes(StandardCharsets.UTF_8));
  }
}
