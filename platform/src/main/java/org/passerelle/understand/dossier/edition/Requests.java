package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.understand.dossier.chapter.Cooperation;

/**
 * The legal basis of requests for cooperation, for each pair of countries with ties. Pairs with the
 * same result are grouped; the anonymised edition only says whether there is an instrument.
 */
final class Requests {
  private Requests() {}

  static List<Block> of(List<Cooperation> pairs, Pen pen) {
    if (pairs.isEmpty()) {
      return List.of(pen.paragraph(pen.text("dossier.territory.none")));
    }
    Map<List<String>, List<String>> same = new LinkedHashMap<>();
    for (Cooperation pair : pairs) {
      List<String> known =
          pen.anonymised()
              ? List.of(pen.text(pair.inForce().isEmpty() ? "dossier.no" : "dossier.yes"))
              : List.of(inForce(pair, pen), noBasis(pair, pen));
      same.computeIfAbsent(known, k -> new ArrayList<>())
          .add(pen.country(pair.from()) + " – " + pen.country(pair.to()));
    }
    List<List<String>> rows = new ArrayList<>();
    same.forEach(
        (known, countries) -> {
          List<String> row = new ArrayList<>(List.of(pen.series(countries)));
          row.addAll(known);
          rows.add(row);
        });
    List<String> head = new ArrayList<>(List.of(pen.text("dossier.col.corridor")));
    head.add(pen.text("dossier.col.in-force"));
    if (!pen.anonymised()) {
      head.add(pen.text("dossier.col.no-basis"));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            pen.text("dossier.instruments"), head, rows, head.size(), pen.text("dossier.none")));
    boolean demonstration =
        pairs.stream()
            .flatMap(pair -> pair.inForce().stream())
            .anyMatch(Cooperation.Instrument::demonstration);
    if (demonstration) {
      blocks.add(new Block.Paragraph("warning", pen.text("dossier.instruments.demonstration")));
    }
    return blocks;
  }

  private static String inForce(Cooperation pair, Pen pen) {
    return pair.inForce().isEmpty()
        ? pen.text("dossier.instruments.none")
        : pen.series(pair.inForce().stream().map(i -> pen.wording(i.title())).toList());
  }

  /** The instruments that are not a basis, grouped by reason. */
  private static String noBasis(Cooperation pair, Pen pen) {
    if (pair.noBasis().isEmpty()) {
      return pen.text("dossier.instruments.none");
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Cooperation.NoBasis one : pair.noBasis()) {
      byReason
          .computeIfAbsent(pen.wording(one.reason()), reason -> new ArrayList<>())
          .add(pen.wording(one.title()));
    }
    return String.join(
        " ",
        byReason.entrySet().stream()
            .map(
                entry ->
                    pen.text(
                        "dossier.instruments.why", pen.series(entry.getValue()), entry.getKey()))
            .toList());
  }
}
