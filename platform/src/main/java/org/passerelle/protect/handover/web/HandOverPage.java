package org.passerelle.protect.handover.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.handover.HandOver;
import org.passerelle.protect.handover.Stage;
import org.passerelle.protect.handover.Step;
import org.passerelle.protect.handover.Taken;

/**
 * One hand-over before one of its two sides: how it stands, one of its stages, or one step of it.
 *
 * @param newest the newest of each step
 * @param history all that was recorded, the oldest first
 * @param stage which is shown, or null
 * @param step which is recorded, or null
 */
public record HandOverPage(
    HandOver handOver,
    Map<Step, Taken> newest,
    List<Taken> history,
    @Nullable Stage stage,
    @Nullable Step step,
    Filled form,
    Map<UUID, String> organisations,
    CaseWords words) {

  /** Where it stands. */
  public String at() {
    return "/protect/handovers/" + handOver.id();
  }

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** How many steps of a stage have been recorded as done or not needed. */
  public long settled(Stage one) {
    return one.steps(handOver).stream()
        .map(newest::get)
        .filter(taken -> taken != null && !taken.state().equals("planned"))
        .count();
  }

  /** Earlier records of a step, the newest first. */
  public List<Taken> earlier(Step one) {
    Taken now = newest.get(one);
    return IntStream.range(0, history.size())
        .mapToObj(i -> history.get(history.size() - 1 - i))
        .filter(t -> t.step() == one && !t.equals(now))
        .toList();
  }

  /** Details of a step in words: result, authority, journey. */
  public String details(Taken taken) {
    Taken.Details said = taken.details();
    return String.join(
        " · ",
        List.of(
                words.of(
                    taken.step().asks(Step.Asks.BEST_INTERESTS)
                        ? "best_interests_results"
                        : "hand_over_results",
                    said.result()),
                said.authority(),
                words.of("travel_means", said.means()),
                words.of("escorts", said.escort()),
                words.of("meeting_points", said.meeting()),
                said.place(),
                said.hour(),
                words.of("capacities", said.giver()),
                said.told(),
                words.of("languages", said.language()))
            .stream()
            .filter(s -> !s.isEmpty())
            .toList());
  }

  /** The step that a refusal asks for first, where this side may record it. */
  public Optional<Step> missing() {
    return MissingSteps.of(form.errors(), handOver);
  }
}
