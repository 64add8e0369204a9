package org.passerelle.protect.identity.elsewhere;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.intersection.AskerSide;
import org.passerelle.intersection.Exchange;
import org.passerelle.storage.MovableClock;

/**
 * A partner that offers the largest possible sets without end: {@code OffersWithoutEnd [SETS]}, two
 * hundred by default, each for another of its organisations, each of 200,000 files with the maximum
 * number of points. Its messages are read as they arrive. Prints after every twentieth how many
 * bytes of how many were accepted, and the heap after a collection.
 */
public final class OffersWithoutEnd {
  private static final int EVERY = 20;
  private final Clock clock = new MovableClock();
  private final DaySecrets secrets = new DaySecrets(clock);
  private final int tokens = (int) (BufferLimits.MOST_OF_A_NODE / Parts.OCTETS);
  private long offered;
  private long taken;

  /** Number of sets. */
  public static void main(String[] arguments) {
    int sets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    OffersWithoutEnd partner = new OffersWithoutEnd();
    partner.print(0);
    for (int i = 1; i <= sets; i++) {
      partner.offer();
      if (i % EVERY == 0) {
        partner.print(i);
      }
    }
  }

  /** All parts of one set, even after the first was refused. */
  private void offer() {
    DaySecrets.Pair pair = new DaySecrets.Pair(UUID.randomUUID(), UUID.randomUUID());
    Exchange exchange =
        new Exchange(
            pair.far() + "@north",
            pair.organisation() + "@here",
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    DaySecrets.Asking round =
        new DaySecrets.Asking(
            UUID.randomUUID(),
            pair,
            exchange,
            new AskerSide(exchange, new SecureRandom()),
            Optional.empty());
    secrets.keep(round);
    int parts = Parts.of(tokens);
    for (int part = 0; part < parts; part++) {
      int points =
          Math.min(KnownMessages.POINTS_OF_A_PART, tokens - part * KnownMessages.POINTS_OF_A_PART);
      String body =
          KnownMessages.write(
              new KnownMessages.Offered(
                  round.round,
                  KnownMessages.MOST_FILES,
                  tokens,
                  "00",
                  "AA",
                  part,
                  parts,
                  KnownMessages.text(new byte[points * Parts.OCTETS])));
      offered += (long) points * Parts.OCTETS;
      if (secrets.take(KnownMessages.read(body, KnownMessages.Offered.class), pair)) {
        taken += (long) points * Parts.OCTETS;
      }
    }
  }

  private void print(int sets) {
    System.gc();
    Runtime here = Runtime.getRuntime();
    System.out.printf(
        "%3d sets: %d of %d MB taken · heap %d MB%n",
        sets, taken >> 20, offered >> 20, (here.totalMemory() - here.freeMemory()) >> 20);
  }
}
