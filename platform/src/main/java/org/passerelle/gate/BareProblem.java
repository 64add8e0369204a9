package org.passerelle.gate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A problem (RFC 9457) answered before any handler is reached, without translation. */
public final class BareProblem {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BareProblem() {}

  /** Answers with the status only. */
  static void write(HttpServletResponse response, HttpStatus status) throws IOException {
    whole(response, status, Map.of());
  }

  /**
   * Answers with a problem.
   *
   * @param member additional member of the problem, {@code code} or {@code detail}
   * @param text value of that member
   */
  public static void write(
      HttpServletResponse response, HttpStatus status, String member, String text)
      throws IOException {
    whole(response, status, Map.of(member, text));
  }

  private static void whole(
      HttpServletResponse response, HttpStatus status, Map<String, String> more)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.putAll(more);
    response.getOutputStream().write(JSON.writeValueAsBytes(problem));
  }
}
