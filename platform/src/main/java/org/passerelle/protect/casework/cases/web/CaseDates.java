package org.passerelle.protect.casework.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.passerelle.language.DateParser;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Filled;

/** Reads partial dates of forms. */
final class CaseDates {
  private CaseDates() {}

  private static final int LONGEST = 80;

  /**
   * Parses a date as people write it into EDTF; empty if there is none. Records a fault in the form
   * if it cannot be parsed, is in the future, or before 1900.
   */
  static String read(Filled form, String field, LocalDate today) {
    String typed = form.text(field, LONGEST);
    if (typed.isEmpty()) {
      return "";
    }
    try {
      PartialDate date = DateParser.read(typed, today.getYear());
      LocalDate earliest = date.earliest();
      LocalDate latest = date.latest();
      if (earliest != null && earliest.isAfter(today)) {
        form.errors().add(field, "form.error.future");
      } else if (latest != null && latest.getYear() < 1900) {
        form.errors().add(field, "form.error.before-1900");
      }
      return date.edtf();
    } catch (DateTimeException e) {
      form.errors().add(field, "form.error.partial-date");
      return "";
    }
  }
}
