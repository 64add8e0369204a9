package org.passerelle.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Background work as its user sees it. Immutable.
 *
 * @param done units done
 * @param expected total units, 0 if unknown
 * @param figures figures of the result, in order
 * @param problem key of the message that says why it failed, or empty
 * @param problemArguments arguments of that message
 * @param leadsTo path of the page that shows the result, or empty
 * @param startedAt when it began to run, or null
 * @param endedAt when it ended, or null
 * @param expiresAt when its files are destroyed
 */
public record Work(
    UUID id,
    UUID user,
    UUID organisation,
    String kind,
    String back,
    WorkState state,
    long done,
    long expected,
    Map<String, Long> figures,
    String problem,
    List<String> problemArguments,
    String leadsTo,
    Instant askedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Instant expiresAt,
    boolean cancelAsked) {
  public Work {
    figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    problemArguments = List.copyOf(problemArguments);
  }

  /** Percentage done, or -1 if unknown. */
  public int percent() {
    return expected <= 0 ? -1 : (int) Math.min(100, done * 100 / expected);
  }

  /**
   * Estimated remaining time, or null if there is no estimate: in the first two seconds, and
   * without a known total.
   */
  public @Nullable Duration remaining(Instant now) {
    if (state != WorkState.RUNNING || startedAt == null || expected <= 0 || done <= 0) {
      return null;
    }
    long so = Duration.between(startedAt, now).toMillis();
    return so < 2_000
        ? null
        : Duration.ofMillis((long) ((double) so * Math.max(0, expected - done) / done));
  }
}
