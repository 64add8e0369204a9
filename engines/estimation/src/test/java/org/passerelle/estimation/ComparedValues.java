package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values of the reference beside ours. */
final class ComparedValues {
  /** One value; {@code tolerance} is relative unless {@code rule} says otherwise. */
  record Row(
      String tool,
      String dataset,
      String what,
      String reference,
      String here,
      double difference,
      double tolerance,
      String note) {
    boolean agrees() {
      return difference <= tolerance;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  List<Row> all() {
    return rows;
  }

  void add(Row row) {
    rows.add(row);
  }

  Row last() {
    return rows.get(rows.size() - 1);
  }

  void replaceLast(Row row) {
    rows.set(rows.size() - 1, row);
  }

  void number(
      Reference.Run run,
      String what,
      @org.jspecify.annotations.Nullable JsonNode reference,
      @org.jspecify.annotations.Nullable Double here,
      double tolerance) {
    if (reference == null || !reference.isNumber()) {
      return;
    }
    double there = reference.asDouble();
    double difference =
        here == null
            ? Double.POSITIVE_INFINITY
            : Math.abs(here - there) / Math.max(Math.abs(there), 1e-300);
    rows.add(
        new Row(
            run.tool(),
            run.dataset(),
            run.method() + ": " + what,
            reference.asString(),
            String.valueOf(here),
            difference,
            tolerance,
            ""));
  }

  void text(
      Reference.Run run,
      String what,
      @org.jspecify.annotations.Nullable JsonNode reference,
      @org.jspecify.annotations.Nullable String here) {
    if (reference != null) {
      text(run, what, reference.asString(), String.valueOf(here));
    }
  }

  void text(Reference.Run run, String what, String reference, String here) {
    rows.add(
        new Row(
            run.tool(),
            run.dataset(),
            run.method() + ": " + what,
            reference,
            here,
            reference.equals(here) ? 0 : 1,
            0,
            "identical"));
  }
}
