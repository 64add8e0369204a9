package org.passerelle.partner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;
import org.springframework.stereotype.Component;

/**
 * Public holidays by country, from {@code partner/holidays.yaml}. Regional holidays are included as
 * hints like the others; feasts whose date is announced each year are not computed.
 */
@Component
public class Holidays {
  private final Map<String, Calendar> byCountry = new HashMap<>();

  Holidays() {
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("partner/holidays.yaml").get("countries"))) {
      byCountry.put(ResourceYaml.text(entry, "country"), Calendar.of(entry));
    }
  }

  /** The public holiday of a country on a day, if there is one. */
  public Optional<Wording> on(String country, LocalDate day) {
    Calendar calendar = byCountry.get(country);
    return calendar == null ? Optional.empty() : calendar.on(day);
  }

  /** Whether somebody has verified a country's holidays, so that they can move a deadline. */
  public boolean verified(String country) {
    Calendar calendar = byCountry.get(country);
    return calendar != null && calendar.verified;
  }

  /** Whether the day is a Saturday or Sunday. */
  public static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Easter Sunday of the western churches (Meeus, Astronomical Algorithms, chapter 8). */
  static LocalDate western(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }

  /** Easter Sunday of the orthodox churches, in the Gregorian calendar (1900 to 2099). */
  static LocalDate orthodox(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int sum = d + e + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(13);
  }

  private record Fixed(MonthDay day, int since, int until, Wording name) {}

  private record Movable(int offset, boolean orthodox, Wording name) {}

  private record Calendar(List<Fixed> fixed, List<Movable> movable, boolean verified) {
    static Calendar of(Map<String, Object> entry) {
      boolean orthodox = ResourceYaml.text(entry, "easter").equals("orthodox");
      return new Calendar(
          ResourceYaml.maps(entry.get("fixed")).stream().map(Calendar::fixed).toList(),
          ResourceYaml.maps(entry.get("movable")).stream()
              .map(
                  m ->
                      new Movable(
                          Integer.parseInt(ResourceYaml.text(m, "offset")),
                          m.containsKey("calendar")
                              ? ResourceYaml.text(m, "calendar").equals("orthodox")
                              : orthodox,
                          ResourceYaml.wording(m.get("name"))))
              .toList(),
          Boolean.TRUE.equals(entry.get("verified"))
              && !ResourceYaml.text(entry, "verified-by").isEmpty());
    }

    private static Fixed fixed(Map<String, Object> entry) {
      String since = ResourceYaml.text(entry, "since");
      String until = ResourceYaml.text(entry, "until");
      return new Fixed(
          MonthDay.parse("--" + ResourceYaml.text(entry, "day")),
          since.isEmpty() ? 0 : Integer.parseInt(since),
          until.isEmpty() ? 9999 : Integer.parseInt(until),
          ResourceYaml.wording(entry.get("name")));
    }

    Optional<Wording> on(LocalDate day) {
      int year = day.getYear();
      return fixed.stream()
          .filter(f -> f.day.equals(MonthDay.from(day)) && year >= f.since && year <= f.until)
          .map(Fixed::name)
          .findFirst()
          .or(
              () ->
                  movable.stream()
                      .filter(
                          m ->
                              (m.orthodox ? orthodox(year) : western(year))
                                  .plusDays(m.offset)
                                  .equals(day))
                      .map(Movable::name)
                      .findFirst());
    }
  }
}
