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

  static List<Block> of(List<Cooperation> pairs, EditionFormat editionFormat) {
    if (pairs.isEmpty()) {
      return List.of(editionFormat.paragraph(editionFormat.text("dossier.territory.none")));
    }
    Map<List<String>, List<String>> same = new LinkedHashMap<>();
    for (Cooperation pair : pairs) {
      List<String> known =
          editionFormat.anonymised()
              ? List.of(editionFormat.text(pair.inForce().isEmpty() ? "dossier.no" : "dossier.yes"))
              : List.of(inForce(pair, editionFormat), noBasis(pair, editionFormat));
      same.computeIfAbsent(known, k -> new ArrayList<>())
          .add(editionFormat.country(pair.from()) + " – " + editionFormat.country(pair.to()));
    }
    List<List<String>> rows = new ArrayList<>();
    same.forEach(
        (known, countries) -> {
          List<String> row = new ArrayList<>(List.of(editionFormat.series(countries)));
          row.addAll(known);
          rows.add(row);
        });
    List<String> head = new ArrayList<>(List.of(editionFormat.text("dossier.col.corridor")));
    head.add(editionFormat.text("dossier.col.in-force"));
    if (!editionFormat.anonymised()) {
      head.add(editionFormat.text("dossier.col.no-basis"));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.instruments"),
            head,
            rows,
            head.size(),
            editionFormat.text("dossier.none")));
    boolean demonstration =
        pairs.stream()
            .flatMap(pair -> pair.inForce().stream())
            .anyMatch(Cooperation.Instrument::demonstration);
    if (demonstration) {
      blocks.add(
          new Block.Paragraph("warning", editionFormat.text("dossier.instruments.demonstration")));
    }
    return blocks;
  }

  private static String inForce(Cooperation pair, EditionFormat editionFormat) {
    return pair.inForce().isEmpty()
        ? editionFormat.text("dossier.instruments.none")
        : editionFormat.series(
            pair.inForce().stream().map(i -> editionFormat.wording(i.title())).toList());
  }

  /** The instruments that are not a basis, grouped by reason. */
  private static String noBasis(Cooperation pair, EditionFormat editionFormat) {
    if (pair.noBasis().isEmpty()) {
      return editionFormat.text("dossier.instruments.none");
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Cooperation.NoBasis one : pair.noBasis()) {
      byReason
          .computeIfAbsent(editionFormat.wording(one.reason()), reason -> new ArrayList<>())
          .add(editionFormat.wording(one.title()));
    }
    return String.join(
        " ",
        byReason.entrySet().stream()
            .map(
                entry ->
                    editionFormat.text(
                        "dossier.instruments.why",
                        editionFormat.series(entry.getValue()),
                        entry.getKey()))
            .toList());
  }
}
