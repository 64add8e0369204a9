package org.passerelle.protect.compensation.web;

import java.math.BigDecimal;
import org.passerelle.pages.Page;

/** Amounts as a page shows them. Plain functions. */
final class Money {
  private Money() {}

  /** With both decimals and the currency's code, which is the same in every language. */
  static String of(BigDecimal amount, String currency, Page page) {
    return page.moments().fixed(amount.setScale(2)) + "\u00A0" + currency;
  }
}
