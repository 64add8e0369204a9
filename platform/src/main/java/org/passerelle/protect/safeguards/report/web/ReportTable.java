package org.passerelle.protect.safeguards.report.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.passerelle.pages.Page;
import org.passerelle.protect.safeguards.report.ReportAnswer;
import org.passerelle.table.TableFile;

/**
 * A report as a spreadsheet: labels in the reader's language with their codes, protected counts,
 * and explanations below.
 */
final class ReportTable {
  private ReportTable() {}

  static void write(TableFile file, ReportAnswer answer, ReportWords words, List<String> notes)
      throws IOException {
    Page page = words.page();
    List<String> columns = words.columns(answer);
    List<Object> header = new ArrayList<>();
    header.add(words.field(answer.question().rows()));
    header.add(page.text("report.code") + " [" + answer.question().rows() + "]");
    for (int c = 0; c < columns.size(); c++) {
      header.add(beside(columns.get(c), answer.columns().get(c)));
    }
    header.add(page.text("figures.total"));
    file.row(header);
    List<String> labels = words.rows(answer);
    for (int r = 0; answer.told() && r < labels.size(); r++) {
      file.row(row(labels.get(r), answer.rows().get(r), r, answer, words));
    }
    file.row(row(page.text("figures.total"), "", labels.size(), answer, words));
    file.row(List.of(""));
    for (String note : notes) {
      file.row(List.of(note));
    }
    String filters = words.filters(answer.question());
    if (!filters.isEmpty()) {
      file.row(List.of(filters));
    }
  }

  private static String beside(String label, String code) {
    return label.equals(code) || code.isEmpty() ? label : label + " [" + code + "]";
  }

  private static List<Object> row(
      String label, String code, int row, ReportAnswer answer, ReportWords words) {
    List<Object> cells = new ArrayList<>(List.of(label, code));
    for (int c = 0; c < words.columns(answer).size(); c++) {
      cells.add(cell(answer.cell(row, c), words));
    }
    boolean total = row == answer.rows().size();
    cells.add(cell(total ? answer.total() : answer.row(row), words));
    return cells;
  }

  private static Object cell(OptionalLong count, ReportWords words) {
    return count.isPresent() ? (Object) count.getAsLong() : words.count(count);
  }
}
