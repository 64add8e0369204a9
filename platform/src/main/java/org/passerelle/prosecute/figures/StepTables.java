package org.passerelle.prosecute.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Figures;
import org.passerelle.disclosure.Hierarchy;
import org.passerelle.disclosure.Policy;
import org.passerelle.disclosure.Protection;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.Release;
import org.passerelle.disclosure.TableShape;
import org.passerelle.disclosure.Variable;
import org.passerelle.disclosure.cells.FewSources;
import org.passerelle.disclosure.cells.SmallCells;

/**
 * Tables of steps by one variable each, protected together (decision 0172).
 *
 * <p>Steps lie within each other, so that subtracting two of them counts who went no further. What
 * is protected is therefore how many came exactly so far; a number that is shown is a sum or a
 * difference of shown ones. Rows behind which fewer than {@link #INVESTIGATIONS} investigations
 * stand are put together, since they would tell of one. Pure.
 */
final class StepTables {
  /** Fewest investigations behind a row. */
  static final int INVESTIGATIONS = 3;

  private static final String STEP = "step";
  private static final Policy POLICY =
      new Policy(
          Policy.Method.SUPPRESSION,
          SmallCells.THRESHOLD,
          SmallCells.THRESHOLD - 2,
          true,
          true,
          SmallCells.THRESHOLD);

  private final Kind kind;
  private final List<Counted> counted;
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

  private StepTables(Kind kind, List<Counted> counted) {
    this.kind = kind;
    this.counted = counted;
    kind.variables.forEach(variable -> rows.put(variable, pooled(variable)));
  }

  /**
   * What is counted.
   *
   * @param since index of the step from which the time to each is measured
   * @param variables names of variables, one table for each
   * @param investigations fewest investigations behind a row; 0 if it is not about investigations
   */
  record Kind(
      String id,
      List<String> steps,
      List<Integer> since,
      List<String> variables,
      int investigations) {
    Kind {
      steps = List.copyOf(steps);
      since = List.copyOf(since);
      variables = List.copyOf(variables);
    }
  }

  static Course of(Kind kind, List<Counted> counted) {
    if (counted.isEmpty()) {
      return Course.untold(kind, Course.Told.NOBODY);
    }
    Set<String> investigations = new HashSet<>();
    counted.forEach(one -> investigations.add(one.investigation()));
    if (investigations.size() < kind.investigations) {
      return Course.untold(kind, Course.Told.FEW);
    }
    try {
      return new StepTables(kind, counted).course();
    } catch (BadRelease cannot) {
      return Course.untold(kind, Course.Told.FEW);
    }
  }

  /** The row of each code. */
  private Map<String, String> pooled(String variable) {
    Map<String, Set<String>> behind = new TreeMap<>();
    counted.forEach(
        one ->
            behind
                .computeIfAbsent(one.code(variable), code -> new HashSet<>())
                .add(one.investigation()));
    Set<String> few = FewSources.of(behind, kind.investigations);
    Map<String, String> row = new LinkedHashMap<>();
    behind.keySet().forEach(code -> row.put(code, few.contains(code) ? Course.POOLED : code));
    return row;
  }

  private String row(Counted one, String variable) {
    return rows.getOrDefault(variable, Map.of()).getOrDefault(one.code(variable), Course.POOLED);
  }

