package org.passerelle.protect.sharing.handover.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Stage;
import org.passerelle.protect.sharing.handover.Step;

/**
 * View of a hand-over for one of its sides: its status, one of its stages, or the form of a step.
 *
 * @param newest latest record of each step
 * @param history all records, oldest first
 * @param stage the stage shown, or null
 * @param step the step being recorded, or null
 */
public record HandOverPage(
    HandOver handOver,
    Map<Step, RecordedStep> newest,
    List<RecordedStep> history,
    @Nullable Stage stage,
    @Nullable Step step,
    Filled form,
    Map<UUID, String> organisations,
    CaseWords words) {

  public String at() {
    return "/protect/handovers/" + handOver.id();
  }

  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** Number of steps of a stage that are done or not needed. */
  public long settled(Stage one) {
    return one.steps(handOver).stream()
        .map(newest::get)
        .filter(recordedStep -> recordedStep != null && !recordedStep.state().equals("planned"))
        .count();
  }

  /** Earlier records of a step, newest first. */
  public List<RecordedStep> earlier(Step one) {
    RecordedStep now = newest.get(one);
    return IntStream.range(0, history.size())
        .mapToObj(i -> history.get(history.size() - 1 - i))
        .filter(t -> t.step() == one && !t.equals(now))
        .toList();
  }

  /** Details of a step as text: result, authority, journey. */
  public String details(RecordedStep recordedStep) {
    RecordedStep.Details said = recordedStep.details();
    return String.join(
        " · ",
        List.of(
                words.of(
                    recordedStep.step().asks(Step.Asks.BEST_INTERESTS)
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

  /** The step that a refusal asks for first, if this side may record it. */
  public Optional<Step> missing() {
    return MissingSteps.of(form.errors(), handOver);
  }
}
