package org.passerelle.intersection.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Multiples of points, compared with BouncyCastle. */
class PointMultiplicationTest {
  private static final List<ECPoint> POINTS =
      IntStream.of(1, 2, 3, 1_000_003, 77)
          .mapToObj(i -> Judge.point(BigInteger.valueOf(i)))
          .toList();

  /** As independent of each other and of the table windows as hashed names. */
  private static final List<ECPoint> POINTS_OF_CHANCE =
      IntStream.range(0, 5)
          .mapToObj(i -> Judge.point(new BigInteger(250, new Random(20_261_127 + i))))
          .toList();

  static Stream<BigInteger> secrets() {
    BigInteger n = PointMultiplication.ORDER;
    SecureRandom random = new SecureRandom();
    return Stream.concat(
        Stream.of(
            BigInteger.valueOf(64),
            BigInteger.valueOf(65),
            n.subtract(BigInteger.valueOf(64)),
            n.subtract(BigInteger.valueOf(65)),
            n.shiftRight(1),
            BigInteger.ONE.shiftLeft(255),
            BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)),
        Stream.generate(() -> new BigInteger(255, random)).limit(20));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void agreesWithBouncyCastle(BigInteger secret) {
    List<ECPoint> expected = POINTS.stream().map(p -> p.multiply(secret).normalize()).toList();
    assertThat(new PointMultiplication(secret).raise(Judge.points(POINTS)).octets())
        .isEqualTo(Judge.points(expected).octets());
    byte[] factor = octets(secret);
    List<ECPoint> masked =
        POINTS_OF_CHANCE.stream().map(p -> p.add(Judge.point(secret)).normalize()).toList();
    Masks.Factors factors = (place, to, at) -> System.arraycopy(factor, 0, to, at, 32);
    Points put = Masks.ofGenerator().put(Judge.points(POINTS_OF_CHANCE), factors);
    assertThat(put.octets()).isEqualTo(Judge.points(masked).octets());
    assertThat(Masks.ofGenerator().taken(put, factors).octets())
        .isEqualTo(Judge.points(POINTS_OF_CHANCE).octets());
  }

  private static byte[] octets(BigInteger secret) {
    byte[] octets = new byte[32];
    byte[] signed = secret.toByteArray();
    int length = Math.min(32, signed.length);
    System.arraycopy(signed, signed.length - length, octets, 32 - length, length);
    return octets;
  }

  @Test
  void manyAreRaisedAsEachAlone() {
    PointMultiplication secret = PointMultiplication.drawn(new SecureRandom());
    List<byte[]> inputs =
        IntStream.range(0, 1_100).mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)}).toList();
    byte[] together = secret.raise(Prf.hashed(inputs)).octets();
    for (int i : new int[] {0, 511, 512, 1_023, 1_024, 1_099}) {
      byte[] alone = secret.raise(Prf.hashed(List.of(inputs.get(i)))).octets();
      assertThat(java.util.Arrays.copyOfRange(together, i * 33, i * 33 + 33)).isEqualTo(alone);
    }
  }

  @Test
  void whatIsNoSecretIsRefused() {
    for (BigInteger bad :
        List.of(
            BigInteger.ZERO, BigInteger.ONE, BigInteger.valueOf(63), PointMultiplication.ORDER)) {
      assertThatThrownBy(() -> new PointMultiplication(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void pointsMadeToCoincideAreRefusedAndSpoilNothingSilently() {
    Points g = Judge.points(List.of(Judge.point(BigInteger.TWO)));
    byte[] minusTwo = octets(BigInteger.TWO);
    assertThatThrownBy(
            () ->
                Masks.ofGenerator()
                    .taken(g, (place, to, at) -> System.arraycopy(minusTwo, 0, to, at, 32)))
        .isInstanceOf(ArithmeticException.class);
  }
}
