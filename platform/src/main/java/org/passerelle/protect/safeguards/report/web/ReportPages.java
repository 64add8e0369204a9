package org.passerelle.protect.safeguards.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.forms.CodeList;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.safeguards.report.ReportAnswer;
import org.passerelle.protect.safeguards.report.ReportField;
import org.passerelle.protect.safeguards.report.ReportFields;
import org.passerelle.protect.safeguards.report.ReportQuestion;
import org.passerelle.protect.safeguards.report.Reports;
import org.passerelle.protect.safeguards.report.SavedReports;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Converts reports and results to texts. */
@Component
class ReportPages {
  private final Reports reports;
  private final ReportFields fields;
  private final ReportForm forms;
  private final SavedReports kept;

  ReportPages(Reports reports, ReportFields fields, ReportForm forms, SavedReports kept) {
    this.reports = reports;
    this.fields = fields;
    this.forms = forms;
    this.kept = kept;
  }

  ReportWords words(Page page) {
    return new ReportWords(fields, page);
  }

  /**
   * The page of a report.
   *
   * @param form input, or a saved report
   * @param here the report shown, if it is saved
   */
  ReportPage page(Filled form, SavedReports.@Nullable Saved here, Act act) {
    ReportWords words = words(act.page());
    ReportQuestion question = forms.read(form, reports.now());
    String look = ReportForm.look(form);
    ReportPage.Answered answered = null;
    if (form.errors().isEmpty()) {
      try {
        answered = answered(words.sorted(reports.answer(question, act.who())), look, words);
      } catch (Refused large) {
        form.errors().add(large.at("columns"));
      }
    }
    return new ReportPage(
        here == null ? words.title(question) : here.name(),
        choices(question, form, words),
        answered,
        form.errors(),
        ReportForm.parts(question, look),
        kept.of(act.who()),
        here);
  }

  private ReportPage.Choices choices(ReportQuestion question, Filled form, ReportWords words) {
    List<Option> dates = new ArrayList<>();
    for (String id : List.of(ReportQuestion.OPENED, ReportQuestion.CONTACT)) {
      dates.add(new Option(id, words.date(id)));
    }
    fields.dated().forEach(field -> dates.add(new Option(field.id(), words.field(field))));
    boolean fixed = form.shown("span").equals("fixed");
    return new ReportPage.Choices(
        options(false, words),
        options(true, words),
        dates,
        IntStream.rangeClosed(1, ReportQuestion.FILTERS)
            .mapToObj(i -> filter(i, form, words))
            .toList(),
        question.rows(),
        question.columns(),
        question.date(),
        fixed ? "fixed" : String.valueOf(question.span()),
        form.shown("from"),
        form.shown("until"));
  }

  private List<Option> options(boolean answers, ReportWords words) {
    return fields.coded().stream()
        .filter(field -> field.isAnswer() == answers)
        .map(field -> new Option(field.id(), words.field(field)))
        .toList();
  }

  private ReportPage.Filter filter(int number, Filled form, ReportWords words) {
    return fields
        .find(form.shown("f" + number))
        .map(f -> new ReportPage.Filter(number, f.id(), form.shown("v" + number), codes(f, words)))
        .orElse(new ReportPage.Filter(number, "", "", List.of()));
  }

  private static List<Option> codes(ReportField field, ReportWords words) {
    List<Option> codes = new ArrayList<>();
    field.codes().keySet().forEach(code -> codes.add(new Option(code, words.code(field, code))));
    if (codes.size() > CodeList.LONG) {
      codes.sort(Option.byLabel(words.page().language()));
    }
    if (!field.isAnswer()) {
      codes.add(new Option(ReportForm.NOT_KNOWN, words.code(field, "")));
    }
    return codes;
  }

