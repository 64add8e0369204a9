package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table in exchange formats: CSV with its metadata (W3C, <i>Metadata Vocabulary for Tabular
 * Data</i>, 2015), JSON-stat 2.0, and SDMX-CSV 2.0.
 */
final class TableFiles {
  private final Release release;
  private final PublishedTable shown;

  TableFiles(PublishedTable shown, Published published) {
    this.release = published.layout().release();
    this.shown = shown;
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n;]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  static String word(Published.Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }

  private boolean hasPercent() {
    return shown.table().percentOf() != null;
  }

  /** One cell per line: codes, count, status, and the percentage if it is declared. */
  String csv() {
    StringBuilder out = new StringBuilder();
    shown.declared().forEach(v -> out.append(quoted(v.name())).append(','));
    out.append(isAmount() ? "amount,status" : "count,status")
        .append(hasPercent() ? ",percent" : "")
        .append('\n');
    for (int cell = 0; cell < shown.size(); cell++) {
      shown.codes(cell).forEach(code -> out.append(quoted(code)).append(','));
      out.append(shown.value(cell)).append(',').append(word(shown.mark(cell)));
      out.append(hasPercent() ? "," + shown.percent(cell) : "").append('\n');
    }
    return out.toString();
  }

  /** Description of the CSV's columns, and the caveats for readers. */
  Map<String, Object> csvMetadata() {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("@context", "http://www.w3.org/ns/csvw");
    about.put("url", shown.table().id() + ".csv");
    about.put("dc:title", shown.table().title());
    about.put("dc:identifier", release.id());
    about.put("dc:source", release.source());
    about.put("dc:temporal", release.period());
    about.put("dc:description", release.population());
    about.put("rdfs:comment", notes());
    List<Object> columns = new ArrayList<>();
    shown.declared().forEach(v -> columns.add(column(v.name(), v.label(), "string")));
    Counting.Amount amount = release.counting().amount();
    columns.add(
        amount == null
            ? column("count", "Persons; empty where the count is hidden", "integer")
            : column("amount", "%s; empty where it is hidden".formatted(named(amount)), "integer"));
    columns.add(column("status", "shown, hidden or rounded", "string"));
    if (hasPercent()) {
      columns.add(column("percent", "Share in percent, of published counts alone", "decimal"));
    }
    about.put("tableSchema", Map.of("columns", columns));
    return about;
  }

  private static Map<String, Object> column(String name, String title, String kind) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put("titles", title);
    column.put("datatype", kind);
    return column;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!release.caveat().isEmpty()) {
      notes.add(release.caveat());
    }
    Policy policy = release.policy();
    notes.add(
        switch (policy.method()) {
          case SUPPRESSION ->
              isAmount()
                  ? "Amounts of few persons, and amounts of which one person has most, are hidden, and others so that nothing gives them back."
                  : "Small counts are hidden, and others so that nothing gives them back. A hidden count is"
                      + (policy.zerosShown()
                          ? " not zero; a zero means that there was nobody."
                          : " unknown.");
          case ROUNDING ->
              "Every count is a neighbouring multiple of %d; a zero need not mean that there was nobody."
                  .formatted(policy.base());
        });
    if (release.counting().rows() > 1) {
      notes.add("One person counts at most %d times.".formatted(release.counting().rows()));
    }
    return notes;
  }

  private boolean isAmount() {
    return release.counting().isAmount();
  }

  private static String named(Counting.Amount amount) {
    return amount.unit().isEmpty() ? amount.label() : amount.label() + ", " + amount.unit();
  }

  /** JSON-stat 2.0, class dataset. */
  Map<String, Object> jsonStat() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", "2.0");
    all.put("class", "dataset");
    all.put("label", shown.table().title());
    all.put("source", release.source());
    all.put("note", notes());
    List<String> ids = shown.declared().stream().map(Variable::name).toList();
    List<Integer> sizes = new ArrayList<>();
    Map<String, Object> dimensions = new LinkedHashMap<>();
    for (int d = 0; d < ids.size(); d++) {
      sizes.add(shown.grid().nodes[d].length);
      dimensions.put(ids.get(d), dimension(d));
    }
    all.put("id", ids);
    all.put("size", sizes);
    all.put("dimension", dimensions);
    List<Object> values = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (int cell = 0; cell < shown.size(); cell++) {
      String value = shown.value(cell);
      values.add(value.isEmpty() ? null : Long.valueOf(value));
      marks.add(word(shown.mark(cell)));
    }
    all.put("value", values);
    all.put("status", marks);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("release", release.id());
    more.put("population", release.population());
    more.put("period", release.period());
    Counting.Amount amount = release.counting().amount();
    if (amount != null) {
      more.put("measure", named(amount));
    }
    all.put("extension", more);
    return all;
  }

  private Map<String, Object> dimension(int d) {
    Variable variable = shown.declared().get(d);
    Hierarchy tree = variable.tree();
    Map<String, Object> category = new LinkedHashMap<>();
    List<String> index = new ArrayList<>();
    Map<String, Object> child = new LinkedHashMap<>();
    for (int node : shown.grid().nodes[d]) {
      index.add(tree.code(node));
      List<String> below = new ArrayList<>();
      for (int one : shown.grid().nodes[d]) {
        if (tree.parent(one) == node) {
          below.add(tree.code(one));
        }
      }
      if (!below.isEmpty()) {
        child.put(tree.code(node), below);
      }
    }
    category.put("index", index);
    category.put("child", child);
    Map<String, Object> dimension = new LinkedHashMap<>();
    dimension.put("label", variable.label());
    dimension.put("category", category);
    return dimension;
  }

  /**
   * SDMX-CSV 2.0. The total is {@code _T}; characters not permitted in SDMX codes are replaced by
   * their code point ({@code 18+} is {@code 18_x2B}). A suppressed observation has the status Q of
   * the list CL_OBS_STATUS.
   */
  String sdmx() {
    StringBuilder out = new StringBuilder("STRUCTURE,STRUCTURE_ID,ACTION");
    shown.declared().forEach(v -> out.append(',').append(sdmx(v.name()).toUpperCase(Locale.ROOT)));
    out.append(",TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n");
    String structure =
        "dataflow,PASSERELLE:" + sdmx(release.id() + "_" + shown.table().id()) + "(1.0),R";
    for (int cell = 0; cell < shown.size(); cell++) {
      out.append(structure);
      for (int d = 0; d < shown.grid().nodes.length; d++) {
        boolean total = shown.grid().place(cell, d) == 0;
        out.append(',').append(total ? "_T" : sdmx(shown.codes(cell).get(d)));
      }
      boolean hidden = shown.mark(cell) == Published.Mark.HIDDEN;
      out.append(',').append(quoted(release.period())).append(',').append(shown.value(cell));
      out.append(hidden ? ",Q,C\n" : ",A,F\n");
    }
    return out.toString();
  }

  private static String sdmx(String code) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (plain || c == '_' || c == '-' || c == '@' || c == '$') {
        out.append(c);
      } else {
        out.append("_x").append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
