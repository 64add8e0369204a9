package org.passerelle.steer.calendar;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.language.ContentLine;
import org.passerelle.language.DateSpans;
import org.passerelle.language.Language;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * Writes events as iCalendar (RFC 5545) for subscription. An event with known days is a VEVENT of
 * whole days with exclusive end. An event known only by its month or year, or without date, is a
 * VJOURNAL without a day, so that no day is invented; the feed's description lists them, since many
 * programs do not show VJOURNAL. Contains no personal data.
 */
public final class StrategyFeed {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Texts texts;
  private final Language language;
  private final DateSpans spans;
  private final String address;
  private final String stamp;

  /**
   * @param texts texts with at least the parts {@code house} and {@code calendar}, in the language
   *     of the feed
   * @param clock clock for the timestamp
   * @param address public address of the server, or empty
   */
  public StrategyFeed(Texts texts, Clock clock, String address) {
    this.texts = texts;
    this.language = texts.language();
    this.spans = new DateSpans(new Moments(texts, ZoneOffset.UTC, clock));
    this.address = address;
    this.stamp = STAMP.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * The feed of a country, of a pillar, of both, or of everything.
   *
   * @param country ISO code, or empty
   * @param pillar id of the pillar, or empty
   * @throws NoSuchFeed if there is no such country or pillar in the register
   */
  public String of(Facts facts, String country, String pillar) {
    List<String> parts = new ArrayList<>();
    named(facts, "country", country).ifPresent(parts::add);
    named(facts, "pillar", pillar).ifPresent(parts::add);
    return write(
        Calendar.of(facts).ofCountry(country).ofPillar(pillar),
        parts.isEmpty()
            ? texts.text("calendar.feed.name")
            : texts.text("calendar.feed.name-of", String.join(", ", parts)));
  }

  private Optional<String> named(Facts facts, String kind, String id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        facts
            .find(kind, id)
            .map(entry -> entry.name().in(language))
            .orElseThrow(
                () ->
                    new NoSuchFeed(
                        "There is no %s %s in the register. Maybe it is one of %s."
                            .formatted(
                                kind,
                                id,
                                String.join(
                                    ", ", facts.all(kind).stream().map(Entry::id).toList())))));
  }

