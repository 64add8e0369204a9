package org.passerelle.protect.casework.compensation.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.compensation.ClaimFigures;

/** View of compensation figures, one table per country and currency. */
public record CompensationPage(ClaimFigures.All all, CaseWords words) {
  /** Rows by country and currency. */
  public Map<String, List<ClaimFigures.Line>> tables() {
    Map<String, List<ClaimFigures.Line>> tables = new LinkedHashMap<>();
    for (ClaimFigures.Line line : all.lines()) {
      tables.merge(
          line.country() + "-" + line.currency(),
          List.of(line),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return tables;
  }

  /** The total of a table, if it may be shown. */
  public Optional<ClaimFigures.Line> total(ClaimFigures.Line of) {
    return all.totals().stream()
        .filter(t -> t.country().equals(of.country()) && t.currency().equals(of.currency()))
        .findFirst();
  }

  /** Whether anything is hidden. */
  public boolean hides(List<ClaimFigures.Line> lines) {
    return lines.stream()
        .anyMatch(l -> l.gap() == null || l.claimed() == null || l.fromAssets() == null);
  }

  /** Number of claims, or that it is small or hidden. */
  public String claims(ClaimFigures.Line line, Page page) {
    return switch (line.shown()) {
      case AS_IT_IS -> page.moments().number(line.claims());
      case SMALL -> page.text("compensation.few", SmallCells.THRESHOLD);
      case WITHHELD -> page.text("compensation.withheld");
    };
  }

  /** An amount, or that it is hidden. */
  public String money(@Nullable BigDecimal amount, Page page) {
    return amount == null
        ? page.text("compensation.withheld")
        : page.moments().fixed(amount.setScale(2));
  }
}
