package org.passerelle.protect.casework.care.booking.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.cases.web.CaseWords;

/** View of the organisation's interpreters. */
public record InterpretersPage(List<Interpreter> all, Filled form, CaseWords words) {
  public InterpretersPage {
    all = List.copyOf(all);
  }
}
