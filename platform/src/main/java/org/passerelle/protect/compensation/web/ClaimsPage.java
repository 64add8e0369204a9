package org.passerelle.protect.compensation.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.cases.web.DeadlineLine;
import org.passerelle.protect.compensation.Claim;

/**
 * Claims of a case.
 *
 * @param deadlines for claiming, by the law of the responsible country
 */
public record ClaimsPage(
    Case file, List<Claim> claims, List<DeadlineLine> deadlines, Filled form, CaseWords words) {
  public ClaimsPage {
    claims = List.copyOf(claims);
    deadlines = List.copyOf(deadlines);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/compensation";
  }

  /** How a claim stands, in one sentence. */
  public String sentence(Claim claim, Page page) {
    return ClaimPage.sentence(claim, page);
  }
}
