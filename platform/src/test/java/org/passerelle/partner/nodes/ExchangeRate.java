package org.passerelle.partner.nodes;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.referral.Referral;

/**
 * How fast referrals and hand-overs reach another node: {@code ExchangeRate [HOW MANY]}, a thousand
 * of each unless told. Two houses in one process, one on H2 and one on PostgreSQL; the way is cut
 * until all of them wait, then mended. Prints how many a second arrive and are confirmed, how long
 * one envelope takes until its receipt (through the wire of the tests, which is a server of its
 * own), CPU and heap.
 */
public final class ExchangeRate extends TwoNodes {

  /** Number of referrals. */
  public static void main(String[] arguments) {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    twoHouses();
    try {
      ExchangeRate rate = new ExchangeRate();
      rate.introduced();
      rate.basis = rate.scenes.consent(rate.scene, Set.of("identity", "case"), "adult", null);
      rate.round("warming up", Math.min(many, 300), rate::referral);
      rate.round(many + " referrals", many, rate::referral);
      HandOverScenes handOvers = new HandOverScenes(skopje);
      UUID recipient = rate.scene.recipient().organisation();
      UUID grounds = handOvers.consent(rate.scene.caseId(), recipient, null, rate.scene.sender());
      rate.round(
          many + " hand-overs",
          many,
          () -> handOvers.sent(rate.scene.caseId(), recipient, true, grounds, rate.scene.sender()));
    } finally {
      closed();
    }
    System.exit(0);
  }

  private UUID referral() {
    return scenes.sent(scene, basis);
  }

  private void round(String what, int many, Supplier<UUID> sent) {
    toAthens.cut();
    pass(Duration.ofMinutes(1));
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(sent.get());
    }
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> problem() != null);
    toAthens.took().clear();
    toAthens.mend();
    double cpu = cpu();
    long began = System.nanoTime();
    pass(Duration.ofHours(2));
    Awaitility.await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> waiting().isEmpty());
    double seconds = (System.nanoTime() - began) / 1e9;
    double used = cpu() - cpu;
    long there = all.stream().filter(id -> received(id) == 1).count();
    List<Referral> here = all.stream().map(id -> here().find(id, scene.sender())).toList();
    List<Double> took = toAthens.took().stream().sorted().toList();
    System.out.printf(
        "%s: %d there, %d confirmed, in %.1f s = %.0f a second; until the receipt p50 %.1f, p95 %.1f,"
            + " p99 %.1f ms; %.1f s of CPU for both houses and the wire; heap %d MB%n",
        what,
        there,
        here.stream().filter(one -> one.state().equals("sent")).count(),
        seconds,
        many / seconds,
        at(took, 0.5),
        at(took, 0.95),
        at(took, 0.99),
        used,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }

  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }
}
