package org.passerelle.protect.safeguards.report.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.DateParser;
import org.passerelle.pages.Filled;
import org.passerelle.protect.safeguards.report.Grain;
import org.passerelle.protect.safeguards.report.ReportField;
import org.passerelle.protect.safeguards.report.ReportFields;
import org.passerelle.protect.safeguards.report.ReportQuestion;
import org.springframework.stereotype.Component;

/** Converts between reports and URLs, which contain only codes and months. */
@Component
class ReportForm {
  /** Ways to view a result. */
  static final List<String> LOOKS = List.of("table", "bars", "line", "map");

  /** Stands for missing values in a URL. */
  static final String NOT_KNOWN = "-";

  private static final String FIXED = "fixed";
  private final ReportFields fields;

  ReportForm(ReportFields fields) {
    this.fields = fields;
  }

  /**
   * Reads a report from a URL or form; unknown parameters are ignored, and invalid months are
   * recorded as faults.
   *
   * @param now the current month
   */
  ReportQuestion read(Filled form, YearMonth now) {
    String rows = fields.find(form.shown("rows")).map(ReportField::id).orElse("form");
    boolean fixed = form.shown("span").equals(FIXED);
    YearMonth from = fixed ? month(form, "from", now) : null;
    YearMonth until = fixed ? month(form, "until", now) : null;
    if (from != null && until != null && from.isAfter(until)) {
      form.errors().add("until", "report.error.order");
    }
    return new ReportQuestion(
        rows, columns(form, rows), date(form), fixed ? 0 : span(form), from, until, filters(form));
  }

  private static int span(Filled form) {
    return ReportQuestion.SPANS.stream()
        .filter(months -> String.valueOf(months).equals(form.shown("span")))
        .findFirst()
        .orElse(12);
  }

  private String columns(Filled form, String rows) {
    String asked = form.shown("columns");
    boolean known = Grain.of(asked).isPresent() || fields.find(asked).isPresent();
    return known && !asked.equals(rows) ? asked : "";
  }

  private String date(Filled form) {
    String asked = form.shown("date");
    boolean known =
        asked.equals(ReportQuestion.CONTACT)
            || fields.dated().stream().anyMatch(field -> field.id().equals(asked));
    return known ? asked : ReportQuestion.OPENED;
  }

  private static @Nullable YearMonth month(Filled form, String id, YearMonth now) {
    try {
      YearMonth month = YearMonth.parse(DateParser.known(form.shown(id).strip()));
      if (!month.isBefore(now)) {
        form.errors().add(id, "report.error.full");
      } else if (month.getYear() < now.getYear() - 20) {
        form.errors().add(id, "report.error.old", 20);
      }
      return month;
    } catch (DateTimeException e) {
      form.errors().add(id, "report.error.month");
      return null;
    }
  }

  private List<ReportQuestion.Filter> filters(Filled form) {
    List<ReportQuestion.Filter> filters = new ArrayList<>();
    for (int i = 1; i <= ReportQuestion.FILTERS; i++) {
      String code = form.shown("v" + i);
      Optional<ReportField> field = fields.find(form.shown("f" + i));
      field
          .filter(one -> one.codes().containsKey(code) || isNotKnown(one, code))
          .map(one -> new ReportQuestion.Filter(one.id(), code.equals(NOT_KNOWN) ? "" : code))
          .filter(one -> filters.stream().noneMatch(f -> f.field().equals(one.field())))
          .ifPresent(filters::add);
    }
    return filters;
  }

  private static boolean isNotKnown(ReportField field, String code) {
    return !field.isAnswer() && code.equals(NOT_KNOWN);
  }

  /** The way to view the result. */
  static String look(Filled form) {
    return LOOKS.contains(form.shown("look")) ? form.shown("look") : "table";
  }

  /** The report's parts, for URLs and hidden fields. */
  static Map<String, String> parts(ReportQuestion question, String look) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("rows", question.rows());
    put(parts, "columns", question.columns());
    put(parts, "date", question.date().equals(ReportQuestion.OPENED) ? "" : question.date());
    parts.put("span", question.span() == 0 ? FIXED : String.valueOf(question.span()));
    YearMonth from = question.from();
    YearMonth until = question.until();
    put(parts, "from", from == null ? "" : from.toString());
    put(parts, "until", until == null ? "" : until.toString());
    for (int i = 0; i < question.filters().size(); i++) {
      ReportQuestion.Filter filter = question.filters().get(i);
      parts.put("f" + (i + 1), filter.field());
      parts.put("v" + (i + 1), filter.code().isEmpty() ? NOT_KNOWN : filter.code());
    }
    put(parts, "look", look.equals("table") ? "" : look);
    return parts;
  }

  private static void put(Map<String, String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.put(name, value);
    }
  }

  /** The report as a query string. */
  static String address(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining("&"));
  }

  /** A saved report as form input. */
  static Filled sent(String address) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : address.split("&", -1)) {
      int at = part.indexOf('=');
      if (at > 0) {
        parts.put(part.substring(0, at), part.substring(at + 1));
      }
    }
    return Filled.with(parts);
  }
}
