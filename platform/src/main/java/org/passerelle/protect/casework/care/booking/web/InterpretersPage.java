package org.passerelle.protect.casework.care.booking.web;

import java.util.List;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.care.booking.Interpreter;

/** View of the organisation's interpreters. */
public record InterpretersPage(List<Interpreter> all, Filled form, CodeWords words) {
  public InterpretersPage {
    all = List.copyOf(all);
  }
}
