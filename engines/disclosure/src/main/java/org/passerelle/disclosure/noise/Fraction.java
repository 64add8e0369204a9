package org.passerelle.disclosure.noise;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact positive fraction.
 *
 * @param over numerator, from 1
 * @param under denominator, from 1
 */
public record Fraction(BigInteger over, BigInteger under) {
  public Fraction {
    if (over.signum() <= 0 || under.signum() <= 0) {
      throw new IllegalArgumentException("%s/%s is not positive.".formatted(over, under));
    }
    BigInteger common = over.gcd(under);
    over = over.divide(common);
    under = under.divide(common);
  }

  public static Fraction of(long over, long under) {
    return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
  }

  /** The exact value of a decimal number. */
  public static Fraction of(BigDecimal number) {
    return number.scale() <= 0
        ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  /** The fraction divided by a number. */
  public Fraction part(int parts) {
    return new Fraction(over, under.multiply(BigInteger.valueOf(parts)));
  }

  /** The nearest floating-point number, for messages and expected errors. */
  public double approximately() {
    return new BigDecimal(over)
        .divide(new BigDecimal(under), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }
}
