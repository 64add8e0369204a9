package org.passerelle.protect.casework.compensation.web;

import java.math.BigDecimal;
import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.cases.web.DeadlineLine;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.ClaimStatus;
import org.passerelle.protect.casework.compensation.Step;

/**
 * View of a claim and its steps.
 *
 * @param kind kind of the step being entered, or empty
 * @param limits time limits, until the claim is made
 * @param awards what courts ordered for the person, as offices told it
 */
public record ClaimPage(
    Case file,
    Claim claim,
    String kind,
    List<DeadlineLine> limits,
    List<AwardLines.Line> awards,
    Filled form,
    CaseWords words) {
  public ClaimPage {
    limits = List.copyOf(limits);
    awards = List.copyOf(awards);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/compensation/" + claim.id();
  }

  /** Kinds of steps that can follow. */
  public List<String> next() {
    return ClaimStatus.next(claim.steps());
  }

  /** Whether the step being entered has an amount. */
  public boolean withAmount() {
    return Step.WITH_AMOUNT.contains(kind);
  }

  /** Whether the step being entered is a decision. */
  public boolean decided() {
    return kind.equals("awarded")
        || kind.equals("settled")
        || kind.equals("refused")
        || kind.startsWith("appeal_");
  }

  /** An amount with the currency. */
  public String money(BigDecimal amount, Page page) {
    return Money.of(amount, claim.currency(), page);
  }

  /** Status of the claim, as a sentence. */
  public String sentence(Page page) {
    return sentence(claim, page);
  }

  static String sentence(Claim claim, Page page) {
    ClaimStatus claimStatus = claim.standing();
    String currency = claim.currency();
    BigDecimal claimed = claimStatus.claimed();
    BigDecimal awarded = claimStatus.awarded();
    return page.text(
        "compensation.stands." + claimStatus.state(),
        claimed == null ? "" : Money.of(claimed, currency, page),
        awarded == null ? "" : Money.of(awarded, currency, page),
        Money.of(claimStatus.paid(), currency, page),
        Money.of(claimStatus.gap(), currency, page));
  }
}
