package org.passerelle.steer.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.access.OpenToAll;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.register.Register;
import org.passerelle.steer.calendar.StrategyFeed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feeds that calendar programs subscribe to; they are public and hold no personal data. */
@RestController
@OpenToAll
class CalendarFeeds {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private final Register register;
  private final Languages languages;
  private final Clock clock;
  private final PlatformSettings settings;
  private final OperatorsCommand command;

  CalendarFeeds(
      Register register,
      Languages languages,
      Clock clock,
      PlatformSettings settings,
      OperatorsCommand command) {
    this.register = register;
    this.languages = languages;
    this.clock = clock;
    this.settings = settings;
    this.command = command;
  }

  @GetMapping("/calendar/strategy.ics")
  ResponseEntity<byte[]> all(
      @RequestParam(required = false) @Nullable String language, HttpServletRequest request) {
    return feed("", "", language, request);
  }

  @GetMapping("/calendar/country/{country}.ics")
  ResponseEntity<byte[]> ofCountry(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request) {
    return feed(country, "", language, request);
  }

  @GetMapping("/calendar/pillar/{pillar}.ics")
  ResponseEntity<byte[]> ofPillar(
      @PathVariable String pillar,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request) {
    return feed("", pillar, language, request);
  }

  /** What the command asks while the house runs. */
  @GetMapping("/house/calendar")
  ResponseEntity<byte[]> forCommand(
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String pillar,
      @RequestParam(required = false) @Nullable String language,
      HttpServletRequest request) {
    command.check(request);
    try {
      return answer(written(country, pillar, language, request), "strategy");
    } catch (StrategyFeed.NoSuchFeed e) {
      return ResponseEntity.badRequest()
          .contentType(MediaType.TEXT_PLAIN)
          .body(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
  }

  private ResponseEntity<byte[]> feed(
      String country, String pillar, @Nullable String language, HttpServletRequest request) {
    try {
      return answer(
          written(country, pillar, language, request),
          country.isEmpty() ? pillar.isEmpty() ? "strategy" : pillar : country);
    } catch (StrategyFeed.NoSuchFeed e) {
      throw new NotFound();
    }
  }

  private static ResponseEntity<byte[]> answer(String written, String file) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + ".ics\"")
        .body(written.getBytes(StandardCharsets.UTF_8));
  }

  private String written(
      String country, String pillar, @Nullable String tag, HttpServletRequest request) {
    Language language = tag == null ? LanguageChoice.of(request, languages) : languages.byTag(tag);
    String address = settings.address() == null ? "" : settings.address();
    return new StrategyFeed(languages.texts(language), clock, address)
        .of(register.facts(), country, pillar);
  }
}
