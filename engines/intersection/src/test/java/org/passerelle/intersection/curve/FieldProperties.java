package org.passerelle.intersection.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Arithmetic modulo the prime, compared with the JDK's. */
class FieldProperties {
  @Provide
  Arbitrary<BigInteger> numbers() {
    BigInteger last = Field.P.subtract(BigInteger.ONE);
    return Arbitraries.oneOf(
        Arbitraries.bigIntegers().between(BigInteger.ZERO, last),
        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(9)),
        Arbitraries.bigIntegers()
            .between(BigInteger.ZERO, BigInteger.valueOf(9))
            .map(last::subtract),
        Arbitraries.integers().between(0, 255).map(BigInteger.ONE::shiftLeft));
  }

  private static BigInteger read(long[] x) {
    byte[] octets = new byte[32];
    Field.write(x, 0, octets, 0);
    return new BigInteger(1, octets);
  }

  @Property(tries = 2_000)
  void areAddedMultipliedAndInverted(
      @ForAll("numbers") BigInteger a, @ForAll("numbers") BigInteger b) {
    long[] x = Field.of(a);
    long[] y = Field.of(b);
    long[] z = new long[Field.LIMBS];
    assertThat(read(x)).isEqualTo(a);
    Field.multiply(z, 0, x, 0, y, 0);
    assertThat(read(z)).isEqualTo(a.multiply(b).mod(Field.P));
    Field.square(z, 0, x, 0);
    assertThat(read(z)).isEqualTo(a.multiply(a).mod(Field.P));
    Field.subtract(z, 0, x, 0, y, 0);
    assertThat(Field.isZero(z, 0)).isEqualTo(a.equals(b));
    Field.times(z, 0, z, 0, 3);
    Field.multiply(z, 0, z, 0, y, 0);
    assertThat(read(z))
        .isEqualTo(a.subtract(b).multiply(b).multiply(BigInteger.valueOf(3)).mod(Field.P));
    Field.add(z, 0, x, 0, y, 0);
    Field.times(z, 0, z, 0, -3);
    Field.tidy(z, 0);
    assertThat(read(z)).isEqualTo(a.add(b).multiply(BigInteger.valueOf(-3)).mod(Field.P));
    new Powers().invert(z, 0, x, 0);
    Field.multiply(z, 0, z, 0, x, 0);
    assertThat(read(z)).isEqualTo(a.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE);
    assertThat(Field.sign(x, 0)).isEqualTo(a.testBit(0) ? 1 : 0);
  }
}
