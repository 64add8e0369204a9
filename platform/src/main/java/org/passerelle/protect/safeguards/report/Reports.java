package org.passerelle.protect.safeguards.report;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.disclosure.cells.LinkedCells;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts cases of the user's organisation by coded fields, for case managers and supervisors: all
 * cases except those restricted to named colleagues, whatever their teams. No encrypted answer is
 * decrypted.
 */
@Service
public class Reports {
  /** Roles that can use reports. */
  public static final List<Role> READERS = List.of(Role.CASE_MANAGER, Role.SUPERVISOR);

  /** Maximum number of cells in a table, because they are protected together. */
  static final int MOST = 1_200;

  private final CaseLines cases;
  private final ReportFields fields;
  private final Clock clock;

  Reports(CaseLines cases, ReportFields fields, Clock clock) {
    this.cases = cases;
    this.fields = fields;
    this.clock = clock;
  }

  /**
   * Computes a report now.
   *
   * @throws Refused if the table would be too large
   * @throws NotFound if the reader may not use reports, or a field does not exist
   */
  @Transactional(readOnly = true)
  public ReportAnswer answer(ReportQuestion question, SignedIn who) {
    if (READERS.stream().noneMatch(who::is)) {
      throw new NotFound();
    }
    ReportField rows = field(question.rows());
    Optional<ReportField> columns =
        question.columns().isEmpty() || question.grain().isPresent()
            ? Optional.empty()
            : Optional.of(field(question.columns()));
    List<ReportField> by = question.filters().stream().map(f -> field(f.field())).toList();
    ReportQuestion.Months months = question.months(now());
    Map<CaseLines.Line, Long> lines =
        cases.of(new CaseLines.Asked(question, rows, columns, by, months), who);
    List<String> rowCodes = codes(rows, lines.keySet().stream().map(CaseLines.Line::row).toList());
    List<String> columnCodes =
        question
            .grain()
            .map(grain -> times(grain, months))
            .or(() -> columns.map(field -> codes(field, columns(lines))))
            .orElse(List.of(""));
    if (rowCodes.size() * columnCodes.size() > MOST) {
      throw new Refused("report.refused.large", rowCodes.size(), columnCodes.size(), MOST);
    }
    Map<Integer, long[][]> tables = new HashMap<>();
    int all = (1 << by.size()) - 1;
    for (int filters = 0; filters <= all; filters++) {
      tables.put(filters, table(lines, rowCodes, columnCodes, filters));
    }
    return new ReportAnswer(
        question,
        months,
        rowCodes,
        columnCodes,
        rows.several() || columns.filter(ReportField::several).isPresent(),
        new ReportAnswer.Counts(tables.getOrDefault(all, new long[0][]), LinkedCells.of(tables)));
  }

  /** The current month. */
  public YearMonth now() {
    return YearMonth.from(Columns.now(clock));
  }

  private ReportField field(String id) {
    return fields.find(id).orElseThrow(NotFound::new);
  }

  /** Codes in the order of the field; unknown codes and missing values come last. */
  private static List<String> codes(ReportField field, List<String> found) {
    Set<String> there = new TreeSet<>(found);
    Set<String> codes = new LinkedHashSet<>();
    field.codes().keySet().stream()
        .filter(code -> field.isShort() || there.contains(code))
        .forEach(codes::add);
    there.stream().filter(code -> !code.isEmpty() && !code.startsWith("_")).forEach(codes::add);
    there.stream().filter(code -> code.startsWith("_")).forEach(codes::add);
    there.stream().filter(String::isEmpty).forEach(codes::add);
    return List.copyOf(codes);
  }

  private static List<String> times(Grain grain, ReportQuestion.Months months) {
    List<String> times = new ArrayList<>();
    YearMonth begin = grain.begin(months.from());
    while (begin.isBefore(months.until())) {
      times.add(grain.name(begin));
      begin = grain.next(begin);
    }
    return times.isEmpty() ? List.of(grain.name(grain.begin(months.from()))) : times;
  }

  private static List<String> columns(Map<CaseLines.Line, Long> lines) {
    return lines.keySet().stream().map(CaseLines.Line::column).toList();
  }

  /** Counts of cases that match some of the filters. */
  private static long[][] table(
      Map<CaseLines.Line, Long> lines, List<String> rows, List<String> columns, int filters) {
    long[][] cells = new long[rows.size()][columns.size()];
    lines.forEach(
        (line, number) -> {
          boolean kept =
              ((filters & 1) == 0 || line.first()) && ((filters & 2) == 0 || line.second());
          if (kept) {
            cells[rows.indexOf(line.row())][columns.indexOf(line.column())] += number;
          }
        });
    return cells;
  }
}
