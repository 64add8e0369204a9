package org.passerelle.steer.letter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;

/**
 * Event days by country, from the year before the issue to the end of its calendar. Only events
 * with exact days count; a partner country without any is named, not counted as zero.
 */
final class EventDays {
  private EventDays() {}

  static Body of(Reading read) {
    LocalDate until =
        read.letter().date("period-end").map(Reading::latest).orElse(read.issued().plusMonths(3));
    LocalDate from = LocalDate.of(read.issued().getYear() - 1, 1, 1);
    List<Entry> counted =
        read.facts().all("event").stream()
            .filter(e -> isDated(e) && e.has("country"))
            .filter(
                e ->
                    !CalendarSplit.start(e).isBefore(from)
                        && !CalendarSplit.start(e).isAfter(until))
            .sorted(Comparator.comparing(CalendarSplit::start))
            .toList();
    Map<String, Integer> days = new HashMap<>();
    for (Entry event : counted) {
      long length =
          ChronoUnit.DAYS.between(CalendarSplit.start(event), CalendarSplit.end(event)) + 1;
      days.merge(event.text("country"), (int) length, Integer::sum);
    }
    List<DaysChart.Bar> bars = new ArrayList<>();
    days.forEach((code, n) -> bars.add(new DaysChart.Bar(read.country(code, false), n)));
    List<String> order = read.sorted(bars.stream().map(DaysChart.Bar::country).toList());
    bars.sort(
        Comparator.comparing(DaysChart.Bar::days)
            .reversed()
            .thenComparing(bar -> order.indexOf(bar.country())));
    List<String> none =
        read.sorted(
            read.facts().all("country").stream()
                .filter(c -> !c.rows("membership").isEmpty() && !days.containsKey(c.id()))
                .map(c -> read.country(c.id(), false))
                .toList());
    return new Body.Days(
        new DaysChart(read.word("days.title"), read.word("days.none"), bars, none),
        counted.isEmpty() ? "" : period(read, counted));
  }

  private static String period(Reading read, List<Entry> counted) {
    LocalDate last =
        counted.stream().map(CalendarSplit::end).max(Comparator.naturalOrder()).orElseThrow();
    return read.word(
        "days.period",
        read.dates().monthOf(CalendarSplit.start(counted.get(0))),
        read.dates().monthOf(last));
  }

  private static boolean isDated(Entry event) {
    return event.date("start").map(PartialDate::isDay).orElse(false)
        && event.date("end").map(PartialDate::isDay).orElse(true);
  }
}
