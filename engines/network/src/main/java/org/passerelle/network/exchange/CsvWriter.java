package org.passerelle.network.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;

/**
 * Writes actors and ties as CSV that can be read back without a mapping and contains no formulas.
 */
public final class CsvWriter {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private CsvWriter() {}

  /** One row per tie; several values of an attribute are separated by vertical bars. */
  public static void ties(CaseNetwork network, Appendable out) throws IOException {
    Set<String> names = new TreeSet<>();
    network.ties().forEach(tie -> names.addAll(tie.attributes().keySet()));
    List<Object> header =
        new ArrayList<>(
            List.of(
                "id",
                "source",
                "target",
                "kind",
                "weight",
                "directed",
                "begins",
                "ends",
                "provenance",
                "grading",
                "evidence"));
    header.addAll(names);
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printRow(printer, header);
    for (Tie tie : network.ties()) {
      Grading grading = tie.grading();
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.asList(
                  tie.id(),
                  tie.source(),
                  tie.target(),
                  tie.kind(),
                  number(tie.weight()),
                  tie.directed() ? 1 : 0,
                  tie.period().from(),
                  tie.period().to(),
                  tie.provenance(),
                  grading == null ? "" : grading.code(),
                  tie.inEvidence() ? 1 : 0));
      names.forEach(name -> row.add(joined(tie.attributes(), name)));
      printRow(printer, row);
    }
    printer.flush();
  }

  /**
   * One row per actor: id, label, kind and victim, then additional columns, then attributes.
   *
   * @param columns names of the additional columns
   * @param values values by actor, in the order of the columns; null is an empty cell
   */
  public static void actors(
      CaseNetwork network,
      List<String> columns,
      List<List<@Nullable Object>> values,
      Appendable out)
      throws IOException {
    Set<String> names = new TreeSet<>();
    network.actors().forEach(actor -> names.addAll(actor.attributes().keySet()));
    names.removeAll(columns);
    List<Object> header = new ArrayList<>(List.of("id"));
    header.addAll(columns);
    header.addAll(List.of("label", "kind", "victim"));
    header.addAll(names);
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printRow(printer, header);
    for (int v = 0; v < network.actors().size(); v++) {
      Actor actor = network.actors().get(v);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(actor.id());
      row.addAll(values.isEmpty() ? List.of() : values.get(v));
      row.addAll(List.of(actor.label(), actor.kind().code(), actor.victim() ? 1 : 0));
      names.forEach(name -> row.add(joined(actor.attributes(), name)));
      printRow(printer, row);
    }
    printer.flush();
  }

  private static String joined(Map<String, List<String>> attributes, String name) {
    return String.join("|", attributes.getOrDefault(name, List.of()));
  }

  private static void printRow(CSVPrinter printer, List<? extends @Nullable Object> cells)
      throws IOException {
    List<@Nullable Object> row = new ArrayList<>(cells.size());
    for (Object cell : cells) {
      row.add(cell == null ? "" : Neutral.written(cell.toString()));
    }
    printer.printRecord(row);
  }

  /** Without a decimal point for integers. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
