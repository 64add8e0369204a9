package org.passerelle.steer.release.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.disclosure.CellName;
import org.passerelle.forms.CodeLists;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.Period;

/** Tables, categories and cells in the reader's language. */
record FigureWords(CodeLists lists, CountryNames countries, Page page) {
  private static final Set<String> OWN =
      Set.of(
          "unknown",
          "several",
          "minor",
          "adult",
          "partners",
          "elsewhere",
          "not-one",
          "enforcement",
          "civil",
          "care",
          "state",
          "further");

  String table(String id) {
    return page.text("release.table." + id);
  }

  String variable(String name) {
    return page.text("release.variable." + name);
  }

  /** Whose persons are counted, and when. */
  String title(FigureRelease.Scope scope) {
    return page.text("release.title." + scope.population().code(), period(scope.period()));
  }

  /** “2025” as its first and last day. */
  String period(Period period) {
    return page.text(
        "release.period",
        page.moments().date(period.from()),
        page.moments().date(period.until().minusDays(1)));
  }

  String code(String variable, String code) {
    if (code.equals("total")) {
      return page.text("release.total");
    }
    if (OWN.contains(code)) {
      return page.text("release.code." + code);
    }
    return switch (variable) {
      case "form" -> lists.label("forms_of_exploitation", code, page.language());
      case "sex" -> lists.label("genders", code, page.language());
      case "registrar" -> page.text("access.type." + code);
      default -> lists.label("countries", code, page.language());
    };
  }

  /** The notes that are required where these categories are named. */
  List<String> notes(Set<String> codes) {
    return codes.stream()
        .flatMap(code -> countries.footnote(code, page.language()).stream())
        .toList();
  }

  /** A cell, such as “Citizenship: Albania; Sex: Female”, with the release it differs from. */
  String cell(CellName cell) {
    String figure =
        cell.figure().equals("total")
            ? page.text("release.total")
            : Stream.of(cell.figure().split(", "))
                .map(this::part)
                .collect(Collectors.joining("; "));
    String number = cell.release().replaceFirst("^figures-", "");
    return switch (cell.of()) {
      case RELEASE -> figure;
      case EARLIER -> page.text("release.cell.earlier", figure, number);
      case DIFFERENCE -> page.text("release.cell.difference", figure, number);
    };
  }

  private String part(String pair) {
    List<String> parts = List.of(pair.split("=", 2));
    return page.text(
        "release.cell.part",
        variable(parts.get(0)),
        code(parts.get(0), parts.get(parts.size() - 1)));
  }
}
