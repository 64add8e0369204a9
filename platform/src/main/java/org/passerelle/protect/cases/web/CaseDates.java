package org.passerelle.protect.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Filled;

/** Partial dates of a form. */
final class CaseDates {
  private CaseDates() {}

  /** Leaves a sentence in the form if the text is no date, or lies ahead, or before 1900. */
  static void check(Filled form, String field, String text, LocalDate today) {
    if (text.isEmpty()) {
      return;
    }
    try {
      PartialDate date = PartialDate.parse(text);
      LocalDate earliest = date.earliest();
      LocalDate latest = date.latest();
      if (earliest != null && earliest.isAfter(today)) {
        form.errors().add(field, "form.error.future");
      } else if (latest != null && latest.getYear() < 1900) {
        form.errors().add(field, "form.error.before-1900");
      }
    } catch (DateTimeException e) {
      form.errors().add(field, "form.error.partial-date");
    }
  }
}
