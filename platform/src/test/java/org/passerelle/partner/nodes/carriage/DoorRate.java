package org.passerelle.partner.nodes.carriage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.House.Database;

/**
 * What a crowd at the door of nodes costs those who are known: {@code DoorRate H2|POSTGRESQL
 * [SECONDS]}, thirty seconds each unless told. A partner brings four envelopes a second and a
 * colleague opens the list of cases twice a second, first with nobody else there, then beside
 * thirty connections that repeat one captured envelope, then beside thirty that bring envelopes of
 * a node nobody knows: {@link DoorStrangers}, a process of its own, once with its full part of the
 * machine and once with what nobody else wants ({@code nice}), which leaves what they cost the
 * house. Prints p50 and p95 in ms of both, what was not answered with 200, the CPU of the house and
 * the heap after each.
 */
public final class DoorRate extends DoorScene {
  private static final int STRANGERS = 30;
  private static final int WARM_SECONDS = 60;
  private final Browser colleague;

  private DoorRate(House house) {
    this.house = house;
    Member member = Member.of(house, Role.CASE_MANAGER);
    for (int i = 0; i < 50; i++) {
      SomeCase.in("RS").open(house, Staff.signedIn(member.user()));
    }
    this.colleague = member.browser();
    aPartner();
  }

  /** Arguments as above. */
  public static void main(String[] arguments) throws Exception {
    Database database = Database.valueOf(arguments.length > 0 ? arguments[0] : "H2");
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
    DoorRate rate = new DoorRate(House.on(database));
    String captured = rate.node.sealed(rate.node.envelope("ping", null, "{}"));
    rate.bring(captured);
    StubNode unknown = new StubNode(rate.house, "http://127.0.0.1:9");
    List<String> foreign = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      foreign.add(unknown.sealed(unknown.envelope("ping", null, "{}")));
    }
    rate.beside("warming up", List.of(), false, WARM_SECONDS);
    rate.beside("quiet", List.of(), false, seconds);
    for (boolean nice : new boolean[] {false, true}) {
      String how = nice ? ", niced" : "";
      rate.beside("30 repeat an envelope" + how, List.of(captured), nice, seconds);
      rate.beside("30 of a node that nobody knows" + how, foreign, nice, seconds);
    }
    rate.beside("quiet again", List.of(), false, seconds);
    System.exit(0);
  }

  private void beside(String what, List<String> envelopes, boolean nice, int seconds)
      throws Exception {
    Process strangers = envelopes.isEmpty() ? null : strangers(envelopes, nice);
    AtomicInteger refused = new AtomicInteger();
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    List<ScheduledFuture<?>> work = new ArrayList<>();
    List<Double> partner = Collections.synchronizedList(new ArrayList<>());
    List<Double> pages = Collections.synchronizedList(new ArrayList<>());
    long cpu = cpuMillis();
    work.add(
        threads.scheduleAtFixedRate(
            timed(
                partner,
                refused,
                () -> bring(node.sealed(node.envelope("ping", null, "{}"))).statusCode()),
            0,
            250,
            TimeUnit.MILLISECONDS));
    work.add(
        threads.scheduleAtFixedRate(
            timed(pages, refused, () -> colleague.get("/protect/cases").status()),
            0,
            500,
            TimeUnit.MILLISECONDS));
    try {
      // it ends by itself only when it failed
      work.get(work.size() - 1).get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException over) {
      work.forEach(one -> one.cancel(false));
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
    cpu = cpuMillis() - cpu;
    String crowd = strangers == null ? "nobody" : ended(strangers);
    System.gc();
    System.out.printf(
        "%-38s partner p50 %.1f p95 %.1f · page p50 %.1f p95 %.1f ms · %d not answered with 200 ·"
            + " house %.1f s of CPU · heap %d MB · strangers %s%n",
        what,
        at(partner, 0.5),
        at(partner, 0.95),
        at(pages, 0.5),
        at(pages, 0.95),
        refused.get(),
        cpu / 1e3,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
        crowd);
  }

  private Process strangers(List<String> envelopes, boolean nice) throws IOException {
    Path file = Files.createTempFile("envelopes", ".txt");
    Files.write(file, envelopes);
    file.toFile().deleteOnExit();
    List<String> command = new ArrayList<>(nice ? List.of("nice", "-n", "19") : List.of());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DoorStrangers.class.getName(),
            Integer.toString(URI.create(house.address()).getPort()),
            file.toString(),
            Integer.toString(STRANGERS)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String ended(Process strangers) throws IOException, InterruptedException {
    strangers.getOutputStream().close();
    String said = new String(strangers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    strangers.waitFor();
    return said.strip();
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static Runnable timed(List<Double> took, AtomicInteger refused, Supplier<Integer> work) {
    return () -> {
      long began = System.nanoTime();
      if (work.get() != 200) {
        refused.incrementAndGet();
      }
      took.add((System.nanoTime() - began) / 1e6);
    };
  }

  private static double at(List<Double> took, double share) {
    List<Double> sorted = took.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }
}
