package org.passerelle.steer.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.passerelle.PlatformSettings;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Register;
import org.passerelle.steer.calendar.StrategyFeed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Public calendar feeds for subscription; they contain no personal data. */
@RestController
@OpenToAll
@PublicProcess
class CalendarFeeds {
  private final Register register;
  private final Languages languages;
  private final Clock clock;
  private final PlatformSettings settings;

  CalendarFeeds(Register register, Languages languages, Clock clock, PlatformSettings settings) {
    this.register = register;
    this.languages = languages;
    this.clock = clock;
    this.settings = settings;
  }

  @GetMapping("/calendar/strategy.ics")
  ResponseEntity<byte[]> all(Act act) {
    return feed("", "", act);
  }

  @GetMapping("/calendar/country/{country}.ics")
  ResponseEntity<byte[]> ofCountry(@PathVariable String country, Act act) {
    return feed(country, "", act);
  }

  @GetMapping("/calendar/pillar/{pillar}.ics")
  ResponseEntity<byte[]> ofPillar(@PathVariable String pillar, Act act) {
    return feed("", pillar, act);
  }

  private ResponseEntity<byte[]> feed(String country, String pillar, Act act) {
    try {
      return answer(
          written(country, pillar, act),
          country.isEmpty() ? pillar.isEmpty() ? "strategy" : pillar : country);
    } catch (StrategyFeed.NoSuchFeed e) {
      throw new NotFound();
    }
  }

  static ResponseEntity<byte[]> answer(String written, String file) {
    return FileAnswer.shown(file + ".ics", FileAnswer.CALENDAR)
        .body(written.getBytes(StandardCharsets.UTF_8));
  }

  String written(String country, String pillar, Act act) {
    String tag = act.asked().shown("language");
    Language language = tag.isEmpty() ? act.language() : languages.byTag(tag);
    String address = settings.address() == null ? "" : settings.address();
    return new StrategyFeed(languages.texts(language), clock, address)
        .of(register.facts(), country, pillar);
  }
}
