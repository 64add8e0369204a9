package org.passerelle.prosecute.investigation.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Act;
import org.passerelle.pages.Decimals;

/** Amounts of money in the forms of this room. */
public final class Amounts {
  private static final BigDecimal MOST = new BigDecimal("999999999999.99");

  private Amounts() {}

  /** An amount above 0 with up to two decimals; null if the field is empty or wrong. */
  public static @Nullable BigDecimal read(String field, Act act) {
    String typed = act.form().text(field, 40);
    if (typed.isEmpty()) {
      return null;
    }
    @Nullable BigDecimal amount =
        Decimals.read(typed, 2).filter(a -> a.signum() > 0 && a.compareTo(MOST) <= 0).orElse(null);
    if (amount == null) {
      act.form().errors().add(field, "measure.error.amount");
    }
    return amount;
  }
}
