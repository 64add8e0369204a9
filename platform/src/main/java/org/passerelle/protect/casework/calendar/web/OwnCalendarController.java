package org.passerelle.protect.casework.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ContentLine;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.casework.calendar.CalendarAddress;
import org.passerelle.protect.casework.calendar.OwnCalendar;
import org.passerelle.refusal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Page of the user's calendar URL, and the calendar feed itself (RFC 5545). */
@Controller
@Caseworkers
class OwnCalendarController {
  private static final String HERE = "/protect/calendar";
  private static final String SHOWN = "passerelle.calendar-address";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private final OwnCalendar calendar;
  private final CalendarAddress addresses;
  private final Languages languages;
  private final PlatformSettings settings;
  private final Clock clock;

  OwnCalendarController(
      OwnCalendar calendar,
      CalendarAddress addresses,
      Languages languages,
      PlatformSettings settings,
      Clock clock) {
    this.calendar = calendar;
    this.addresses = addresses;
    this.languages = languages;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping(HERE)
  String show(Act act) {
    Object made = act.request().getSession().getAttribute(SHOWN);
    act.request().getSession().removeAttribute(SHOWN);
    act.with("address", addresses.of(act.who()).orElse(null));
    act.with(
        "made", made instanceof String token ? base(act) + "/calendar/own/" + token + ".ics" : "");
    return "protect/calendar/own";
  }

  @PostMapping(HERE)
  String make(Act act) {
    return act.once(
        () -> {
          act.request().getSession().setAttribute(SHOWN, addresses.make(act.who()));
          return HERE;
        });
  }

  @PostMapping(HERE + "/revoke")
  String revoke(Act act) {
    return act.once(
        () -> {
          addresses.revoke(act.who());
          act.notice("good", "deadline.feed.revoked");
          return HERE;
        });
  }

  /** Open to anybody with the URL, because a calendar program cannot sign in. */
  @GetMapping("/calendar/own/{token}.ics")
  @OpenToAll
  @ResponseBody
  ResponseEntity<byte[]> feed(@PathVariable String token) {
    CalendarAddress.Owner owner = addresses.owner(token).orElseThrow(NotFound::new);
    Language language = languages.byTag(owner.tag());
    return FileAnswer.saved("deadlines.ics", FileAnswer.CALENDAR)
        .body(written(owner.who(), language).getBytes(StandardCharsets.UTF_8));
  }

  private String written(SignedIn who, Language language) {
    Texts texts = languages.texts(language);
    StringBuilder out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Passerelle//Deadlines//EN");
    line(out, "X-WR-CALNAME:" + ContentLine.text(texts.text("deadline.feed.name")));
    line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    String stamp = MOMENT.format(clock.instant());
    for (OwnCalendar.Entry entry : calendar.entries(who, texts)) {
      line(out, "BEGIN:VEVENT");
      line(out, "UID:" + entry.id() + "@" + settings.node());
      line(out, "DTSTAMP:" + stamp);
      if (entry.at() == null) {
        line(out, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(entry.day()));
      } else {
        line(out, "DTSTART:" + MOMENT.format(entry.at().minus(Duration.ofMinutes(30))));
        line(out, "DTEND:" + MOMENT.format(entry.at()));
      }
      line(out, "SUMMARY:" + ContentLine.text(entry.words()));
      line(out, "CLASS:PRIVATE");
      line(out, "TRANSP:TRANSPARENT");
      line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    return out.toString();
  }

  private static void line(StringBuilder out, String line) {
    out.append(ContentLine.folded(line));
  }

  private String base(Act act) {
    String address = settings.address();
    return address == null
        ? act.request().getRequestURL().toString().replaceAll("(?<=[^/])/protect/.*", "")
        : address.replaceAll("/+$", "");
  }
}
