package org.passerelle.protect.casework.compensation.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.passerelle.pages.Decimals;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;

/** Formats and parses amounts. Pure functions. */
final class Money {
  private static final BigDecimal MOST = new BigDecimal("999999999999.99");

  private Money() {}

  /** The required field {@code amount}; faults are recorded in the form. */
  static Optional<BigDecimal> typed(Filled form) {
    String typed = form.neededText("amount", 40);
    Optional<BigDecimal> amount =
        Decimals.read(typed, 2).filter(a -> a.signum() > 0 && a.compareTo(MOST) <= 0);
    if (!typed.isEmpty() && amount.isEmpty()) {
      form.errors().add("amount", "compensation.error.amount");
    }
    return amount;
  }

  /** An amount with two decimals and the currency code, which is the same in every language. */
  static String of(BigDecimal amount, String currency, Page page) {
    return page.moments().fixed(amount.setScale(2)) + "\u00A0" + currency;
  }
}
