package org.passerelle.steer.release.web;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.disclosure.CellName;
import org.passerelle.disclosure.Policy;
import org.passerelle.forms.CodeLists;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Page;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.Period;

/** Tables, categories and cells in the reader's language. */
public record FigureWords(CodeLists lists, CountryNames countries, Page page) {
  private static final Set<String> OWN =
      Set.of(
          "unknown",
          "together",
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

  /** The title of a table. */
  public String table(String id) {
    return page.text("release.table." + id);
  }

  String variable(String name) {
    return page.text("release.variable." + name);
  }

  /** The name of a policy. */
  String policy(String code) {
    return page.text("release.policy." + code);
  }

  /** What a policy does, in a sentence. */
  String policyWhat(String code) {
    return page.text("release.policy." + code + ".what");
  }

  /** How figures were protected, for everybody. */
  String method(Policy policy) {
    return policy.method() == Policy.Method.ROUNDING
        ? page.text("release.about.method.rounded", policy.base(), policy.base() - 1)
        : page.text("release.about.method.what", policy.threshold());
  }

  /** A figure, or that it is hidden. */
  String count(OptionalLong count) {
    return count.isEmpty()
        ? page.text("release.hidden")
        : page.text("release.number", count.getAsLong());
  }

  /** A figure of something that is named. */
  String of(String name, String figure) {
    return page.text("release.map.of", name, figure);
  }

  /** How many figures are shown and hidden. */
  String cells(long shown, long hidden) {
    return page.text("release.compared.cells", shown, hidden);
  }

  /** Where there is nothing to compare. */
  String none() {
    return page.text("release.compared.none");
  }

  /** What is compared, and how it came out. */
  String compared(String what, Object... arguments) {
    return page.text("release.compared." + what, arguments);
  }

  /** Whose persons are counted, and when. */
  public String title(FigureRelease.Scope scope) {
    return page.text("release.title." + scope.population().code(), period(scope.period()));
  }

  /** “2025” as its first and last day. */
  String period(Period period) {
    return page.text(
        "release.period",
        page.moments().date(period.from()),
        page.moments().date(period.until().minusDays(1)));
  }

  /** The label of a category or group. */
  public String code(String variable, String code) {
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
