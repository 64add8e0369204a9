package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns that hold the year, the month and the day of birth apart, which make one date.
 *
 * @param day -1 where there is none
 */
record DateParts(int year, int month, int day) {
  private static final Set<String> YEAR = Set.of("year", "yr", "yyyy", "annee", "an", "godina");
  private static final Set<String> MONTH = Set.of("month", "mon", "mm", "mois", "mesec");
  private static final Set<String> DAY = Set.of("day", "dd", "jour", "dan");
  private static final Set<String> BIRTH =
      Set.of("birth", "born", "dob", "naissance", "rodjenja", "rodenja");

  /** Names that are a part without saying so in words of their own. */
  private static final List<Set<String>> SHORT =
      List.of(
          Set.of("by", "yob", "birthyear", "dob y"),
          Set.of("bm", "mob", "birthmonth", "dob m"),
          Set.of("bd", "birthday", "dob d"));

  private static final Pattern NUMBER = Pattern.compile("0*\\d{1,4}");

  /** The parts of a list, if there are a year and a month at least. */
  static Optional<DateParts> of(List<String> header, Set<String> told) {
    int year = place(header, told, YEAR, SHORT.get(0));
    int month = place(header, told, MONTH, SHORT.get(1));
    return year < 0 || month < 0
        ? Optional.empty()
        : Optional.of(new DateParts(year, month, place(header, told, DAY, SHORT.get(2))));
  }

  /** A part of a date of birth goes before one that does not say of what. */
  private static int place(
      List<String> header, Set<String> told, Set<String> part, Set<String> known) {
    int plain = -1;
    for (int c = 0; c < header.size(); c++) {
      String column = told.contains(header.get(c)) ? "" : ColumnNames.words(header.get(c));
      List<String> words = List.of(column.split(" ", -1));
      boolean is = words.stream().anyMatch(part::contains);
      if (known.contains(column) || (is && words.stream().anyMatch(BIRTH::contains))) {
        return c;
      }
      plain = plain < 0 && is && words.size() == 1 ? c : plain;
    }
    return plain;
  }

  /** The columns, in the order of a date. */
  List<String> columns(List<String> header) {
    List<String> columns = new ArrayList<>(List.of(header.get(year), header.get(month)));
    if (day >= 0) {
      columns.add(header.get(day));
    }
    return columns;
  }

  /**
   * A list with one more column for the date, unless it has one already.
   *
   * @param told what columns tell, by the settings
   */
  static PersonTable joined(PersonTable list, Map<String, AttributeKind> told) {
    return of(list.header(), told.keySet())
        .filter(parts -> !list.header().contains(parts.label(list.header())))
        .map(parts -> list.with(parts.label(list.header()), row -> parts.date(list, row)))
        .orElse(list);
  }

  /** What the date's column is called. */
  String label(List<String> header) {
    return String.join("-", columns(header));
  }

  private String date(PersonTable list, int row) {
    String y = list.value(row, year);
    String m = list.value(row, month);
    String d = day < 0 ? "" : list.value(row, day);
    if (!NUMBER.matcher(y).matches()) {
      return "";
    }
    boolean both = NUMBER.matcher(m).matches() && NUMBER.matcher(d).matches();
    return both ? y + "-" + m + "-" + d : NUMBER.matcher(m).matches() ? y + "-" + m : y;
  }
}
