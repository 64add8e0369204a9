package org.passerelle.pages;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses decimal numbers as people of the region type them: {@code 12 500,50}, {@code 12.500,50},
 * {@code 12,500.50}, {@code 12'500.5}. An ambiguous separator followed by three digits separates
 * thousands, unless a number with that many decimals is expected. Stateless.
 */
public final class Decimals {
  private static final Pattern PLAIN = Pattern.compile("(-?[0-9]{1,15})(?:[.,]([0-9]{1,6}))?");
  private static final Pattern GROUPED =
      Pattern.compile(
          "(-?[0-9]{1,3}(?:([.,'’])[0-9]{3})(?:\\2[0-9]{3}){0,4})(?:([.,])([0-9]{1,6}))?");

  private Decimals() {}

  /**
   * Parses a number.
   *
   * @param typed the input; spaces are ignored
   * @param decimals maximum number of decimals, 0 to 6
   * @return empty if it is not a number, or has more decimals
   */
  public static Optional<BigDecimal> read(String typed, int decimals) {
    String bare = typed.replaceAll("[\\s\\u00A0\\u202F]", "").replace('−', '-');
    Matcher grouped = GROUPED.matcher(bare);
    if (grouped.matches() && !grouped.group(2).equals(grouped.group(3))) {
      boolean onceOnly = bare.indexOf(grouped.group(2)) == bare.lastIndexOf(grouped.group(2));
      boolean mayBeDecimals =
          onceOnly && grouped.group(3) == null && ".,".contains(grouped.group(2)) && decimals >= 3;
      if (!mayBeDecimals) {
        return number(grouped.group(1).replace(grouped.group(2), ""), grouped.group(4), decimals);
      }
    }
    Matcher plain = PLAIN.matcher(bare);
    return plain.matches() ? number(plain.group(1), plain.group(2), decimals) : Optional.empty();
  }

  private static Optional<BigDecimal> number(String whole, @Nullable String part, int decimals) {
    if (part == null) {
      return Optional.of(new BigDecimal(whole));
    }
    return part.length() > decimals
        ? Optional.empty()
        : Optional.of(new BigDecimal(whole + "." + part));
  }
}
