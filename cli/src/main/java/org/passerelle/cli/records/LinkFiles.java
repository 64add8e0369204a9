package org.passerelle.cli.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.StoreChange;

/** The output files of {@code link}. */
final class LinkFiles {
  static final List<String> FORMATS = List.of("csv", "json", ParquetTables.NAME);
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private LinkFiles() {}

  static void matches(LinkResult result, List<Match> matches, BufferedWriter out)
      throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord("left", "right", "probability", "weight");
    for (Match match : matches) {
      csv.printRecord(
          result.id(match.left()),
          result.id(match.right()),
          decimal(match.probability(), 6),
          decimal(match.weight(), 4));
    }
    csv.flush();
  }

  /** The pairs for manual review, with the reason for each. */
  static void review(LinkResult result, List<Match> pairs, BufferedWriter out) throws IOException {
    Set<Long> undecided =
        result.undecided().stream().map(LinkFiles::records).collect(Collectors.toSet());
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord("left", "right", "probability", "weight", "why");
    for (Match pair : pairs) {
      boolean unknown = undecided.contains(records(pair));
      csv.printRecord(
          result.id(pair.left()),
          result.id(pair.right()),
          unknown ? "" : decimal(pair.probability(), 6),
          decimal(pair.weight(), 4),
          unknown ? "no birth date or document is compared" : "near the threshold");
    }
    csv.flush();
  }

  private static long records(Match pair) {
    return ((long) pair.left() << 32) | pair.right();
  }

  static void clusters(LinkResult result, KnownClusters names, BufferedWriter out)
      throws IOException {
    int[] groups = result.clusters();
    boolean two = result.isTwoLists();
    String[] named = names.of(result, groups);
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    if (two) {
      csv.printRecord("cluster", "record", "list");
    } else {
      csv.printRecord("cluster", "record");
    }
    for (int i = 0; i < groups.length; i++) {
      if (two) {
        csv.printRecord(named[i], result.id(i), i < result.leftSize() ? "left" : "right");
      } else {
        csv.printRecord(named[i], result.id(i));
      }
    }
    csv.flush();
  }

  /** The records that came into a store, and those whose cluster changed. */
  static void placed(StoreChange change, BufferedWriter out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord("cluster", "record", "before", "probability");
    for (StoreChange.Placed placed : change.placed()) {
      csv.printRecord(
          placed.cluster(),
          placed.record(),
          placed.before().orElse(""),
          placed.probability() == 0 ? "" : decimal(placed.probability(), 6));
    }
    csv.flush();
  }

  /** Two records of the result. */
  record Pair(int left, int right) {}

  static void explanations(LinkResult result, List<Pair> pairs, BufferedWriter out)
      throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord(
        "left", "right", "attribute", "agreement", "left_value", "right_value", "weight", "sum");
    for (Pair pair : pairs) {
      double sum = 0;
      for (LinkResult.Step step : result.explain(pair.left(), pair.right())) {
        sum += step.weight();
        csv.printRecord(
            result.id(pair.left()),
            result.id(pair.right()),
            step.attribute(),
            step.agreement(),
            step.left(),
            step.right(),
            decimal(step.weight(), 4),
            decimal(sum, 4));
      }
    }
    csv.flush();
  }

  static String decimal(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
