package org.passerelle.steer.calendar.web;

import java.nio.charset.StandardCharsets;
import org.passerelle.access.OpenToAll;
import org.passerelle.pages.Act;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.steer.calendar.StrategyFeed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar for {@code passerelle calendar} while the server runs and holds the database. */
@RestController
@OpenToAll
class CalendarForCommand {
  private final CalendarFeeds feeds;
  private final OperatorsCommand command;

  CalendarForCommand(CalendarFeeds feeds, OperatorsCommand command) {
    this.feeds = feeds;
    this.command = command;
  }

  @GetMapping("/house/calendar")
  ResponseEntity<byte[]> calendar(Act act) {
    command.check(act);
    try {
      return CalendarFeeds.answer(
          feeds.written(act.asked().shown("country"), act.asked().shown("pillar"), act),
          "strategy");
    } catch (StrategyFeed.NoSuchFeed e) {
      return ResponseEntity.badRequest()
          .contentType(MediaType.TEXT_PLAIN)
          .body(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
  }
}
