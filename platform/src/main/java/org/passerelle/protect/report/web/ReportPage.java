package org.passerelle.protect.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.FormErrors;
import org.passerelle.pages.Option;
import org.passerelle.protect.report.SavedReports;

/**
 * A page of reports.
 *
 * @param answered nothing where the question is faulty
 * @param parts of the question, for addresses and hidden fields
 * @param kept reports that are kept, for the reader
 * @param here the one that is shown, if it is one of them
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

  /** The question as an address says it. */
  public String address() {
    return ReportForm.address(parts);
  }

  /** The same looked at in another way. */
  public String lookedAt(String look) {
    Map<String, String> other = new LinkedHashMap<>(parts);
    other.put("look", look);
    return ReportForm.address(other);
  }

  /**
   * What can be chosen.
   *
   * @param filters for each, the codes of the field that is chosen there
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

  /** A filter that is being chosen: field, code, and what codes there are. */
  public record Filter(int number, String field, String code, List<Option> codes) {}

  /**
   * An answer in words.
   *
   * @param looks ways in which it can be looked at
   * @param source where the counts come from
   * @param notes what must be known to read them
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

  /** The table: labels and counts, the sums last. */
  public record Grid(String corner, List<String> columns, List<Row> rows) {}

  /** A row; what is withheld is empty. */
  public record Row(String label, List<Cell> cells, boolean total) {}

  /** A count in words. */
  public record Cell(String text, boolean withheld, boolean total) {}

  /** Bars that belong together. */
  public record Bars(String label, List<Bar> bars) {}

  /**
   * A bar.
   *
   * @param share of the longest in hundredths, or -1 where the count is withheld
   */
  public record Bar(String label, String text, int share) {}
}
