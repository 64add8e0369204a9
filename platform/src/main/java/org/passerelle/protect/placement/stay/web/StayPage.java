package org.passerelle.protect.placement.stay.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.placement.place.Place;
import org.passerelle.protect.placement.stay.Alert;
import org.passerelle.protect.placement.stay.Stay;
import org.passerelle.protect.placement.stay.Stays;

/**
 * A stay as the placing team sees it, or the case's team, which does not learn where.
 *
 * @param place null for the case's team
 * @param events the newest first
 * @param names of colleagues
 * @param ofCase whether the reader sees the case
 * @param alert that an authority looks for them, or null
 * @param known what the house may know
 */
public record StayPage(
    Stay stay,
    @Nullable Place place,
    List<Stay.Event> events,
    Map<UUID, String> names,
    boolean ofCase,
    @Nullable Alert alert,
    Map<String, String> known,
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

  /** The steps of the first hours. */
  public List<String> steps() {
    return Stays.FIRST_HOURS;
  }

  /** That a step is done, since they went missing this time. */
  public Optional<Stay.Event> done(String step) {
    return events.stream()
        .filter(e -> e.kind().equals("step") && e.code().equals(step))
        .filter(e -> stay.missingAt() != null && !e.at().isBefore(stay.missingAt()))
        .findFirst();
  }

  /** How many steps are left. */
  public long left() {
    return steps().stream().filter(s -> done(s).isEmpty()).count();
  }

  /** The plan for a runaway risk that stands, if there is one. */
  public Optional<Stay.Event> plan() {
    return events.stream().filter(e -> e.kind().equals("plan")).findFirst();
  }

  /** What happened, without plans and steps that stand elsewhere on the page. */
  public List<Stay.Event> log() {
    return events.stream().filter(e -> !e.kind().equals("step")).toList();
  }

  /** A colleague. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
