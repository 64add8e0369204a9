package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.passerelle.access.Role;
import org.passerelle.demo.people.DemoPeople;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.screening.Screenings;
import org.springframework.stereotype.Component;

/** Completed screenings by first responders of the demonstration. */
@Component
class DemoScreenings {
  private static final int EACH = 6;
  private static final List<String> FORMS =
      List.of("labour", "forced_begging", "forced_criminality", "sexual");
  private final Screenings screenings;
  private final Clock clock;

  DemoScreenings(Screenings screenings, Clock clock) {
    this.screenings = screenings;
    this.clock = clock;
  }

  void record(List<DemoHouse.Staff> staff, DemoStories stories, RandomGenerator random) {
    for (DemoHouse.Staff officer : staff) {
      if (officer.is(Role.FIRST_RESPONDER)) {
        for (int i = 0; i < EACH; i++) {
          Instant started =
              clock.instant().minus(Duration.ofMinutes(30 + random.nextInt(60 * 24 * 40)));
          screenings.record(
              officer.who(),
              "screening-short",
              answers(officer, stories, random),
              started,
              started.plus(Duration.ofMinutes(5)));
        }
      }
    }
  }

  private static Answers answers(
      DemoHouse.Staff officer, DemoStories stories, RandomGenerator random) {
    String form = DemoPeople.pick(FORMS, random);
    Map<String, Answer> answers = new HashMap<>();
    answers.put("country", Answer.of(new Answer.Chosen(officer.organisation().country())));
    answers.put(
        "age_under_18",
        Answer.of(new Answer.Chosen(DemoPeople.pick(List.of("yes", "no", "not_sure"), random))));
    answers.put("act", Answer.of(new Answer.ChosenAll(List.of("transportation"))));
    if (random.nextInt(4) != 0) {
      answers.put(
          "purpose",
          new Answer(
              new Answer.ChosenAll(List.of(form)),
              stories.text("evidence", form, false, officer.language(), random)));
    }
    return new Answers(answers);
  }
}
