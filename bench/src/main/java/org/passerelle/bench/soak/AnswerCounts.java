package org.passerelle.bench.soak;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** The answers of the server: count of each status, and each unexpected answer by name. */
final class AnswerCounts {
  private final ConcurrentMap<String, LongAdder> statuses = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> unexpected = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> examples = new ConcurrentHashMap<>();
  private final Set<String> routes = ConcurrentHashMap.newKeySet();
  private final PrintStream out;

  /** Prints every unexpected answer to this stream at once. */
  AnswerCounts(PrintStream out) {
    this.out = out;
  }

  void answer(String method, String route, int status) {
    routes.add(method + " " + route);
    statuses.computeIfAbsent(method + " " + status, s -> new LongAdder()).increment();
  }

  /**
   * Records an unexpected answer.
   *
   * @param what route, role and status
   * @param example one request of it
   */
  void unexpected(String what, String example) {
    unexpected.computeIfAbsent(what, w -> new LongAdder()).increment();
    if (examples.putIfAbsent(what, example) == null) {
      out.printf("NOT EXPECTED %s (first: %s)%n", what, example);
    }
  }

  /** Routes that were requested. */
  Set<String> routes() {
    return new TreeSet<>(routes);
  }

  /** Requests by method and status. */
  Map<String, Long> statuses() {
    Map<String, Long> sums = new TreeMap<>();
    statuses.forEach((status, count) -> sums.put(status, count.sum()));
    return sums;
  }

  /** Unexpected answers with their count and first request. */
  Map<String, String> unexpected() {
    Map<String, String> named = new TreeMap<>();
    unexpected.forEach(
        (what, count) ->
            named.put(what, "%d times, first: %s".formatted(count.sum(), examples.get(what))));
    return named;
  }
}
