package org.passerelle.protect.casework.compensation.web;

import java.math.BigDecimal;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.Confiscation;

/** View of assets from which a claim may be paid. */
public record AssetsPage(
    Case file, Claim claim, Confiscation assets, Filled form, CaseWords words) {
  public String at() {
    return "/protect/cases/" + file.id() + "/compensation/" + claim.id();
  }

  /** An amount with the currency. */
  public String money(BigDecimal amount, Page page) {
    return Money.of(amount, claim.currency(), page);
  }
}
