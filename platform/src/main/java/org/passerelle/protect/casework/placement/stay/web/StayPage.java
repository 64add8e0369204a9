package org.passerelle.protect.casework.placement.stay.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.stay.Alert;
import org.passerelle.protect.casework.placement.stay.FirstHours;
import org.passerelle.protect.casework.placement.stay.Stay;

/**
 * View of a stay for the placing team, or for the team of the case, which does not learn the place.
 *
 * @param place null for the team of the case
 * @param events events, newest first
 * @param naming events and alerts whose words are not shown, because they name a place
 * @param names names of colleagues
 * @param ofCase whether the reader sees the case
 * @param alert current alert, or null
 * @param alerts alerts of earlier absences, newest first
 * @param known information for the house
 */
public record StayPage(
    Stay stay,
    @Nullable Place place,
    List<Stay.Event> events,
    Set<UUID> naming,
    Map<UUID, String> names,
    boolean ofCase,
    @Nullable Alert alert,
    List<Alert> alerts,
    Map<String, String> known,
    Instant now,
    Filled form,
    CodeWords words) {
  public String at() {
    return "/protect/stays/" + stay.id();
  }

  /** Badge colour of the status. */
  public String colour() {
    return switch (stay.state()) {
      case "there" -> "good";
      case "missing" -> "danger";
      case "expected", "away" -> "warn";
      default -> "";
    };
  }

  /** Whether they have not arrived, or not returned, by the agreed time. */
  public boolean late() {
    Instant due = stay.dueAt();
    return due != null && stay.awaited() && !due.isAfter(now);
  }

  public List<String> steps() {
    return FirstHours.STEPS;
  }

  /** The record of a step, if done in the current absence. */
  public Optional<Stay.Event> done(String step) {
    return events.stream().filter(e -> e.code().equals(step) && isOfNow(e)).findFirst();
  }

  /** Whether an event belongs to the current absence. */
  private boolean isOfNow(Stay.Event event) {
    Instant missing = stay.missingAt();
    return event.kind().equals("step") && missing != null && !event.at().isBefore(missing);
  }

  /** Number of steps left. */
  public long left() {
    return steps().stream().filter(s -> done(s).isEmpty()).count();
  }

  /** The current plan for a risk of running away, if any. */
  public Optional<Stay.Event> plan() {
    return events.stream().filter(e -> e.kind().equals("plan")).findFirst();
  }

  /** Events; steps of the current absence are shown above, those of earlier ones here. */
  public List<Stay.Event> log() {
    return events.stream().filter(event -> !isOfNow(event)).toList();
  }

  /** Whether the words of an event are kept from this reader. */
  public boolean hides(Stay.Event event) {
    return naming.contains(event.id());
  }

  /** The same for an alert. */
  public boolean hides(Alert one) {
    return naming.contains(one.id());
  }

  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
