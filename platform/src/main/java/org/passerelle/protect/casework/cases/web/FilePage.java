package org.passerelle.protect.casework.cases.web;

import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.files.CaseAttachments;

/** View of a file of a case, to describe it or to add a version. */
public record FilePage(Case file, CaseAttachments.Listed listed, Filled form) {

  public String at() {
    return "/protect/cases/" + file.id();
  }
}
