package org.passerelle.protect.safeguards.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.springframework.stereotype.Component;

/**
 * Reads the counts: one line per combination of codes, with the number of cases. Cases are read by
 * one statement composed of constants, answers by one statement per code; both databases scan each
 * table once.
 */
@Component
class CaseLines {
  private static final String MONTH =
      "cast(extract(year from %1$s) * 100 + extract(month from %1$s) as integer)";
  private static final String OPENED = MONTH.formatted("c.opened_at at time zone 'UTC'");
  private static final String CONTACT = MONTH.formatted("c.first_contact");
  private static final String COUNTED =
      """
      select c.id, %s as row_code, %s as column_code, %s as x_code, %s as y_code, %s as month_code
        from {case c} join person_outline p on p.id = c.person
       where {open c}""";
  private static final String OPENED_WITHIN = " and c.opened_at >= :from and c.opened_at < :until";
  private static final String MET_WITHIN =
      " and c.first_contact >= :first and c.first_contact < :after";

  private final CaseSight sight;
  private final CaseAnswers answers;

  CaseLines(CaseSight sight, CaseAnswers answers) {
    this.sight = sight;
    this.answers = answers;
  }

  /**
   * A combination of codes.
   *
   * @param column code, or period
   * @param first whether the first filter matches, or there is none
   */
  record Line(String row, String column, boolean first, boolean second) {}

  /**
   * The fields of a question.
   *
   * @param columns one, or none
   * @param by fields of the filters
   */
  record Asked(
      ReportQuestion question,
      ReportField rows,
      Optional<ReportField> columns,
      List<ReportField> by,
      ReportQuestion.Months months) {}

  /** Number of cases for each combination. */
  Map<Line, Long> of(Asked asked, SignedIn who) {
    Optional<ReportField> first = asked.by.stream().findFirst();
    Optional<ReportField> second = asked.by.stream().skip(1).findFirst();
    Slot row = slot(Optional.of(asked.rows), who);
    Slot column = slot(asked.columns, who);
    Slot x = slot(first, who);
    Slot y = slot(second, who);
    String date = asked.question.date();
    boolean answered = !date.equals(ReportQuestion.OPENED) && !date.equals(ReportQuestion.CONTACT);
    Map<UUID, LocalDate> days =
        answered ? answers.days(date.substring(ReportField.answer("").length()), who) : Map.of();
    Map<Line, Long> lines = new HashMap<>();
    sight
        .sql(COUNTED.formatted(row.sql, column.sql, x.sql, y.sql, month(date)) + within(date), who)
        .params(bound(date, asked.months))
        .query(
            read -> {
              UUID id = read.getObject("id", UUID.class);
              Optional<YearMonth> month =
                  answered
                      ? Optional.ofNullable(days.get(id)).map(YearMonth::from)
                      : Optional.of(month(read.getInt("month_code")));
              if (month.filter(asked.months::contains).isEmpty()) {
                return;
              }
              boolean keptFirst = kept(asked, 0, x.codes(id, read.getString("x_code")));
              boolean keptSecond = kept(asked, 1, y.codes(id, read.getString("y_code")));
              for (String one : row.codes(id, read.getString("row_code"))) {
                for (String other :
                    column(asked, month.get(), column.codes(id, read.getString("column_code")))) {
                  lines.merge(new Line(one, other, keptFirst, keptSecond), 1L, Long::sum);
                }
              }
            });
    return lines;
  }

  private static boolean kept(Asked asked, int filter, List<String> codes) {
    return asked.by.size() <= filter || codes.contains(asked.question.filters().get(filter).code());
  }

  private static List<String> column(Asked asked, YearMonth month, List<String> codes) {
    return asked
        .question
        .grain()
        .map(grain -> List.of(grain.name(grain.begin(month))))
        .orElse(codes);
  }

  private static String month(String date) {
    return switch (date) {
      case ReportQuestion.OPENED -> OPENED;
      case ReportQuestion.CONTACT -> CONTACT;
      default -> "0";
    };
  }

  private static YearMonth month(int code) {
    return YearMonth.of(code / 100, code % 100);
  }

  private static String within(String date) {
    return switch (date) {
      case ReportQuestion.OPENED -> OPENED_WITHIN;
      case ReportQuestion.CONTACT -> MET_WITHIN;
      default -> "";
    };
  }

  private static Map<String, Object> bound(String date, ReportQuestion.Months months) {
    LocalDate first = months.from().atDay(1);
    LocalDate after = months.until().atDay(1);
    return switch (date) {
      case ReportQuestion.OPENED ->
          Map.of(
              "from", first.atStartOfDay().atOffset(ZoneOffset.UTC),
              "until", after.atStartOfDay().atOffset(ZoneOffset.UTC));
      case ReportQuestion.CONTACT -> Map.of("first", first, "after", after);
      default -> Map.of();
    };
  }

  /** Source of the codes of a field: an SQL expression, or answers. */
  private record Slot(String sql, boolean answered, Map<UUID, List<String>> answers) {
    List<String> codes(UUID id, String code) {
      return answered ? answers.getOrDefault(id, List.of("")) : List.of(code);
    }
  }

  private Slot slot(Optional<ReportField> field, SignedIn who) {
    if (field.isEmpty()) {
      return new Slot("''", false, Map.of());
    }
    ReportField asked = field.get();
    if (asked.isAnswer()) {
      return new Slot("''", true, answers.codes(asked.reporting(), who));
    }
    return new Slot(
        Stream.of(CaseField.values())
            .filter(one -> one.id().equals(asked.id()))
            .map(CaseField::sql)
            .findFirst()
            .orElseThrow(),
        false,
        Map.of());
  }
}
