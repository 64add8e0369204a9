package org.passerelle.house.register;

import java.util.List;
import org.passerelle.language.Language;
import org.passerelle.register.CheckedRow;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryImport;
import org.passerelle.register.Kind;
import org.passerelle.register.Shown;

/**
 * What a table of entries would become, or became.
 *
 * @param rows as checked now; empty once it was entered
 * @param entries entries made of it that are still in the register
 */
public record RowsPage(
    Kind kind, EntryImport sent, List<CheckedRow> rows, List<Shown.Part> entries) {
  private static final int FAULTS = 100;
  private static final int GOOD = 20;

  public RowsPage {
    rows = List.copyOf(rows);
    entries = List.copyOf(entries);
  }

  /** Address of this page. */
  public String href() {
    return "/" + kind.room() + "/register/" + kind.id() + "/rows/" + sent.id();
  }

  /** Whether it waits for the user's word. */
  public boolean isChecked() {
    return sent.state() == EntryImport.State.CHECKED;
  }

  /** Number of rows that can be entered. */
  public int good() {
    return (int) rows.stream().filter(CheckedRow::good).count();
  }

  /** Number of rows that cannot. */
  public int faulty() {
    return rows.size() - good();
  }

  /** A fault with its row. */
  public record Fault(int line, CheckedRow.Fault of) {}

  /** The first faults, by row. */
  public List<Fault> faults() {
    return rows.stream()
        .flatMap(row -> row.faults().stream().map(fault -> new Fault(row.line(), fault)))
        .limit(FAULTS)
        .toList();
  }

  /** Whether there are more faults than are shown. */
  public boolean more() {
    return rows.stream().mapToInt(row -> row.faults().size()).sum() > FAULTS;
  }

  /** A row that can be entered, by its name. */
  public record Named(int line, String name, String id) {}

  /** The first rows that can be entered. */
  public List<Named> first(Language language) {
    return rows.stream()
        .filter(CheckedRow::good)
        .limit(GOOD)
        .map(
            row ->
                new Named(
                    row.line(),
                    new Entry(kind, row.id(), 1, row.content()).name().orAny(language),
                    row.id()))
        .toList();
  }
}
