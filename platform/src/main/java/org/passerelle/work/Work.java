package org.passerelle.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work as its user sees it. Immutable.
 *
 * @param done units done
 * @param expected units in all, 0 if not known
 * @param figures of the outcome, in their order
 * @param problem key of the sentence that says why it failed, or empty
 * @param problemArguments of that sentence
 * @param leadsTo path of the page that shows the outcome, or empty
 * @param startedAt when it began to run, or null
 * @param endedAt or null
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

  /** Hundredths done, or -1 if it cannot be known. */
  public int percent() {
    return expected <= 0 ? -1 : (int) Math.min(100, done * 100 / expected);
  }

  /**
   * How long it will still take if it goes on as it did, or null while nothing can be said: in the
   * first two seconds, and where the units are not known.
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
