package org.passerelle.bench.soak;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last links any user followed; other users try them too. */
final class Shared {
  private static final int KEPT = 500;
  private final AtomicReferenceArray<String> links = new AtomicReferenceArray<>(KEPT);
  private final AtomicInteger next = new AtomicInteger();

  void saw(String link) {
    links.set(Math.floorMod(next.getAndIncrement(), KEPT), link);
  }

  String any(Random random) {
    String link = links.get(random.nextInt(KEPT));
    return link == null ? "/" : link;
  }
}
