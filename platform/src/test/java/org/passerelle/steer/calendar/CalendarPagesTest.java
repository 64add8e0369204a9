package org.passerelle.steer.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Entry;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The pages and feeds of the calendar in a running house. */
@OnBothDatabases
class CalendarPagesTest {
  @Parameter House house;

  @BeforeEach
  void enter() {
    Register register = house.get(Register.class);
    if (register.facts().find("event", "t-paris").isPresent()) {
      return;
    }
    SignedIn who = house.somebody(Role.PROGRAMME_MANAGER);
    for (Entry event :
        new Entry[] {
          Events.event(
              "t-paris",
              1,
              "Filming <b>in</b> Paris",
              "start",
              "2031-04-08",
              "end",
              "2031-04-09",
              "place",
              "paris"),
          Events.event(
              "t-vienna",
              1,
              "Conference",
              "start",
              "2031-04-08",
              "end",
              "2031-04-09",
              "place",
              "vienna",
              "type",
              "conference"),
          Events.event("t-year", 1, "Seminar some day", "start", "2031", "country", "RS"),
          Events.event("t-month", 1, "Seminar in April", "start", "2031-04", "country", "RS"),
          Events.event("t-none", 1, "Table without a date", "country", "XK")
        }) {
      register.save(
          who,
          Kinds.shipped().find("event").orElseThrow(),
          event.id(),
          0,
          Map.copyOf(event.content()),
          "");
    }
  }

  @Test
  void theListIsPartedAtADayAndDropsNothing() {
    Browser reader = Member.of(house, Role.TRAINER).browser();
    String list = reader.get("/steer/calendar?at=2031-04-09").body();
    assertThat(list)
        .contains("Filming &lt;b&gt;in&lt;/b&gt; Paris", "8–9 April 2031", "Seminar some day")
        .contains("Table without a date", "Date not known", "day not known", "Vienna, Austria")
        .contains("at the same time in different places")
        .doesNotContain("⟦");
    String over = reader.get("/steer/calendar?at=2031-04-10").body();
    assertThat(over.indexOf("Seminar some day")).isLessThan(over.indexOf("id=\"g-in-brief\""));
    assertThat(over.indexOf("id=\"t-vienna\"")).isGreaterThan(over.indexOf("id=\"g-in-brief\""));
  }

  @Test
  void theMonthShowsWhatItsDaysCannot() {
    Browser reader = Member.of(house, Role.STEERING_MEMBER).browser();
    String month = reader.get("/steer/calendar?view=month&month=2031-04").body();
    assertThat(month)
        .contains("April 2031", "Tuesday 8 April 2031", "In April 2031, day not known")
        .contains("Seminar in April", "In 2031, day not known", "Seminar some day")
        .contains("Table without a date");
    String filtered =
        reader.get("/steer/calendar?view=month&month=2031-04&type=conference&country=AT").body();
    assertThat(filtered).contains("Conference").doesNotContain("Seminar some day");
    assertThat(reader.get("/steer/calendar?view=month&month=nonsense&at=x&type=%27%3E%3C").status())
        .isEqualTo(200);
  }

  @Test
  void everybodyReadsTheListAndSubscribesToTheFeeds() {
    Browser stranger = new Browser(house);
    Browser.Answer page = stranger.get("/calendar?at=2031-01-01");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Seminar some day").doesNotContain("/steer/");
    Browser.Answer feed = stranger.get("/calendar/strategy.ics?language=fr");
    assertThat(feed.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(Biweekly.parse(feed.body()).first().getEvents())
        .extracting(e -> e.getUid().getValue())
        .contains("t-paris@events.passerelle", "t-vienna@events.passerelle");
    assertThat(
            Biweekly.parse(stranger.get("/calendar/country/RS.ics").body()).first().getJournals())
        .extracting(e -> e.getUid().getValue())
        .contains("t-year@events.passerelle");
    assertThat(stranger.get("/calendar/country/ZZ.ics").status()).isEqualTo(404);
    assertThat(stranger.get("/calendar/pillar/poetry.ics").status()).isEqualTo(404);
    assertThat(stranger.get("/steer/calendar").location()).startsWith("/sign-in");
    assertThat(stranger.get("/house/calendar").status()).isEqualTo(404);
  }

  @Test
  void theAdministratorAndTheAuditorHaveNoCalendar() {
    for (Role role : new Role[] {Role.ADMINISTRATOR, Role.AUDITOR}) {
      assertThat(Member.of(house, role).browser().get("/steer/calendar").status()).isEqualTo(404);
    }
  }
}
