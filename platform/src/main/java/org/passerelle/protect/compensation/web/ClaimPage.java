package org.passerelle.protect.compensation.web;

import java.math.BigDecimal;
import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.cases.web.DeadlineLine;
import org.passerelle.protect.compensation.Claim;
import org.passerelle.protect.compensation.Standing;
import org.passerelle.protect.compensation.Step;

/**
 * A claim and its steps.
 *
 * @param kind of the step that is being entered, or empty
 * @param limits for putting it forward, while it was not
 */
public record ClaimPage(
    Case file, Claim claim, String kind, List<DeadlineLine> limits, Filled form, CaseWords words) {
  public ClaimPage {
    limits = List.copyOf(limits);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/compensation/" + claim.id();
  }

  /** What can be entered next. */
  public List<String> next() {
    return Standing.next(claim.steps());
  }

  /** Whether what is being entered has an amount. */
  public boolean withAmount() {
    return Step.WITH_AMOUNT.contains(kind);
  }

  /** Whether somebody decides it. */
  public boolean decided() {
    return kind.equals("awarded")
        || kind.equals("settled")
        || kind.equals("refused")
        || kind.startsWith("appeal_");
  }

  /** An amount of the claim. */
  public String money(BigDecimal amount, Page page) {
    return Money.of(amount, claim.currency(), page);
  }

  /** How it stands, in one sentence. */
  public String sentence(Page page) {
    return sentence(claim, page);
  }

  static String sentence(Claim claim, Page page) {
    Standing standing = claim.standing();
    String currency = claim.currency();
    BigDecimal claimed = standing.claimed();
    BigDecimal awarded = standing.awarded();
    return page.text(
        "compensation.stands." + standing.state(),
        claimed == null ? "" : Money.of(claimed, currency, page),
        awarded == null ? "" : Money.of(awarded, currency, page),
        Money.of(standing.paid(), currency, page),
        Money.of(standing.gap(), currency, page));
  }
}
