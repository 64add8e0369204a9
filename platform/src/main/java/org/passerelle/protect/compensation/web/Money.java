package org.passerelle.protect.compensation.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.passerelle.pages.Decimals;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;

/** Amounts as a page shows them. Plain functions. */
final class Money {
  private static final BigDecimal MOST = new BigDecimal("999999999999.99");

  private Money() {}

  /**
   * What was typed as {@code amount}, which must be there; the errors say what is wrong with it.
   */
  static Optional<BigDecimal> typed(Filled form) {
    String typed = form.neededText("amount", 40);
    Optional<BigDecimal> amount =
        Decimals.read(typed, 2).filter(a -> a.signum() > 0 && a.compareTo(MOST) <= 0);
    if (!typed.isEmpty() && amount.isEmpty()) {
      form.errors().add("amount", "compensation.error.amount");
    }
    return amount;
  }

  /** With both decimals and the currency's code, which is the same in every language. */
  static String of(BigDecimal amount, String currency, Page page) {
    return page.moments().fixed(amount.setScale(2)) + "\u00A0" + currency;
  }
}
