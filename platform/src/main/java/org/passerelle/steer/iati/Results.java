package org.passerelle.steer.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/** Writes the indicators of a project. An unknown value is left out; zero is written. */
final class Results {
  private final XmlLines out;
  private final Facts facts;
  private final Redactions redactions;

  Results(XmlLines out, Facts facts, Redactions redactions) {
    this.out = out;
    this.facts = facts;
    this.redactions = redactions;
  }

  /** A period with its target or actual value. */
  private record Period(LocalDate from, LocalDate to, String target, String actual) {}

  void write(Entry project) throws XMLStreamException {
    for (Entry indicator : facts.referringTo(project, "indicator")) {
      List<Period> periods = periods(indicator);
      if (!periods.isEmpty()) {
        result(indicator, periods);
      }
    }
  }

  private void result(Entry indicator, List<Period> periods) throws XMLStreamException {
    out.open("result", "type", "1");
    title(indicator);
    out.open(
        "indicator",
        "measure",
        indicator.text("unit").equals("percent") ? "2" : "1",
        "ascending",
        indicator.has("direction")
            ? Boolean.toString(indicator.text("direction").equals("up"))
            : "");
    title(indicator);
    Optional<Integer> year = indicator.whole("baseline-year");
    Optional<BigDecimal> baseline = indicator.decimal("baseline");
    if (year.isPresent() && baseline.isPresent()) {
      out.empty("baseline", "year", year.get().toString(), "value", baseline.get().toPlainString());
    }
    for (Period period : periods) {
      out.open("period");
      out.empty("period-start", "iso-date", period.from().toString());
      out.empty("period-end", "iso-date", period.to().toString());
      if (!period.target().isEmpty()) {
        out.empty("target", "value", period.target());
      }
      if (!period.actual().isEmpty()) {
        out.empty("actual", "value", period.actual());
      }
      out.close();
    }
    out.close();
    out.close();
  }

  private void title(Entry indicator) throws XMLStreamException {
    out.open("title");
    out.narratives(redactions.shown(indicator.name()));
    out.close();
  }

  private static List<Period> periods(Entry indicator) {
    List<Period> periods = new ArrayList<>();
    for (Values actual : indicator.rows("actuals")) {
      PartialDate period = actual.date("period").orElse(null);
      Optional<BigDecimal> value = actual.decimal("value");
      if (period != null && value.isPresent()) {
        LocalDate from = period.earliest();
        LocalDate to = period.latest();
        if (from != null && to != null) {
          periods.add(new Period(from, to, "", value.get().toPlainString()));
        }
      }
    }
    Optional<Integer> year = indicator.whole("target-year");
    Optional<BigDecimal> target = indicator.decimal("target");
    if (year.isPresent() && target.isPresent()) {
      periods.add(
          new Period(
              LocalDate.of(year.get(), 1, 1),
              LocalDate.of(year.get(), 12, 31),
              target.get().toPlainString(),
              ""));
    }
    return periods;
  }
}