  /** There is no such country or pillar; the message lists the existing ones. */
  public static final class NoSuchFeed extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchFeed(String sentence) {
      super(sentence);
    }
  }

  /** The whole file. */
  String write(Calendar calendar, String name) {
    StringBuilder out = new StringBuilder(4096);
    String about = about(calendar);
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Passerelle//Calendar of the strategy//EN");
    line(out, "CALSCALE:GREGORIAN");
    line(out, "X-WR-CALNAME:" + ContentLine.text(name));
    line(out, "X-WR-CALDESC:" + ContentLine.text(about));
    line(out, "NAME;LANGUAGE=" + language.tag() + ":" + ContentLine.text(name));
    line(out, "DESCRIPTION;LANGUAGE=" + language.tag() + ":" + ContentLine.text(about));
    line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
    line(out, "X-PUBLISHED-TTL:PT12H");
    calendar.events().forEach(event -> write(out, event));
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  /** Description of the feed, with the events that have no day. */
  private String about(Calendar calendar) {
    List<CalendarEvent> dayless =
        calendar.events().stream().filter(event -> !event.hasDays()).toList();
    StringBuilder about =
        new StringBuilder(texts.text("calendar.feed.about", calendar.events().size()));
    if (!dayless.isEmpty()) {
      about.append("\n\n").append(texts.text("calendar.feed.dayless", dayless.size()));
      for (CalendarEvent event : dayless) {
        about.append("\n- ").append(event.title().in(language)).append(": ").append(when(event));
      }
    }
    return about.toString();
  }

  private void write(StringBuilder out, CalendarEvent event) {
    String component = event.hasDays() ? "VEVENT" : "VJOURNAL";
    line(out, "BEGIN:" + component);
    line(out, "UID:" + uid(event.entry()));
    line(out, "DTSTAMP:" + stamp);
    if (event.hasDays()) {
      LocalDate first = Objects.requireNonNull(event.first());
      LocalDate last = Objects.requireNonNull(event.last());
      line(out, "DTSTART;VALUE=DATE:" + DAY.format(first));
      line(out, "DTEND;VALUE=DATE:" + DAY.format(last.plusDays(1)));
      line(out, "TRANSP:TRANSPARENT");
      line(out, "STATUS:CONFIRMED");
    }
    line(out, "SEQUENCE:" + event.entry().revision());
    text(out, "SUMMARY", event.title().in(language));
    text(out, "DESCRIPTION", description(event));
    text(out, "CATEGORIES", event.typeWord().in(language));
    if (event.hasDays()) {
      text(out, "LOCATION", location(event));
      geo(out, event);
    } else {
      line(out, "X-PASSERELLE-LOCATION:" + ContentLine.text(location(event)));
      line(out, "X-PASSERELLE-DATE:" + ContentLine.text(edtf(event)));
    }
    line(out, "CLASS:PUBLIC");
    if (!address.isEmpty()) {
      line(out, "URL:" + address + "/calendar#" + event.id());
    }
    line(out, "END:" + component);
  }

  /** Identical in every language, file and revision. */
  static String uid(Entry event) {
    return event.id() + "@events.passerelle";
  }

  private static String edtf(CalendarEvent event) {
    return event.start() == null
        ? event.end() == null ? "" : "../" + event.end().edtf()
        : event.end() == null
            ? event.start().edtf()
            : event.start().edtf() + "/" + event.end().edtf();
  }

  private String when(CalendarEvent event) {
    return event.precision() == Precision.NONE
        ? texts.text("calendar.no-date")
        : spans.period(event.start(), event.end());
  }

  private String description(CalendarEvent event) {
    List<String> parts = new ArrayList<>();
    if (!event.hasDays()) {
      parts.add(texts.text("calendar.feed.known", when(event)));
    }
    if (event.entry().has("summary")) {
      parts.add(event.entry().wording("summary").in(language));
    }
    if (!event.organisers().isEmpty()) {
      parts.add(texts.text("calendar.organisers") + " " + names(event.organisers()));
    }
    Entry project = event.project();
    if (project != null) {
      parts.add(texts.text("calendar.of-project") + " " + project.name().in(language));
    }
    if (!event.pillars().isEmpty()) {
      parts.add(texts.text("calendar.of-pillar") + " " + names(event.pillars()));
    }
    return String.join("\n", parts);
  }

  private String names(List<Entry> entries) {
    return String.join(", ", entries.stream().map(e -> e.name().in(language)).toList());
  }

  private String location(CalendarEvent event) {
    List<String> parts = new ArrayList<>();
    Entry place = event.place();
    if (place != null) {
      parts.add(place.name().in(language));
    }
    if (!event.country().isEmpty()) {
      parts.add(event.countryName().in(language));
    } else if (!event.area().isEmpty()) {
      parts.add(event.areaWord().in(language));
    }
    return String.join(", ", parts);
  }

  private static void geo(StringBuilder out, CalendarEvent event) {
    Entry place = event.place();
    if (place != null) {
      Optional<BigDecimal> latitude = place.decimal("latitude");
      Optional<BigDecimal> longitude = place.decimal("longitude");
      if (latitude.isPresent() && longitude.isPresent()) {
        line(out, "GEO:" + latitude.get().toPlainString() + ";" + longitude.get().toPlainString());
      }
    }
  }

  private void text(StringBuilder out, String property, String value) {
    if (!value.isEmpty()) {
      line(out, property + ";LANGUAGE=" + language.tag() + ":" + ContentLine.text(value));
    }
  }

  private static void line(StringBuilder out, String line) {
    out.append(ContentLine.folded(line));
  }
}
