package org.passerelle.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures how full the JVM's code cache is. A JVM whose code cache is full stops compiling, and
 * all code that is not yet compiled runs many times slower; the launcher reserves 256 MB.
 */
@Component
public class CompiledCode {
  private static final Logger LOG = LoggerFactory.getLogger(CompiledCode.class);
  private static final double FULL = 0.9;
  private static final Duration BETWEEN_WARNINGS = Duration.ofHours(6);
  private final Clock clock;
  private Instant warned = Instant.MIN;

  CompiledCode(Clock clock) {
    this.clock = clock;
  }

  /** The usage as text, such as {@code compiled code: 41 of 256 MB}. */
  public String said() {
    return String.format(Locale.ROOT, "compiled code: %d of %d MB", used() >> 20, room() >> 20);
  }

  @Scheduled(
      initialDelayString = "${schedule.storage.compiled-code.after}",
      fixedDelayString = "${schedule.storage.compiled-code.every}")
  void look() {
    Instant now = clock.instant();
    if (used() > FULL * room() && warned.isBefore(now.minus(BETWEEN_WARNINGS))) {
      warned = now;
      LOG.warn(
          "The room for {} is nearly full; when it is, this server becomes slow. Maybe start it with"
              + " PASSERELLE_JAVA_OPTIONS=-XX:ReservedCodeCacheSize=512m.",
          said());
    }
  }

  private static long used() {
    return pools().stream().mapToLong(MemoryUsage::getUsed).sum();
  }

  private static long room() {
    return pools().stream().mapToLong(MemoryUsage::getMax).sum();
  }

  /** The memory pools of the code cache: one pool, or one for each kind of code. */
  private static List<MemoryUsage> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().startsWith("Code"))
        .map(MemoryPoolMXBean::getUsage)
        .toList();
  }
}