  private ReportPage.Answered answered(ReportAnswer answer, String look, ReportWords words) {
    ReportQuestion question = answer.question();
    ReportField rows = fields.find(question.rows()).orElseThrow();
    List<String> looks = new ArrayList<>(List.of("table", "bars"));
    if (question.grain().isPresent()) {
      looks.add("line");
    }
    if (PlaceMap.has(rows)) {
      looks.add("map");
    }
    String shown = looks.contains(look) ? look : "table";
    List<String> labels = words.rows(answer);
    boolean drawn = answer.told() && !answer.none();
    return new ReportPage.Answered(
        words.filters(question),
        shown,
        looks,
        answer.none(),
        answer.told(),
        words.count(answer.total()),
        grid(answer, labels, words),
        drawn && shown.equals("bars") ? bars(answer, labels, words) : List.of(),
        drawn && shown.equals("line") ? LineChart.of(answer, labels, words.columns(answer)) : null,
        drawn && shown.equals("map") ? PlaceMap.of(answer, rows, words) : null,
        source(answer, words),
        notes(answer, words));
  }

  private static ReportPage.Grid grid(ReportAnswer answer, List<String> labels, ReportWords words) {
    List<String> columns = words.columns(answer);
    List<ReportPage.Row> rows = new ArrayList<>();
    for (int r = 0; r <= labels.size(); r++) {
      boolean total = r == labels.size();
      List<ReportPage.Cell> cells = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        cells.add(cell(answer.cell(r, c), total, words));
      }
      OptionalLong sum = total ? answer.total() : answer.row(r);
      cells.add(cell(sum, total || !columns.isEmpty(), words));
      rows.add(
          new ReportPage.Row(
              total ? words.page().text("figures.total") : labels.get(r), cells, total));
    }
    return new ReportPage.Grid(words.field(answer.question().rows()), columns, rows);
  }

  private static ReportPage.Cell cell(OptionalLong count, boolean total, ReportWords words) {
    return new ReportPage.Cell(words.count(count), count.isEmpty(), total);
  }

  private static List<ReportPage.Bars> bars(
      ReportAnswer answer, List<String> labels, ReportWords words) {
    List<String> columns = words.columns(answer);
    long most = 1;
    for (int r = 0; r < labels.size(); r++) {
      for (int c = 0; c < Math.max(1, columns.size()); c++) {
        most = Math.max(most, one(answer, r, c, columns).orElse(0));
      }
    }
    List<ReportPage.Bars> all = new ArrayList<>();
    List<ReportPage.Bar> single = new ArrayList<>();
    for (int r = 0; r < labels.size(); r++) {
      List<ReportPage.Bar> bars = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        bars.add(bar(columns.get(c), one(answer, r, c, columns), most, words));
      }
      if (columns.isEmpty()) {
        single.add(bar(labels.get(r), answer.row(r), most, words));
      } else {
        all.add(new ReportPage.Bars(labels.get(r), bars));
      }
    }
    return columns.isEmpty() ? List.of(new ReportPage.Bars("", single)) : all;
  }

  private static OptionalLong one(ReportAnswer answer, int row, int column, List<String> columns) {
    return columns.isEmpty() ? answer.row(row) : answer.cell(row, column);
  }

  private static ReportPage.Bar bar(
      String label, OptionalLong count, long most, ReportWords words) {
    int share = count.isPresent() ? (int) (count.getAsLong() * 100 / most) : -1;
    return new ReportPage.Bar(label, words.count(count), share);
  }

  /** Source of the counts. */
  String source(ReportAnswer answer, ReportWords words) {
    return words
        .page()
        .text(
            "report.source",
            words.date(answer.question().date()),
            words.month(answer.months().from()),
            words.month(answer.months().last()));
  }

  /** Explanations needed to read them. */
  List<String> notes(ReportAnswer answer, ReportWords words) {
    Page page = words.page();
    ReportQuestion question = answer.question();
    List<String> notes = new ArrayList<>();
    notes.add(page.text("report.counts-cases"));
    if (answer.several()) {
      notes.add(page.text("report.several"));
    }
    if (question.rows().equals("age") || question.columns().equals("age")) {
      notes.add(page.text("report.age.how"));
    }
    if (!answer.told()) {
      notes.add(page.text("report.too-few", SmallCells.THRESHOLD));
    } else if (answer.withheld()) {
      notes.add(page.text("report.withheld", SmallCells.THRESHOLD));
    }
    return notes;
  }
}
