package org.passerelle.protect.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Filled;

/** Partial dates of a form, and the reasons for closing a case. */
final class CaseDates {
  static final List<String> CLOSING =
      List.of(
          "goals_reached",
          "wish_of_person",
          "left_country",
          "transferred",
          "not_reached",
          "no_indicators",
          "other");

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
