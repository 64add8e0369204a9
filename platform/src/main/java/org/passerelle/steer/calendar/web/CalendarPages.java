package org.passerelle.steer.calendar.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.steer.calendar.Calendar;
import org.passerelle.steer.calendar.CalendarEvent;
import org.passerelle.steer.calendar.Clash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The calendar for colleagues, by month or as a list, and the public list. */
@Controller
@PublicProcess
class CalendarPages {
  private final Register register;
  private final CountryNames countries;

  CalendarPages(Register register, CountryNames countries) {
    this.register = register;
    this.countries = countries;
  }

  @GetMapping("/steer/calendar")
  @StrategyReaders
  String calendar(Act act) {
    return act.show(
        "steer/calendar", view(Asked.of("/steer/calendar", act.asked()), act.page(), false));
  }

  @GetMapping("/calendar")
  @OpenToAll
  String open(Act act) {
    Asked asked = Asked.of("/calendar", act.asked()).listOnly();
    return act.show("steer/calendar-open", view(asked, act.page(), true));
  }

  private CalendarPage view(Asked asked, Page page, boolean open) {
    Facts facts = register.facts();
    Calendar all = Calendar.of(facts);
    Calendar events = asked.of(all);
    List<Clash> clashes = open ? List.of() : Clash.among(all);
    CalendarWords words = new CalendarWords(page, clashes, open);
    LocalDate at = asked.day().orElseGet(() -> standsAt(all, facts, page.moments().today()));
    CalendarMonth month = new CalendarMonth(page, asked, events, words);
    boolean byMonth = asked.view().equals("month");
    return new CalendarPage(
        asked,
        countries(all, page),
        pillars(facts, page),
        types(all, page),
        page.moments().date(at),
        points(asked, facts, at, page),
        byMonth ? month.besides() : groups(events.split(at), words, page),
        clashes.stream()
            .filter(c -> events.events().stream().anyMatch(c::has))
            .map(words::line)
            .toList(),
        byMonth ? month.grid() : null,
        feeds(all, facts, page),
        events.events().size(),
        all.events().size(),
        footnotes(events, page));
  }

  /**
   * Today; but if all events are past, the date of the letter issue in preparation, otherwise of
   * the latest issue, for which the calendar was last maintained.
   */
  private static LocalDate standsAt(Calendar all, Facts facts, LocalDate today) {
    if (!all.split(today).toCome().isEmpty()) {
      return today;
    }
    List<Entry> issues = issues(facts);
    List<Entry> drafts = issues.stream().filter(i -> i.text("state").equals("draft")).toList();
    return drafts.isEmpty()
        ? issues.stream().findFirst().map(CalendarPages::day).orElse(today)
        : day(drafts.get(drafts.size() - 1));
  }

  private static List<Entry> issues(Facts facts) {
    return facts.all("letter").stream()
        .filter(letter -> letter.date("date").map(PartialDate::earliest).isPresent())
        .sorted(Comparator.comparing(CalendarPages::day).reversed())
        .toList();
  }

  private static LocalDate day(Entry letter) {
    return letter.date("date").map(PartialDate::earliest).orElse(LocalDate.EPOCH);
  }

  private static List<CalendarPage.Point> points(
      Asked asked, Facts facts, LocalDate at, Page page) {
    List<CalendarPage.Point> points = new ArrayList<>();
    LocalDate today = page.moments().today();
    points.add(point(asked, page.text("calendar.today"), today, at));
    for (Entry issue : issues(facts).stream().limit(4).toList()) {
      points.add(
          point(asked, page.text("calendar.at-issue", issue.text("number")), day(issue), at));
    }
    return points;
  }

  private static CalendarPage.Point point(Asked asked, String word, LocalDate day, LocalDate at) {
    return new CalendarPage.Point(word, asked.partedAt(day), day.equals(at));
  }

  private static List<CalendarPage.Group> groups(
      Calendar.Split split, CalendarWords words, Page page) {
    List<CalendarEvent> latestFirst = new ArrayList<>(split.inBrief());
    java.util.Collections.reverse(latestFirst);
    List<CalendarPage.Group> groups = new ArrayList<>();
    groups.add(
        new CalendarPage.Group(
            "to-come", page.text("calendar.to-come"), words.lines(split.toCome())));
    groups.add(
        new CalendarPage.Group(
            "in-brief", page.text("calendar.in-brief"), words.lines(latestFirst)));
    if (!split.undated().isEmpty()) {
      groups.add(
          new CalendarPage.Group(
              "no-date", page.text("calendar.undated"), words.lines(split.undated())));
    }
    return groups;
  }

  private List<Option> countries(Calendar all, Page page) {
    return all.countries().stream()
        .map(code -> new Option(code, countries.name(code, page.language())))
        .sorted(Option.byLabel(page.language()))
        .toList();
  }

  private static List<Option> pillars(Facts facts, Page page) {
    return facts.all("pillar").stream()
        .map(pillar -> new Option(pillar.id(), pillar.name().in(page.language())))
        .toList();
  }

  private static List<Option> types(Calendar all, Page page) {
    TreeSet<String> used = new TreeSet<>();
    all.events().forEach(event -> used.add(event.type()));
    return Kinds.shipped()
        .find("event")
        .flatMap(kind -> kind.field("type"))
        .map(Field::codes)
        .orElseThrow()
        .entrySet()
        .stream()
        .filter(code -> used.contains(code.getKey()))
        .map(code -> new Option(code.getKey(), code.getValue().in(page.language())))
        .toList();
  }

  private List<CalendarPage.Feed> feeds(Calendar all, Facts facts, Page page) {
    String language = "?language=" + page.language().tag();
    List<CalendarPage.Feed> feeds = new ArrayList<>();
    feeds.add(
        new CalendarPage.Feed(page.text("calendar.feed.all"), "/calendar/strategy.ics" + language));
    for (Option pillar : pillars(facts, page)) {
      feeds.add(
          new CalendarPage.Feed(
              pillar.label(), "/calendar/pillar/" + pillar.value() + ".ics" + language));
    }
    for (Option country : countries(all, page)) {
      feeds.add(
          new CalendarPage.Feed(
              country.label(), "/calendar/country/" + country.value() + ".ics" + language));
    }
    return feeds;
  }

  private List<String> footnotes(Calendar events, Page page) {
    return events.countries().stream()
        .map(code -> countries.footnote(code, page.language()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
