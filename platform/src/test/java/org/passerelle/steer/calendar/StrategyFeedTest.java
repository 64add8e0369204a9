package org.passerelle.steer.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.steer.calendar.Events.event;
import static org.passerelle.steer.calendar.Events.with;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VJournal;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.ICalProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/** The feed is read back by biweekly, which shares no code with its writer. */
class StrategyFeedTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2019-04-01T06:00:00.123Z"), ZoneOffset.UTC);

  private static String feed(Facts facts, String language, String country, String pillar) {
    return new StrategyFeed(
            FileTexts.of(new Language(language), "house", "calendar"),
            CLOCK,
            "https://passerelle.example")
        .of(facts, country, pillar);
  }

  private static ICalendar read(String feed) {
    try (ICalReader reader = new ICalReader(feed)) {
      ICalendar calendar = reader.readNext();
      assertThat(reader.getWarnings()).extracting(ParseWarning::toString).isEmpty();
      assertThat(reader.readNext()).isNull();
      assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
          .as(calendar.validate(biweekly.ICalVersion.V2_0).toString())
          .isTrue();
      return calendar;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalDate day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sr-Cyrl", "sr-Latn"})
  void everyEventIsReadBackWithNothingLost(String tag) {
    Language language = new Language(tag);
    Calendar written = Calendar.of(Facts.shipped());
    String feed = feed(Facts.shipped(), tag, "", "");
    for (String line : feed.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
    }
    assertThat(feed.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    ICalendar calendar = read(feed);
    Map<String, VEvent> events = new HashMap<>();
    calendar.getEvents().forEach(e -> events.put(e.getUid().getValue(), e));
    Map<String, VJournal> journals = new HashMap<>();
    calendar.getJournals().forEach(j -> journals.put(j.getUid().getValue(), j));
    assertThat(events.size() + journals.size()).isEqualTo(written.events().size()).isEqualTo(22);
    for (CalendarEvent event : written.events()) {
      String uid = event.id() + "@events.passerelle";
      if (event.hasDays()) {
        VEvent read = Objects.requireNonNull(events.get(uid), uid);
        assertThat(read.getSummary().getValue()).isEqualTo(event.title().in(language));
        assertThat(read.getSummary().getLanguage()).isEqualTo(tag);
        assertThat(read.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(read.getDateStart().getValue())).isEqualTo(event.first());
        assertThat(day(read.getDateEnd().getValue()))
            .isEqualTo(Objects.requireNonNull(event.last()).plusDays(1));
        assertThat(read.getSequence().getValue()).isEqualTo(event.entry().revision());
        assertThat(read.getDateTimeStamp().getValue().toInstant())
            .isEqualTo("2019-04-01T06:00:00Z");
        assertThat(read.getCategories().get(0).getValues())
            .containsExactly(event.typeWord().in(language));
        if (event.place() != null) {
          assertThat(read.getLocation().getValue()).contains(event.place().name().in(language));
        }
        event
            .organisers()
            .forEach(
                o -> assertThat(read.getDescription().getValue()).contains(o.name().in(language)));
        if (event.entry().has("summary")) {
          assertThat(read.getDescription().getValue())
              .contains(event.entry().wording("summary").in(language));
        }
        assertThat(read.getUrl().getValue()).endsWith("/calendar#" + event.id());
      } else {
        VJournal read = Objects.requireNonNull(journals.get(uid), uid);
        assertThat(read.getSummary().getValue()).isEqualTo(event.title().in(language));
        assertThat(read.getDateStart()).isNull();
        String known = read.getExperimentalProperty("X-PASSERELLE-DATE").getValue();
        assertThat(known).isEqualTo(event.start() == null ? "" : event.start().edtf());
        assertThat(calendar.getDescriptions().get(0).getValue())
            .contains(event.title().in(language));
      }
    }
    assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue())
        .isEqualTo(calendar.getNames().get(0).getValue())
        .isNotBlank();
    assertThat(feed).doesNotContain("⟦");
    String unfolded = feed.replace("\r\n ", "");
    for (Entry person : Facts.shipped().all("person")) {
      assertThat(unfolded).doesNotContain(person.text("name"));
    }
  }

  @Test
  void cyrillicSummariesAreCyrillic() {
    ICalendar calendar = read(feed(Facts.shipped(), "sr-Cyrl", "", ""));
    assertThat(calendar.getEvents())
        .allSatisfy(e -> assertThat(e.getSummary().getValue()).matches("(?s).*\\p{IsCyrillic}.*"));
  }

  @Test
  void whateverSomebodyTypesComesBackAsItIs() {
    String title =
        "Семинар; „право, правда” \\n C:\\temp, 100% \"тест\" 👩‍⚖️ BEGIN:VEVENT; x=y:"
            + "ђ".repeat(200);
    ICalendar calendar =
        read(
            feed(
                with(
                    event(
                        "odd",
                        7,
                        title + "\nEND:VCALENDAR",
                        "start",
                        "2020-02-29",
                        "country",
                        "RS")),
                "sr-Cyrl",
                "",
                ""));
    VEvent read = calendar.getEvents().get(0);
    assertThat(read.getSummary().getValue()).isEqualTo(title + "\nEND:VCALENDAR");
    assertThat(day(read.getDateEnd().getValue())).isEqualTo("2020-03-01");
    assertThat(read.getSequence().getValue()).isEqualTo(7);
  }

  @Test
  void countriesAndPillarsHaveFeedsOfTheirOwn() {
    ICalendar serbia = read(feed(Facts.shipped(), "en", "RS", ""));
    assertThat(serbia.getEvents())
        .extracting(e -> e.getUid().getValue())
        .containsExactly("e-mission-rs@events.passerelle");
    assertThat(serbia.getNames().get(0).getValue()).contains("Serbia");
    ICalendar prosecution = read(feed(Facts.shipped(), "fr", "", "prosecution"));
    assertThat(prosecution.getJournals())
        .extracting(e -> e.getUid().getValue())
        .contains("e-unodc-3@events.passerelle");
    assertThatThrownBy(() -> feed(Facts.shipped(), "en", "ZZ", ""))
        .isInstanceOf(StrategyFeed.NoSuchFeed.class)
        .hasMessageContaining("Maybe it is one of");
    assertThatThrownBy(() -> feed(Facts.shipped(), "en", "", "poetry"))
        .isInstanceOf(StrategyFeed.NoSuchFeed.class);
  }

  @Test
  void anEmptyFeedIsStillACalendar() {
    ICalendar calendar = Biweekly.parse(feed(with(), "en", "", "")).first();
    assertThat(calendar.getEvents()).isEmpty();
    assertThat(List.<ICalProperty>copyOf(calendar.getNames())).hasSize(1);
  }
}
