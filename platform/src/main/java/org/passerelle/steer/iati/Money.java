package org.passerelle.steer.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * Writes budgets by year, commitments and disbursements, in euros exact to the cent. A row without
 * an amount or a date cannot be written; the description states how many there are.
 */
final class Money {
  private final XmlLines out;
  private final Facts facts;
  private final LocalDate today;

  Money(XmlLines out, Facts facts, LocalDate today) {
    this.out = out;
    this.facts = facts;
    this.today = today;
  }

  List<Wording> notes(Entry project, Redactions redactions) {
    List<Wording> notes = new ArrayList<>();
    long left = 0;
    if (!redactions.hides("budget")) {
      left +=
          project.rows("budget").stream().filter(r -> !r.has("amount") || !r.has("year")).count();
    }
    if (!redactions.hides("transaction")) {
      left += project.rows("commitments").stream().filter(this::isLeft).count();
      left +=
          project.rows("disbursements").stream()
              .filter(r -> !r.has("amount") || day(r).isEmpty())
              .count();
    }
    if (left > 0) {
      notes.add(Notes.of("iati.money.incomplete", left));
    }
    return notes;
  }

  /** A commitment dated in the future is not written yet. */
  private boolean isLeft(Values row) {
    return !row.has("amount") || day(row).filter(d -> !d.isAfter(today)).isEmpty();
  }

  private static Optional<LocalDate> day(Values row) {
    return row.date("date").map(PartialDate::earliest);
  }

  void write(Entry project, Redactions redactions) throws XMLStreamException {
    if (!redactions.hides("budget")) {
      budgets(project);
    }
    if (!redactions.hides("planned-disbursement")) {
      for (Values row : project.rows("disbursements")) {
        LocalDate day = day(row).orElse(null);
        if (row.has("amount") && day != null && day.isAfter(today)) {
          out.open("planned-disbursement", "type", "1");
          out.empty("period-start", "iso-date", day.toString());
          value(row.decimal("amount").orElseThrow(), day);
          organisation("provider-org", row.text("funder"), redactions);
          organisation("receiver-org", row.text("recipient"), redactions);
          out.close();
        }
      }
    }
    if (!redactions.hides("transaction")) {
      transactions("2", project, "commitments", redactions);
      transactions("3", project, "disbursements", redactions);
    }
  }

  private void budgets(Entry project) throws XMLStreamException {
    Map<Integer, BigDecimal> byYear = new TreeMap<>();
    for (Values row : project.rows("budget")) {
      Optional<Integer> year = row.whole("year");
      Optional<BigDecimal> amount = row.decimal("amount");
      if (year.isPresent() && amount.isPresent()) {
        byYear.merge(year.get(), amount.get(), BigDecimal::add);
      }
    }
    for (Map.Entry<Integer, BigDecimal> one : byYear.entrySet()) {
      LocalDate first = LocalDate.of(one.getKey(), 1, 1);
      out.open("budget", "type", "1", "status", "1");
      out.empty("period-start", "iso-date", first.toString());
      out.empty("period-end", "iso-date", LocalDate.of(one.getKey(), 12, 31).toString());
      value(one.getValue(), first);
      out.close();
    }
  }

  private void transactions(String type, Entry project, String field, Redactions redactions)
      throws XMLStreamException {
    for (Values row : project.rows(field)) {
      LocalDate day = day(row).orElse(null);
      if (!row.has("amount") || day == null || day.isAfter(today)) {
        continue;
      }
      out.open("transaction", "ref", redactions.shown(row.text("reference")));
      out.empty("transaction-type", "code", type);
      out.empty("transaction-date", "iso-date", day.toString());
      value(row.decimal("amount").orElseThrow(), day);
      if (!row.date("date").orElseThrow().isDay()) {
        out.open("description");
        out.narratives(
            Notes.of(row.text("date").length() == 7 ? "iati.date.month" : "iati.date.year"));
        out.close();
      }
      organisation("provider-org", row.text("funder"), redactions);
      organisation("receiver-org", row.text("recipient"), redactions);
      out.close();
    }
  }

  private void value(BigDecimal amount, LocalDate day) throws XMLStreamException {
    out.text("value", amount.toPlainString(), "value-date", day.toString());
  }

  private void organisation(String element, String id, Redactions redactions)
      throws XMLStreamException {
    Optional<Entry> organisation = facts.find("organisation", id);
    if (organisation.isPresent() && !redactions.hides("participating-org", id)) {
      out.open(element, "type", OrganisationTypes.code(organisation.get()));
      out.narratives(organisation.get().name());
      out.close();
    }
  }
}
