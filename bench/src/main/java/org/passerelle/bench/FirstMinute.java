package org.passerelle.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The first requests after a start: {@code FirstMinute http://localhost:PORT PROCESS}, started as
 * soon as a demonstration reports that it is open. Ten people sign in and click once a second, as
 * in {@link CaseLoad}. Prints their waiting times in the first fifteen seconds, in the rest of the
 * first minute and in the second minute, with the CPU time of the server, which does not depend on
 * other work of the machine.
 */
public final class FirstMinute {
  private static final int PEOPLE = 10;
  private static final int PAUSE = 1_000;
  private static final List<Integer> SECONDS = List.of(15, 45, 60);

  private FirstMinute() {}

  /** Address, process id of the server. */
  public static void main(String[] arguments) throws Exception {
    String base = arguments[0];
    long process = Long.parseLong(arguments[1]);
    List<CaseLoad.Person> people = CaseLoad.people(base, PEOPLE);
    int from = 0;
    for (int seconds : SECONDS) {
      Duration cpu = cpu(process);
      new CaseLoad(base)
          .run("seconds %d to %d".formatted(from, from + seconds), people, seconds, PAUSE, process);
      System.out.printf(
          Locale.ROOT,
          "  the server took %.1f s of CPU%n",
          cpu(process).minus(cpu).toMillis() / 1e3);
      from += seconds;
    }
  }

  private static Duration cpu(long process) {
    return ProcessHandle.of(process)
        .flatMap(house -> house.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
