package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables declared by a release. */
final class TablesReader {
  private static final Set<String> OF_A_TABLE = Set.of("id", "title", "by", "percent");
  private final Declared top;
  private final List<Variable> variables;

  TablesReader(Declared top, List<Variable> variables) {
    this.top = top;
    this.variables = variables;
  }

  List<TableShape> tables() {
    List<TableShape> tables = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int n = 0;
    for (Object one : top.list("tables")) {
      Declared at = new Declared(top.file(), "tables[%d]".formatted(n++), one).only(OF_A_TABLE);
      List<TableShape.Dimension> dimensions = new ArrayList<>();
      Set<Integer> seen = new HashSet<>();
      for (Object by : at.list("by")) {
        TableShape.Dimension dimension = dimension(at, "by", by);
        if (!seen.add(dimension.variable())) {
          throw at.wrong("by", "each variable once", by);
        }
        dimensions.add(dimension);
      }
      if (dimensions.size() > TableShape.MOST_DIMENSIONS) {
        throw at.wrong(
            "by", "at most %d variables".formatted(TableShape.MOST_DIMENSIONS), at.list("by"));
      }
      String id = ReleaseReader.id(at, "id", at.textIf("id").orElse(named(dimensions)));
      if (id.equalsIgnoreCase("release") || !ids.add(id.toLowerCase(Locale.ROOT))) {
        throw at.wrong("id", "a unique name", id);
      }
      tables.add(
          new TableShape(id, at.textIf("title").orElse(id), dimensions, percent(at, dimensions)));
    }
    return tables;
  }

  /** {@code percent: all}, or the variables within whose categories percentages are computed. */
  private @Nullable List<Integer> percent(Declared at, List<TableShape.Dimension> dimensions) {
    if (!at.has("percent")) {
      return null;
    }
    if (at.single("percent").orElse("").equals("all")) {
      return List.of();
    }
    List<Integer> within = new ArrayList<>();
    for (Object name : at.list("percent")) {
      int variable = dimension(at, "percent", name).variable();
      if (dimensions.stream().noneMatch(d -> d.variable() == variable)) {
        throw at.wrong("percent", "all, or variables of the table", name);
      }
      within.add(variable);
    }
    return within;
  }

  private String named(List<TableShape.Dimension> dimensions) {
    return String.join(
        "-", dimensions.stream().map(d -> variables.get(d.variable()).name()).toList());
  }

  /** {@code country}, or {@code country: 1} to show nothing finer than its top-level groups. */
  private TableShape.Dimension dimension(Declared at, String field, Object by) {
    String name = String.valueOf(by);
    int depth = Integer.MAX_VALUE;
    if (by instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> entry = map.entrySet().iterator().next();
      name = String.valueOf(entry.getKey());
      if (!(entry.getValue() instanceof Integer given) || given < 1) {
        throw at.wrong("by", "a depth from 1", by);
      }
      depth = given;
    }
    for (int v = 0; v < variables.size(); v++) {
      if (variables.get(v).name().equals(name)) {
        return new TableShape.Dimension(v, depth);
      }
    }
    throw at.wrong(field, "one of " + variables.stream().map(Variable::name).toList(), name);
  }
}
