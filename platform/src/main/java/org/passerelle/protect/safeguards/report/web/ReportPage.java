package org.passerelle.protect.safeguards.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.FormErrors;
import org.passerelle.pages.Option;
import org.passerelle.protect.safeguards.report.SavedReports;

/**
 * View of a report.
 *
 * @param answered empty if the report has faults
 * @param parts parts of the report, for URLs and hidden fields
 * @param kept saved reports of the reader
 * @param here the report shown, if it is a saved one
 */
public record ReportPage(
    String title,
    Choices choices,
    @Nullable Answered answered,
    FormErrors errors,
    Map<String, String> parts,
    List<SavedReports.Saved> kept,
    SavedReports.@Nullable Saved here) {
  public ReportPage {
    kept = List.copyOf(kept);
  }

  /** The report as a query string. */
  public String address() {
    return ReportForm.address(parts);
  }

  /** The same viewed in another way. */
  public String lookedAt(String look) {
    Map<String, String> other = new LinkedHashMap<>(parts);
    other.put("look", look);
    return ReportForm.address(other);
  }

  /**
   * Options of the form.
   *
   * @param filters for each filter, the codes of the field chosen there
   */
  public record Choices(
      List<Option> caseFields,
      List<Option> answerFields,
      List<Option> dates,
      List<Filter> filters,
      String rows,
      String columns,
      String date,
      String span,
      String from,
      String until) {}

  /** A filter being edited: field, code, and possible codes. */
  public record Filter(int number, String field, String code, List<Option> codes) {}

  /**
   * A result as text.
   *
   * @param looks ways to view it
   * @param source source of the counts
   * @param notes explanations needed to read them
   */
  public record Answered(
      String subtitle,
      String look,
      List<String> looks,
      boolean none,
      boolean told,
      String total,
      Grid grid,
      List<Bars> bars,
      @Nullable LineChart line,
      @Nullable PlaceMap map,
      String source,
      List<String> notes) {}

  /** The table: labels and counts, totals last. */
  public record Grid(String corner, List<String> columns, List<Row> rows) {}

  /** A row; withheld counts are empty. */
  public record Row(String label, List<Cell> cells, boolean total) {}

  /** A count as text. */
  public record Cell(String text, boolean withheld, boolean total) {}

  /** A group of bars. */
  public record Bars(String label, List<Bar> bars) {}

  /**
   * A bar.
   *
   * @param share percentage of the longest, or -1 if the count is withheld
   */
  public record Bar(String label, String text, int share) {}
}
