package org.passerelle.intersection.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 9497 for OPRF(P-256, SHA-256), blinded as there and masked as here. */
class PrfTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger KEY =
      number("159749d750713afe245d2d39ccfaae8381c53ce92d098a9375ee70739c7ac0bf");
  private static final BigInteger BLIND =
      number("3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364");

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }

  @ParameterizedTest
  @CsvSource({
    "00, 03723a1e5c09b8b9c18d1dcbca29e8007e95f14f4732d9346d490ffc195110368d,"
        + " 030de02ffec47a1fd53efcdd1c6faf5bdc270912b8749e783c7ca75bb412958832,"
        + " a0b34de5fa4c5b6da07e72af73cc507cceeb48981b97b7285fc375345fe495dd",
    "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a,"
        + " 03cc1df781f1c2240a64d1c297b3f3d16262ef5d4cf102734882675c26231b0838,"
        + " 03a0395fe3828f2476ffcd1f4fe540e5a8489322d398be3c4e5a869db7fcb7c52c,"
        + " c748ca6dd327f0ce85f4ae3a8cd6d4d5390bbb804c9e12dcf94f853fece3dcce"
  })
  void theVectorsOfRfc9497(String input, String blinded, String evaluated, String output) {
    List<byte[]> inputs = List.of(HEX.parseHex(input));
    Points hashed = Prf.hashed(inputs);
    Points blind = new PointMultiplication(BLIND).raise(hashed);
    assertThat(HEX.formatHex(blind.octets())).isEqualTo(blinded);
    PointMultiplication key = new PointMultiplication(KEY);
    Points raised = key.raise(Points.read(HEX.parseHex(blinded)));
    assertThat(HEX.formatHex(raised.octets())).isEqualTo(evaluated);
    Points bare =
        new PointMultiplication(BLIND.modInverse(PointMultiplication.ORDER)).raise(raised);
    assertThat(HEX.formatHex(Prf.outputs(inputs, bare))).isEqualTo(output);

    byte[] mask = new byte[32];
    new SecureRandom().nextBytes(mask);
    mask[0] = 7;
    Masks.Factors factors = (place, to, at) -> System.arraycopy(mask, 0, to, at, 32);
    Points masked = Masks.ofGenerator().put(hashed, factors);
    Points unmasked = Masks.of(key.key()).taken(key.raise(masked), factors);
    assertThat(HEX.formatHex(Prf.outputs(inputs, unmasked))).isEqualTo(output);
  }
}
