package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published release as a single file for programs: its declaration without column names, and for
 * each table its values, null if suppressed. Sufficient for an audit.
 */
final class ReleaseJson {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private ReleaseJson() {}

  static Map<String, Object> of(Published published) {
    Release release = published.layout().release();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", "passerelle-release-1");
    all.put("id", release.id());
    all.put("title", release.title());
    all.put("population", release.population());
    all.put("period", release.period());
    all.put("source", release.source());
    all.put("caveat", release.caveat());
    if (release.counting().rows() > 1) {
      all.put("rows", release.counting().rows());
    }
    Counting.Amount amount = release.counting().amount();
    if (amount != null) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("label", amount.label());
      one.put("unit", amount.unit());
      all.put("amount", one);
    }
    Map<String, Object> variables = new LinkedHashMap<>();
    for (Variable variable : release.variables()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("label", variable.label());
      one.put("groups", groups(variable.tree(), Hierarchy.TOTAL));
      if (!variable.sensitive().isEmpty()) {
        one.put("sensitive", variable.sensitive().stream().sorted().toList());
      }
      variables.put(variable.name(), one);
    }
    all.put("variables", variables);
    List<Object> tables = new ArrayList<>();
    for (TableShape table : release.tables()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", table.id());
      one.put("title", table.title());
      one.put("by", by(release, table));
      List<Integer> percent = table.percentOf();
      if (percent != null) {
        one.put(
            "percent",
            percent.isEmpty()
                ? "all"
                : percent.stream().map(v -> release.variables().get(v).name()).toList());
      }
      tables.add(one);
    }
    all.put("tables", tables);
    all.put("policy", policy(release.policy()));
    Map<String, String> previous = new LinkedHashMap<>();
    release.previous().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> previous.put(e.getKey(), e.getValue().name().toLowerCase(Locale.ROOT)));
    if (!previous.isEmpty()) {
      all.put("previous", previous);
    }
    all.put("values", values(published));
    return all;
  }

  private static Object groups(Hierarchy tree, int node) {
    int[] children = tree.children(node);
    List<Object> all = new ArrayList<>();
    for (int child : children) {
      all.add(
          tree.isCategory(child)
              ? tree.code(child)
              : Map.of(tree.code(child), groups(tree, child)));
    }
    return all;
  }

  private static List<Object> by(Release release, TableShape table) {
    List<Object> by = new ArrayList<>();
    for (TableShape.Dimension dimension : table.dimensions()) {
      String name = release.variables().get(dimension.variable()).name();
      by.add(dimension.depth() == Integer.MAX_VALUE ? name : Map.of(name, dimension.depth()));
    }
    return by;
  }

  private static Map<String, Object> policy(Policy policy) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("method", policy.method().name().toLowerCase(Locale.ROOT));
    one.put("threshold", policy.threshold());
    one.put("width", policy.width());
    one.put("insiders", policy.insiders());
    one.put("zeros", policy.zerosShown() ? "shown" : "hidden");
    one.put("base", policy.base());
    one.put("records", policy.records());
    return one;
  }

  private static Map<String, Object> values(Published published) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int t = 0; t < published.layout().release().tables().size(); t++) {
      Grid grid = published.layout().grid(t);
      List<@Nullable Long> list = new ArrayList<>();
      for (int figure : grid.figures) {
        list.add(published.mark(figure) == Published.Mark.HIDDEN ? null : published.value(figure));
      }
      values.put(published.layout().release().tables().get(t).id(), list);
    }
    return values;
  }

  /**
   * Parses a file.
   *
   * @param file its name, for messages
   * @throws BadRelease if it is not such a file, or its tables are contradictory
   */
  static Published read(String file, byte[] text) {
    Map<?, ?> all;
    try {
      all = JSON.readValue(text, LinkedHashMap.class);
    } catch (JacksonException e) {
      throw new BadRelease("%s is not JSON: %s".formatted(file, e.getOriginalMessage()));
    }
    Declared top = new Declared(file, "", all);
    if (!top.text("format").equals("passerelle-release-1")) {
      throw top.wrong("format", "passerelle-release-1", top.text("format"));
    }
    Layout layout = Layout.of(ReleaseReader.published(top));
    Published.Mark usual =
        layout.release().policy().method() == Policy.Method.ROUNDING
            ? Published.Mark.ROUNDED
            : Published.Mark.SHOWN;
    Published.Mark[] marks = new Published.Mark[layout.size()];
    long[] values = new long[layout.size()];
    Declared given = top.needed("values");
    for (int t = 0; t < layout.release().tables().size(); t++) {
      String id = layout.release().tables().get(t).id();
      int[] figures = layout.grid(t).figures;
      if (!(given.value(id).orElse("") instanceof List<?> list) || list.size() != figures.length) {
        throw given.wrong(id, figures.length + " values", given.value(id).orElse("none"));
      }
      for (int cell = 0; cell < figures.length; cell++) {
        Published.Mark mark = list.get(cell) == null ? Published.Mark.HIDDEN : usual;
        long value = value(given, id, list.get(cell));
        if (marks[figures[cell]] != null
            && (marks[figures[cell]] != mark || values[figures[cell]] != value)) {
          throw new BadRelease(
              "%s: two tables contradict each other on %s."
                  .formatted(file, layout.name(figures[cell])));
        }
        marks[figures[cell]] = mark;
        values[figures[cell]] = value;
      }
    }
    Arrays.fill(marks, layout.shown(), marks.length, Published.Mark.HIDDEN);
    return new Published(layout, marks, values);
  }

  private static long value(Declared given, String id, @Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (!(value instanceof Number number)
        || number.doubleValue() % 1 != 0
        || number.longValue() < 0) {
      throw given.wrong(id, "whole numbers from 0, or null", value);
    }
    return number.longValue();
  }
}
