package org.passerelle.protect.cases.web;

import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseFiles;

/** One file of a case, to be described or to have a new version. */
public record FilePage(Case file, CaseFiles.Listed listed, Filled form) {

  /** Where the case stands. */
  public String at() {
    return "/protect/cases/" + file.id();
  }
}
