package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.springframework.stereotype.Component;

/** Generates the course of a demonstration case: decisions, notes and open tasks. */
@Component
class DemoCaseCourse {
  private final Clock clock;

  DemoCaseCourse(Clock clock) {
    this.clock = clock;
  }

  /**
   * The state of a case.
   *
   * @param draw from 0 to 99
   */
  static String state(int draw) {
    if (draw < 20) {
      return "signal";
    }
    if (draw < 55) {
      return "presumed";
    }
    if (draw >= 82 && draw < 85) {
      return "reopened";
    }
    return draw >= 85 ? "refused" : draw >= 72 ? "closed" : "identified";
  }

  /** The decisions that led to that state. */
  List<Decisions.Draft> decisions(
      int draw,
      LocalDate first,
      DemoHouse.Staff manager,
      DemoStories stories,
      RandomGenerator random) {
    if (draw < 20) {
      return List.of();
    }
    List<Decisions.Draft> all = new ArrayList<>();
    all.add(decision("presumed", first.plusDays(2), manager, stories, random));
    if (draw >= 55) {
      String second = draw < 85 ? "identified" : "refused";
      all.add(decision(second, first.plusDays(30), manager, stories, random));
    }
    return all;
  }

  private Decisions.Draft decision(
      String kind,
      LocalDate on,
      DemoHouse.Staff manager,
      DemoStories stories,
      RandomGenerator random) {
    LocalDate day = on.isAfter(today()) ? today() : on;
    return new Decisions.Draft(
        kind,
        day,
        kind.equals("refused") ? day.plusDays(15) : null,
        new Decisions.Content(
            manager.organisation().name().in(manager.language()),
            stories.text("evidence", "", false, manager.language(), random)));
  }

  static List<CaseNotes.Draft> notes(
      String form,
      boolean child,
      DemoHouse.Staff manager,
      DemoStories stories,
      RandomGenerator random) {
    List<CaseNotes.Draft> notes = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      notes.add(
          new CaseNotes.Draft(
              "other", stories.text("notes", form, child, manager.language(), random)));
    }
    return notes;
  }

  List<CaseTasks.Draft> tasks(
      String state, DemoHouse.Staff manager, DemoStories stories, RandomGenerator random) {
    if (state.equals("closed") || random.nextInt(10) != 0) {
      return List.of();
    }
    return List.of(
        new CaseTasks.Draft(
            "other",
            stories.text("tasks", "", false, manager.language(), random),
            clock.instant().plus(Duration.ofHours(random.nextInt(-30, 24 * 20))),
            manager.who().user()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
