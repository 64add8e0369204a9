package org.passerelle.protect.cases.web;

import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseFiles;

/** View of a file of a case, to describe it or to add a version. */
public record FilePage(Case file, CaseFiles.Listed listed, Filled form) {

  public String at() {
    return "/protect/cases/" + file.id();
  }
}
