package org.passerelle.intersection.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid points are rejected, whatever is beside them. */
class PointsTest {
  private static final String G =
      "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296";
  private static final String ZEROS = "0".repeat(64);

  @Test
  void readsAndWritesAsBouncyCastle() {
    List<ECPoint> points =
        IntStream.rangeClosed(1, 700).mapToObj(i -> Judge.point(BigInteger.valueOf(i))).toList();
    Points read = Judge.points(points);
    byte[] octets = read.octets();
    byte[] y = new byte[32];
    for (int i = 0; i < points.size(); i++) {
      byte[] one = java.util.Arrays.copyOfRange(octets, i * 33, i * 33 + 33);
      assertThat(one).isEqualTo(points.get(i).getEncoded(true));
      Field.write(read.y, i * Field.LIMBS, y, 0);
      assertThat(y).isEqualTo(points.get(i).getAffineYCoord().getEncoded());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "infinity as one octet, 00",
    "infinity padded, 00" + "0000000000000000000000000000000000000000000000000000000000000000",
    "a point cut, 036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2",
    "a point too long, 036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c29600",
    "hybrid form, 066b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
    "uncompressed form, 046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
    "the prime itself, 02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
    "beyond the prime, 02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
  })
  void aBadEncodingIsRefused(String what, String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Points.read(octets)).as(what).isInstanceOf(BadPoint.class);
    byte[] beside = HexFormat.of().parseHex(G + hex);
    assertThatThrownBy(() -> Points.read(beside)).as(what).isInstanceOf(BadPoint.class);
  }

  /** Half of all coordinates belong to the twist, whose order has small factors. */
  @Test
  void aPointOfTheTwistIsRefused() {
    int refused = 0;
    for (int x = 0; x < 200; x++) {
      String hex = "02" + ZEROS.substring(2) + HexFormat.of().toHexDigits((byte) x);
      BigInteger v = BigInteger.valueOf(x);
      BigInteger right = v.pow(3).subtract(v.multiply(BigInteger.valueOf(3))).add(b()).mod(Field.P);
      boolean onCurve =
          right
              .modPow(Field.P.subtract(BigInteger.ONE).shiftRight(1), Field.P)
              .equals(BigInteger.ONE);
      byte[] octets = HexFormat.of().parseHex(hex);
      if (onCurve) {
        assertThat(Points.read(octets).octets()).isEqualTo(octets);
      } else {
        refused++;
        assertThatThrownBy(() -> Points.read(octets)).isInstanceOf(BadPoint.class);
      }
    }
    assertThat(refused).isBetween(60, 140);
  }

  private static BigInteger b() {
    byte[] b = new byte[32];
    Field.write(Points.B, 0, b, 0);
    return new BigInteger(1, b);
  }
}