  private Course course() {
    List<Variable> variables = new ArrayList<>();
    List<TableShape> shapes = new ArrayList<>();
    rows.forEach(
        (variable, codes) -> {
          variables.add(variable(variable, List.copyOf(new TreeSet<>(codes.values()))));
          shapes.add(shape(variable, variables.size() - 1));
        });
    if (kind.steps.size() > 1) {
      variables.add(variable(STEP, kind.steps));
    }
    Release release =
        new Release(kind.id, kind.id, kind.id, "", "", "", variables, shapes, POLICY, Map.of());
    List<List<String>> records = counted.stream().map(this::codes).toList();
    Protection protection = Protection.of(Figures.count(Records.of(release, records)), List.of());
    if (!protection.audit().passed()) {
      return Course.untold(kind, Course.Told.FEW);
    }
    List<PublishedTable> published = PublishedTable.of(protection.published());
    List<Course.Table> tables = new ArrayList<>();
    for (PublishedTable table : published) {
      List<Course.Row> lines = new ArrayList<>();
      for (int r = 1; r < table.headings(0).size(); r++) {
        lines.add(line(table, r, table.id(), table.headings(0).get(r).code()));
      }
      tables.add(new Course.Table(table.id(), lines));
    }
    Course.Row whole = line(published.get(0), 0, "", "");
    return new Course(kind.id, kind.steps, Course.Told.SHOWN, whole, tables);
  }

  private static Variable variable(String name, List<String> codes) {
    return new Variable(name, name, name, Hierarchy.flat(name, codes), List.of(), null);
  }

  private TableShape shape(String variable, int index) {
    List<TableShape.Dimension> by = new ArrayList<>();
    by.add(new TableShape.Dimension(index, Integer.MAX_VALUE));
    if (kind.steps.size() > 1) {
      by.add(new TableShape.Dimension(kind.variables.size(), Integer.MAX_VALUE));
    }
    return new TableShape(variable, variable, by, null);
  }

  private List<String> codes(Counted one) {
    List<String> codes = new ArrayList<>();
    kind.variables.forEach(variable -> codes.add(row(one, variable)));
    if (kind.steps.size() > 1) {
      codes.add(kind.steps.get(one.step()));
    }
    return codes;
  }

  /** A row of a table; of all who are counted if the variable is empty. */
  private Course.Row line(PublishedTable table, int row, String variable, String code) {
    List<Long> reached = new ArrayList<>();
    List<Long> days = new ArrayList<>();
    for (int step = 0; step < kind.steps.size(); step++) {
      long count = reached(table, row, step);
      reached.add(count);
      days.add(count < 0 ? -1 : median(step, variable, code));
    }
    return new Course.Row(code, reached, days);
  }

  /** How many came to a step or further, if that follows from counts that are shown. */
  private long reached(PublishedTable table, int row, int step) {
    if (kind.steps.size() == 1) {
      return table.count(row).orElse(-1);
    }
    OptionalLong further = sum(table, row, step, kind.steps.size());
    OptionalLong before = sum(table, row, 0, step);
    OptionalLong all = table.count(row, 0);
    if (further.isPresent()) {
      return further.getAsLong();
    }
    return all.isPresent() && before.isPresent() ? all.getAsLong() - before.getAsLong() : -1;
  }

  private OptionalLong sum(PublishedTable table, int row, int from, int until) {
    long sum = 0;
    List<PublishedTable.Heading> headings = table.headings(1);
    for (int column = 1; column < headings.size(); column++) {
      int step = kind.steps.indexOf(headings.get(column).code());
      if (step >= from && step < until) {
        OptionalLong count = table.count(row, column);
        if (count.isEmpty()) {
          return count;
        }
        sum += count.getAsLong();
      }
    }
    return OptionalLong.of(sum);
  }

  /** Median days to a step; -1 if too few were measured. */
  private long median(int step, String variable, String code) {
    List<Long> spans = new ArrayList<>();
    int from = kind.since.get(step);
    for (Counted one : counted) {
      boolean in = variable.isEmpty() || row(one, variable).equals(code);
      LocalDate began = one.days().get(from);
      LocalDate ended = one.days().get(step);
      if (in && began != null && ended != null) {
        spans.add(Math.max(0, ChronoUnit.DAYS.between(began, ended)));
      }
    }
    spans.sort(Comparator.naturalOrder());
    return spans.size() < SmallCells.THRESHOLD ? -1 : spans.get(spans.size() / 2);
  }
}
