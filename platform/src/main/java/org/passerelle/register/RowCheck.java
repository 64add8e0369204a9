package org.passerelle.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.pages.FormErrors;
import org.passerelle.refusal.Refused;
import org.passerelle.table.FormulaCell;

/**
 * Holds the rows of a table to the rules of the form, as if a person had filled it in for each of
 * them. Changes nothing. For a single check of one table.
 */
final class RowCheck {
  private final Kind kind;
  private final EntryTable table;
  private final Facts facts;
  private final List<EntryCheck> checks;
  private final Language language;
  private final Map<String, TableColumn> columns = new LinkedHashMap<>();
  private final Map<Map<String, Object>, Integer> lines = new HashMap<>();
  private final Set<Map<String, Object>> there;
  private final CellValues values;
  private final EntryIds ids;

  RowCheck(
      Kind kind,
      EntryTable table,
      Facts facts,
      Set<String> taken,
      List<EntryCheck> checks,
      Language language) {
    this.kind = kind;
    this.table = table;
    this.facts = facts;
    this.checks = checks.stream().filter(check -> check.kind().equals(kind.id())).toList();
    this.language = language;
    TableColumn.all(kind).forEach(column -> columns.put(column.id(), column));
    there =
        facts.all(kind.id()).stream()
            .map(entry -> Staleness.unmarked(entry.content()))
            .collect(Collectors.toSet());
    values = new CellValues(facts);
    ids = new EntryIds(kind, taken);
  }

  List<CheckedRow> rows() {
    return table.lines().stream().map(this::row).toList();
  }

  private CheckedRow row(EntryTable.Line line) {
    Filled form = Filled.with(Map.of());
    Map<String, CheckedRow.Fault> faults = new LinkedHashMap<>();
    fill(line, form, faults);
    Map<String, Object> content = new EntryForm(form, facts).content(kind, null);
    add(form.errors(), faults);
    String id = "";
    if (faults.isEmpty()) {
      findTwice(line, content, faults);
    }
    if (faults.isEmpty()) {
      id = ids.next(form, content);
      add(form.errors(), faults);
    }
    if (faults.isEmpty()) {
      Entry entry = new Entry(kind, id, 1, content);
      for (EntryCheck check : checks) {
        for (EntryCheck.Problem problem : check.check(entry, facts)) {
          faults.putIfAbsent(
              problem.field(), fault(problem.field(), problem.key(), problem.arguments()));
        }
      }
    }
    return new CheckedRow(
        line.number(),
        faults.isEmpty() ? id : "",
        content,
        faults.values().stream()
            .sorted(Comparator.comparingInt(CheckedRow.Fault::column))
            .toList());
  }

  private void fill(EntryTable.Line line, Filled form, Map<String, CheckedRow.Fault> faults) {
    List<String> cells = line.cells();
    for (int i = 0; i < cells.size(); i++) {
      String cell = FormulaCell.restored(cells.get(i).strip());
      if (cell.isEmpty()) {
        continue;
      }
      if (i >= table.columns().size()) {
        faults.putIfAbsent(
            "", fault("", "register.rows.fault.columns", List.of(table.columns().size())));
        continue;
      }
      String id = table.columns().get(i);
      TableColumn column = columns.get(id);
      if (cell.indexOf('\uFFFD') >= 0) {
        faults.put(id, fault(id, "register.rows.fault.encoding", List.of()));
        continue;
      }
      try {
        form.and(id, column == null ? List.of(cell) : values.of(column.field(), cell));
      } catch (Refused refused) {
        faults.put(id, fault(id, refused.key(), List.of(refused.arguments())));
      }
    }
  }

  private void add(FormErrors errors, Map<String, CheckedRow.Fault> faults) {
    for (FormErrors.Problem problem : errors.all()) {
      faults.putIfAbsent(
          problem.field(), fault(problem.field(), problem.key(), problem.arguments()));
    }
  }

  private void findTwice(
      EntryTable.Line line, Map<String, Object> content, Map<String, CheckedRow.Fault> faults) {
    Integer before = lines.putIfAbsent(content, line.number());
    if (before != null) {
      faults.put("", fault("", "register.rows.fault.twice", List.of(before)));
    } else if (there.contains(content)) {
      faults.put("", fault("", "register.rows.fault.there", List.of()));
    }
  }

  private CheckedRow.Fault fault(String id, String key, List<Object> arguments) {
    int column = table.columns().indexOf(id);
    TableColumn missing = columns.get(id);
    String heading =
        column >= 0 ? table.headings().get(column) : missing == null ? id : missing.name(language);
    return new CheckedRow.Fault(column + 1, heading, key, new ArrayList<>(arguments));
  }
}
