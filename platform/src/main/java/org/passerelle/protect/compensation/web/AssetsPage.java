package org.passerelle.protect.compensation.web;

import java.math.BigDecimal;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.compensation.Claim;
import org.passerelle.protect.compensation.Confiscation;

/** Assets that may pay a claim. */
public record AssetsPage(
    Case file, Claim claim, Confiscation assets, Filled form, CaseWords words) {
  /** Where the claim stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/compensation/" + claim.id();
  }

  /** An amount of the claim. */
  public String money(BigDecimal amount, Page page) {
    return Money.of(amount, claim.currency(), page);
  }
}
