package org.passerelle.intersection.curve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashing to the curve, compared with the published vectors and BouncyCastle. */
class HashToCurveTest {
  private static final String DOMAIN = "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_";

  @ParameterizedTest
  @CsvSource({
    "'', 0, 2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4,"
        + " 8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415",
    "abc, 0, 0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f,"
        + " 5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e",
    "abcdef0123456789, 0, 65038ac8f2b1def042a5df0b33b1f4eca6bff7cb0f9c6c1526811864e544ed80,"
        + " cad44d40a656e7aff4002a8de287abc8ae0482b5ae825822bb870d6df9b56ca3",
    "q128_q, 127, 4be61ee205094282ba8a2042bcb48d88dfbb609301c49aa8b078533dc65a0b5d,"
        + " 98f8df449a072c4721d241a3b1236d3caccba603f916ca680f4539d2bfb3c29e",
    "a512_a, 511, 457ae2981f70ca85d8e24c308b14db22f3e3862c5ea0f652ca38b5e49cd64bc5,"
        + " ecb9f0eadc9aeed232dabc53235368c1394c78de05dd96893eefa62b0f4757dc"
  })
  void theVectorsOfRfc9380AppendixJ11(String begin, int more, String x, String y) {
    String last = begin.isEmpty() ? "" : begin.substring(begin.length() - 1);
    byte[] message = (begin + last.repeat(more)).getBytes(UTF_8);
    Points points = new HashToCurve(DOMAIN.getBytes(UTF_8)).hash(List.of(message));
    byte[] written = new byte[64];
    Field.write(points.x, 0, written, 0);
    Field.write(points.y, 0, written, 32);
    assertThat(HexFormat.of().formatHex(written)).isEqualTo(x + y);
  }

  @Test
  void agreesWithBouncyCastle() {
    HashToEllipticCurve judge =
        HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, DOMAIN);
    List<byte[]> messages =
        IntStream.range(0, 600).mapToObj(i -> ("Ђ" + i).repeat(i % 9).getBytes(UTF_8)).toList();
    List<ECPoint> expected = messages.stream().map(m -> judge.hashToCurve(m).normalize()).toList();
    assertThat(new HashToCurve(DOMAIN.getBytes(UTF_8)).hash(messages).octets())
        .isEqualTo(Judge.points(expected).octets());
  }
}
