package org.passerelle.steer.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.steer.calendar.Events.event;
import static org.passerelle.steer.calendar.Events.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.register.Facts;

/** Dates as far as they are known, the split at an issue's day, and clashes. */
class CalendarTest {
  private static final Calendar SHIPPED = Calendar.of(Facts.shipped());

  private static List<String> ids(List<CalendarEvent> events) {
    return events.stream().map(CalendarEvent::id).toList();
  }

  @Test
  void everyEventOfTheLetterStandsOnOneSideOfItsDate() {
    Calendar.Split split = SHIPPED.split(LocalDate.of(2019, 4, 1));
    assertThat(ids(split.inBrief()))
        .contains("e-glotip", "e-script", "e-cest", "e-fr-ro", "e-pristina", "e-sofia-1");
    assertThat(ids(split.toCome()))
        .containsExactly(
            "e-comp-seminar",
            "e-bucharest",
            "e-film",
            "e-osce",
            "e-mission-rs",
            "e-mission-al",
            "e-ccpcj28",
            "e-unodc-3");
    assertThat(ids(split.undated())).containsExactly("e-rt-1", "e-rt-2", "e-rt-3");
    List<CalendarEvent> all =
        Stream.of(split.inBrief(), split.toCome(), split.undated()).flatMap(List::stream).toList();
    assertThat(all).hasSameSizeAs(Facts.shipped().all("event")).doesNotHaveDuplicates();
  }

  @Test
  void theTwoEventsOfAprilClashAndNothingElseDoes() {
    List<Clash> clashes = Clash.among(SHIPPED);
    assertThat(clashes).hasSize(1);
    assertThat(List.of(clashes.get(0).one().id(), clashes.get(0).other().id()))
        .containsExactlyInAnyOrder("e-film", "e-osce");
    assertThat(clashes.get(0).from()).isEqualTo("2019-04-08");
    assertThat(clashes.get(0).to()).isEqualTo("2019-04-09");
  }

  @Test
  void onlyKnownDaysInDifferentPlacesClash() {
    Calendar calendar =
        Calendar.of(
            with(
                event(
                    "long",
                    1,
                    "Long",
                    "start",
                    "2030-01-01",
                    "end",
                    "2030-01-31",
                    "place",
                    "paris"),
                event("same", 1, "Same", "start", "2030-01-05", "place", "paris"),
                event(
                    "other",
                    1,
                    "Other",
                    "start",
                    "2030-01-31",
                    "end",
                    "2030-02-02",
                    "place",
                    "vienna"),
                event("after", 1, "After", "start", "2030-02-03", "place", "sarajevo"),
                event("month", 1, "Month", "start", "2030-01", "place", "vienna"),
                event("nowhere", 1, "Nowhere", "start", "2030-01-05"),
                event("country", 1, "Country", "start", "2030-01-06", "country", "RS")));
    List<String> pairs = new ArrayList<>();
    Clash.among(calendar)
        .forEach(
            c -> pairs.add(c.one().id() + " " + c.other().id() + " " + c.from() + " " + c.to()));
    assertThat(pairs)
        .containsExactly("long country 2030-01-06 2030-01-06", "long other 2030-01-31 2030-01-31");
  }

  @Test
  void precisionIsThatOfTheLessKnownEnd() {
    Calendar calendar =
        Calendar.of(
            with(
                event("day", 1, "Day", "start", "2030-01-01"),
                event("span", 1, "Span", "start", "2030-01-01", "end", "2030-02"),
                event("year", 1, "Year", "start", "2030"),
                event("doubt", 1, "Doubt", "start", "2030-01-01?"),
                event("mixed", 1, "Mixed", "start", "2018-10-02", "end", "2020"),
                event("none", 1, "None")));
    assertThat(calendar.events().stream().map(e -> e.id() + " " + e.precision()))
        .containsExactlyInAnyOrder(
            "day DAY", "span MONTH", "year YEAR", "doubt MONTH", "mixed YEAR", "none NONE");
    assertThat(calendar.events().get(5).id()).isEqualTo("none");
  }

  @Test
  void aCountryIsCalledAsItWasCalledThen() {
    Calendar calendar =
        Calendar.of(
            with(
                event("before", 1, "Before", "start", "2018-05-01", "country", "MK"),
                event("after", 1, "After", "start", "2019-05-01", "country", "MK")));
    Language english = new Language("en");
    assertThat(calendar.events().get(0).countryName().in(english))
        .isNotEqualTo("North Macedonia")
        .contains("Macedonia");
    assertThat(calendar.events().get(1).countryName().in(english)).isEqualTo("North Macedonia");
  }

  @Test
  void filtersKeepEventsOfProjectsOfAPillar() {
    Calendar prosecution = SHIPPED.ofPillar("prosecution");
    assertThat(ids(prosecution.events())).contains("e-bucharest", "e-unodc-3");
    assertThat(ids(SHIPPED.ofCountry("AT").events()))
        .containsExactly("e-glotip", "e-osce", "e-ccpcj28");
    assertThat(ids(SHIPPED.ofType("mission").events()))
        .containsExactly("e-mission-rs", "e-mission-al");
  }
}
