package org.passerelle.steer.iati;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Equal percentages that add up to exactly 100. */
final class Shares {
  private static final BigDecimal WHOLE = new BigDecimal("100");

  private Shares() {}

  /** One percentage per part; the last absorbs the rounding difference. */
  static List<String> of(int parts) {
    if (parts <= 1) {
      return List.of("");
    }
    BigDecimal each = WHOLE.divide(BigDecimal.valueOf(parts), 2, RoundingMode.DOWN);
    BigDecimal last = WHOLE.subtract(each.multiply(BigDecimal.valueOf(parts - 1L)));
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      BigDecimal share = i == parts - 1 ? last : each;
      shares.add(share.stripTrailingZeros().toPlainString());
    }
    return shares;
  }
}
