package org.passerelle.protect.placement.stay.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.placement.place.Place;
import org.passerelle.protect.placement.stay.Alert;
import org.passerelle.protect.placement.stay.FirstHours;
import org.passerelle.protect.placement.stay.Stay;

/**
 * A stay as the placing team sees it, or the case's team, which does not learn where.
 *
 * @param place null for the case's team
 * @param events the newest first
 * @param names of colleagues
 * @param ofCase whether the reader sees the case
 * @param alert that an authority looks for them, or null
 * @param alerts those of times that are over, the newest first
 * @param known what the house may know
 */
public record StayPage(
    Stay stay,
    @Nullable Place place,
    List<Stay.Event> events,
    Map<UUID, String> names,
    boolean ofCase,
    @Nullable Alert alert,
    List<Alert> alerts,
    Map<String, String> known,
    Instant now,
    Filled form,
    CaseWords words) {
  /** Where it stands. */
  public String at() {
    return "/protect/stays/" + stay.id();
  }

  /** Colour of how it stands. */
  public String colour() {
    return switch (stay.state()) {
      case "there" -> "good";
      case "missing" -> "danger";
      case "expected", "away" -> "warn";
      default -> "";
    };
  }

  /** Whether they have not come, or not come back, by the moment agreed. */
  public boolean late() {
    Instant due = stay.dueAt();
    return due != null && stay.awaited() && !due.isAfter(now);
  }

  /** The steps of the first hours. */
  public List<String> steps() {
    return FirstHours.STEPS;
  }

  /** That a step is done, since they went missing this time. */
  public Optional<Stay.Event> done(String step) {
    return events.stream().filter(e -> e.code().equals(step) && isOfNow(e)).findFirst();
  }

  /** Whether a step belongs to the hours that run now. */
  private boolean isOfNow(Stay.Event event) {
    Instant missing = stay.missingAt();
    return event.kind().equals("step") && missing != null && !event.at().isBefore(missing);
  }

  /** How many steps are left. */
  public long left() {
    return steps().stream().filter(s -> done(s).isEmpty()).count();
  }

  /** The plan for a runaway risk that stands, if there is one. */
  public Optional<Stay.Event> plan() {
    return events.stream().filter(e -> e.kind().equals("plan")).findFirst();
  }

  /** What happened; steps of the hours that run now stand above, those of earlier ones here. */
  public List<Stay.Event> log() {
    return events.stream().filter(event -> !isOfNow(event)).toList();
  }

  /** A colleague. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
