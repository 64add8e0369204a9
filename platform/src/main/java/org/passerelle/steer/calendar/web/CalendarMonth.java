package org.passerelle.steer.calendar.web;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Page;
import org.passerelle.steer.calendar.Calendar;
import org.passerelle.steer.calendar.CalendarEvent;
import org.passerelle.steer.calendar.Precision;

/** Lays out a month's events in weeks beginning on Monday. */
final class CalendarMonth {
  private final Page page;
  private final Asked asked;
  private final Calendar calendar;
  private final CalendarWords words;
  private final DateFormatSymbols symbols;

  CalendarMonth(Page page, Asked asked, Calendar calendar, CalendarWords words) {
    this.page = page;
    this.asked = asked;
    this.calendar = calendar;
    this.words = words;
    this.symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(page.language().tag()));
  }

  /** The requested month; by default the month nearest to today that has an event. */
  YearMonth month() {
    LocalDate today = page.moments().today();
    return asked
        .yearMonth()
        .orElseGet(
            () ->
                calendar.events().stream()
                    .filter(CalendarEvent::hasDays)
                    .map(event -> Objects.requireNonNull(event.first()))
                    .min(
                        Comparator.comparingLong(
                            day -> Math.abs(day.toEpochDay() - today.toEpochDay())))
                    .map(YearMonth::from)
                    .orElse(YearMonth.from(today)));
  }

  CalendarPage.MonthGrid grid() {
    YearMonth month = month();
    LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<List<CalendarPage.Day>> weeks = new ArrayList<>();
    while (!day.isAfter(month.atEndOfMonth())) {
      List<CalendarPage.Day> week = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        week.add(day(day, month));
        day = day.plusDays(1);
      }
      weeks.add(week);
    }
    return new CalendarPage.MonthGrid(
        word(month),
        weekdays(),
        weeks,
        asked.in(month.minusMonths(1)),
        asked.in(month.plusMonths(1)),
        year(month));
  }

  private CalendarPage.Day day(LocalDate day, YearMonth month) {
    boolean inMonth = YearMonth.from(day).equals(month);
    return new CalendarPage.Day(
        day,
        page.moments().weekday(day),
        inMonth,
        day.equals(page.moments().today()),
        inMonth
            ? words.lines(
                calendar.events().stream().filter(event -> event.touches(day, day)).toList())
            : List.of());
  }

  /** Events of the month and its year with unknown days, and those without any date. */
  List<CalendarPage.Group> besides() {
    YearMonth month = month();
    List<CalendarPage.Group> groups = new ArrayList<>();
    add(
        groups,
        "month",
        page.text("calendar.in-month", word(month)),
        calendar.only(
            e ->
                e.precision() == Precision.MONTH
                    && e.canLieWithin(month.atDay(1), month.atEndOfMonth())));
    add(
        groups,
        "year",
        page.text("calendar.in-year", Integer.toString(month.getYear())),
        calendar.only(
            e ->
                e.precision() == Precision.YEAR
                    && e.canLieWithin(
                        LocalDate.of(month.getYear(), 1, 1),
                        LocalDate.of(month.getYear(), 12, 31))));
    add(
        groups,
        "no-date",
        page.text("calendar.undated"),
        calendar.only(e -> e.precision() == Precision.NONE));
    return groups;
  }

  private void add(List<CalendarPage.Group> groups, String key, String title, Calendar events) {
    if (!events.events().isEmpty()) {
      groups.add(new CalendarPage.Group(key, title, words.lines(events.events())));
    }
  }

  private List<CalendarPage.MonthLink> year(YearMonth current) {
    String[] names = symbols.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED);
    List<CalendarPage.MonthLink> links = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      YearMonth month = YearMonth.of(current.getYear(), i);
      int count =
          (int)
              calendar.events().stream()
                  .filter(e -> e.touches(month.atDay(1), month.atEndOfMonth()))
                  .count();
      links.add(
          new CalendarPage.MonthLink(names[i - 1], asked.in(month), count, month.equals(current)));
    }
    return links;
  }

  private List<String> weekdays() {
    String[] names =
        symbols.getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED);
    List<String> days = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      // ICU numbers the days from Sunday, which is 1
      days.add(names[(i + 1) % 7 + 1]);
    }
    return days;
  }

  private String word(YearMonth month) {
    return page.moments().partial(PartialDate.parse(month.toString()));
  }
}
