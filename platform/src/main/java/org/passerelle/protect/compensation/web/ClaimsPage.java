package org.passerelle.protect.compensation.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.cases.web.DeadlineLine;
import org.passerelle.protect.compensation.Claim;

/**
 * Claims of a case.
 *
 * @param deadlines for claiming, by the law of the responsible country
 * @param unverified countries for which nobody has verified a limit for claiming
 * @param limits last days that somebody has entered with their source, in words
 */
public record ClaimsPage(
    Case file,
    List<Claim> claims,
    List<DeadlineLine> deadlines,
    List<String> unverified,
    List<String> limits,
    Filled form,
    CaseWords words) {
  public ClaimsPage {
    claims = List.copyOf(claims);
    deadlines = List.copyOf(deadlines);
    unverified = List.copyOf(unverified);
    limits = List.copyOf(limits);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/compensation";
  }

  /** The countries for which a limit can be entered. */
  public List<Option> countries() {
    return unverified.stream().map(c -> new Option(c, words.of("countries", c))).toList();
  }

  /** How a claim stands, in one sentence. */
  public String sentence(Claim claim, Page page) {
    return ClaimPage.sentence(claim, page);
  }
}
