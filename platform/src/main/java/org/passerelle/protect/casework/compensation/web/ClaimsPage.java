package org.passerelle.protect.casework.compensation.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.cases.web.DeadlineLine;
import org.passerelle.protect.casework.compensation.Claim;

/**
 * View of the claims of a case.
 *
 * @param deadlines time limits by the law of the responsible country
 * @param unverified countries without a verified limit
 * @param limits last days entered by users with their source, as text
 * @param awards what courts ordered for the person, as offices told it
 */
public record ClaimsPage(
    Case file,
    List<Claim> claims,
    List<DeadlineLine> deadlines,
    List<String> unverified,
    List<String> limits,
    List<AwardLines.Line> awards,
    Filled form,
    CaseWords words) {
  public ClaimsPage {
    claims = List.copyOf(claims);
    deadlines = List.copyOf(deadlines);
    unverified = List.copyOf(unverified);
    limits = List.copyOf(limits);
    awards = List.copyOf(awards);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/compensation";
  }

  /** Countries for which a limit can be entered. */
  public List<Option> countries() {
    return unverified.stream().map(c -> new Option(c, words.of("countries", c))).toList();
  }

  /** Status of a claim, as a sentence. */
  public String sentence(Claim claim, Page page) {
    return ClaimPage.sentence(claim, page);
  }
}
