package org.passerelle.linkage.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.linkage.InventedPersons;
import org.passerelle.linkage.encoding.Clk;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.linkage.encoding.Saul;
import org.passerelle.linkage.encoding.Scheme;

/**
 * What becomes of encodings in the hands of an attacker who holds names and no key. That the attack
 * breaks Bloom filters shows that it is one; only then does its failure say something.
 */
@Tag("slow")
@Tag("long")
class AttackTest {
  private static final int SIZE = 1000;
  private static final int CAPTURED = 10_000;

  /** One is expected; as many come by chance less than once in ten thousand times. */
  private static final int MORE_THAN_CHANCE = 6;

  private static long[][] persons = new long[0][];

  @BeforeAll
  static void invent() {
    persons = InventedPersons.grams(1800, 21);
  }

  private static EncodingKey key(long number) {
    return EncodingKey.of(("a key made up " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static double share(LongFunction<Scheme> schemes, int size, double overlap) {
    GraphMatching attack = new GraphMatching(schemes, 5);
    return Reidentified.by(attack::run, persons, size, overlap, schemes, 9).share();
  }

  @Test
  void bloomFiltersFall() {
    assertThat(share(n -> new Clk(key(n)), 600, 1)).isGreaterThanOrEqualTo(0.5);
    assertThat(share(n -> new Clk(key(n)), SIZE, 0.2)).isGreaterThanOrEqualTo(0.1);
  }

  @Test
  void hardenedEncodingsHold() {
    assertThat(share(n -> new Saul(key(n), Saul.USUAL), SIZE, 0.2)).isLessThanOrEqualTo(0.01);
  }

  @Test
  void whatIsOftenestTellsNothingOfWholeRecords() {
    assertThat(
            Reidentified.by(
                    FrequencyMatching::run,
                    persons,
                    SIZE,
                    0.2,
                    n -> new Saul(key(n), Saul.USUAL),
                    9)
                .share())
        .isLessThanOrEqualTo(0.01);
  }

  /**
   * As many as a partner would see in months, all under the key of one round, and an attacker who
   * holds every one of those people in clear: the worst that can be captured. By chance one of them
   * is named rightly.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.2})
  void tenThousandCapturedUnderOneKeyTellNoMoreThanChance(double overlap) {
    long[][] many = InventedPersons.grams((int) (CAPTURED * (2 - overlap)), 22);
    Reidentified found =
        Reidentified.by(
            FrequencyMatching::run, many, CAPTURED, overlap, n -> new Saul(key(n), Saul.USUAL), 9);
    assertThat(found.common()).isEqualTo((int) (CAPTURED * overlap));
    assertThat(found.right()).isLessThanOrEqualTo(MORE_THAN_CHANCE);
  }
}
