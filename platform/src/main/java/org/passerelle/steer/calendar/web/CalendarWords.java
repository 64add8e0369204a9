package org.passerelle.steer.calendar.web;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.language.DateSpans;
import org.passerelle.language.Language;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.steer.calendar.CalendarEvent;
import org.passerelle.steer.calendar.Clash;
import org.passerelle.steer.calendar.Precision;

/** Describes events in the reader's language. For a single request. */
final class CalendarWords {
  private final Page page;
  private final Language language;
  private final DateSpans spans;
  private final List<Clash> clashes;
  private final boolean open;

  /**
   * @param clashes clashes among the events; empty if they are not shown
   * @param open whether the page is public, so that it links to no internal page
   */
  CalendarWords(Page page, List<Clash> clashes, boolean open) {
    this.page = page;
    this.language = page.language();
    this.spans = new DateSpans(page.moments());
    this.clashes = clashes;
    this.open = open;
  }

  List<CalendarPage.Line> lines(List<CalendarEvent> events) {
    return events.stream().map(this::line).toList();
  }

  CalendarPage.Line line(CalendarEvent event) {
    Entry project = event.project();
    return new CalendarPage.Line(
        event.id(),
        when(event),
        !event.hasDays(),
        event.title().in(language),
        open ? "" : event.entry().href(),
        event.typeWord().in(language),
        where(event),
        event.organisers().stream()
            .map(e -> e.name().in(language))
            .collect(Collectors.joining(", ")),
        project == null ? "" : project.name().in(language),
        project == null || open ? "" : "/steer/projects/" + project.id(),
        clashes.stream().anyMatch(clash -> clash.has(event)));
  }

  CalendarPage.ClashLine line(Clash clash) {
    return new CalendarPage.ClashLine(
        spans.days(clash.from(), clash.to()), line(clash.one()), line(clash.other()));
  }

  private String when(CalendarEvent event) {
    return event.precision() == Precision.NONE
        ? page.text("calendar.no-date")
        : spans.period(event.start(), event.end());
  }

  private String where(CalendarEvent event) {
    Entry place = event.place();
    String country =
        !event.country().isEmpty()
            ? event.countryName().in(language)
            : event.area().isEmpty() ? "" : event.areaWord().in(language);
    if (place == null) {
      return country.isEmpty() ? page.text("calendar.no-place") : country;
    }
    return place.name().in(language) + (country.isEmpty() ? "" : ", " + country);
  }
}
