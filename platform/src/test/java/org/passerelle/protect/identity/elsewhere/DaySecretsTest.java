package org.passerelle.protect.identity.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.intersection.AskerSide;
import org.passerelle.intersection.Exchange;
import org.passerelle.storage.MovableClock;

/** How much memory a partner can occupy here: what it signed, and no more at a time. */
class DaySecretsTest {
  private static final int FULL = KnownMessages.POINTS_OF_A_PART * Parts.OCTETS;
  private final MovableClock clock = new MovableClock();
  private final DaySecrets secrets = new DaySecrets(clock);

  @Test
  void aPartIsAsLongAsTheSignedNumberSays() {
    DaySecrets.Asking round = round("north");
    int tokens = KnownMessages.POINTS_OF_A_PART + 3;
    assertThat(take(round, offered(round, tokens, 0, 2, FULL - 1))).isFalse();
    assertThat(take(round, offered(round, tokens, 0, 2, FULL))).isTrue();
    assertThat(take(round, offered(round, tokens, 1, 2, FULL))).isFalse();
    assertThat(take(round, offered(round, tokens, 2, 2, 99))).isFalse();
    assertThat(round.offer()).isEmpty();
    assertThat(take(round, offered(round, tokens, 1, 2, 99))).isTrue();
    assertThat(round.offer()).isPresent();
  }

  @Test
  void moreOrFewerPartsThanTheNumberNeedsAreRefused() {
    DaySecrets.Asking round = round("north");
    assertThat(take(round, offered(round, 3, 0, 200, FULL))).isFalse();
    assertThat(take(round, offered(round, 100_000, 0, 2, FULL))).isFalse();
    assertThat(round.held()).isZero();
  }

  @Test
  void aNodeOccupiesAtMostTheSizeOfTheLargestSet() {
    int largest = (int) (BufferLimits.MOST_OF_A_NODE / Parts.OCTETS);
    int parts = Parts.of(largest);
    DaySecrets.Asking first = round("north");
    DaySecrets.Asking second = round("north");
    DaySecrets.Asking elsewhere = round("south");
    assertThat(take(first, offered(first, largest, 0, parts, FULL))).isTrue();
    assertThat(take(second, offered(second, 20_000, 0, 2, FULL))).isFalse();
    assertThat(take(elsewhere, offered(elsewhere, 20_000, 0, 2, FULL))).isTrue();
    first.sent();
    assertThat(take(second, offered(second, 20_000, 0, 2, FULL))).isTrue();
    assertThat(take(first, offered(first, largest, 1, parts, FULL)))
        .as("what comes after it was raised is held no more")
        .isTrue();
    assertThat(first.held()).isZero();
  }

  private boolean take(DaySecrets.Asking round, KnownMessages.Offered part) {
    return secrets.take(part, round.pair);
  }

  private DaySecrets.Asking round(String node) {
    DaySecrets.Pair pair = new DaySecrets.Pair(UUID.randomUUID(), UUID.randomUUID());
    Exchange exchange =
        new Exchange(
            pair.far() + "@" + node,
            pair.organisation() + "@here",
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    DaySecrets.Asking made =
        new DaySecrets.Asking(
            UUID.randomUUID(),
            pair,
            exchange,
            new AskerSide(exchange, new SecureRandom()),
            Optional.empty());
    secrets.keep(made);
    return made;
  }

  private static KnownMessages.Offered offered(
      DaySecrets.Asking round, int tokens, int part, int parts, int octets) {
    return new KnownMessages.Offered(
        round.round,
        KnownMessages.MOST_FILES,
        tokens,
        "00",
        "AA",
        part,
        parts,
        KnownMessages.text(new byte[octets]));
  }
}
