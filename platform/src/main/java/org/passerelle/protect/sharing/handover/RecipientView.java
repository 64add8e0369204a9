package org.passerelle.protect.sharing.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recipient's view of a hand-over where the recipient has no node, only a letterbox on the
 * sender's node.
 */
@Component
public class RecipientView {
  private final HandOverRows rows;
  private final StepPrerequisites gates;
  private final StepContentRules substance;
  private final UpcomingSteps coming;
  private final WaitingHandOvers waiting;

  RecipientView(
      HandOverRows rows,
      StepPrerequisites gates,
      StepContentRules substance,
      UpcomingSteps coming,
      WaitingHandOvers waiting) {
    this.waiting = waiting;
    this.coming = coming;
    this.substance = substance;
    this.rows = rows;
    this.gates = gates;
  }

  /** The recipient's view of a hand-over sent from here. */
  @Transactional(readOnly = true)
  public Optional<HandOver> of(UUID id, UUID sender) {
    return rows.find(id, sender).filter(HandOver::sends).map(HandOver::mirrored);
  }

  /**
   * A report by the recipient on how the person is doing.
   *
   * @param on due date, a number of months after arrival
   */
  public record Report(Step step, LocalDate on) {
    /** Whether the report is announced on a day, which starts two weeks before it is due. */
    public boolean isNear(LocalDate today) {
      return !on.isAfter(today.plusDays(UpcomingSteps.DAYS_BEFORE));
    }
  }

  /** A hand-over and the organisation that sent it. */
  public record Given(UUID id, UUID sender) {}

  /** Open hand-overs to these recipients for which a report may be due. */
  @Transactional(readOnly = true)
  public List<Given> maybeDue(Collection<UUID> recipients, LocalDate today) {
    return waiting.givenTo(recipients, today).stream()
        .map(side -> new Given(side.id(), side.organisation()))
        .toList();
  }

  /**
   * The next reports of an open hand-over: the most recent one that is due and was not given, and
   * the one after it.
   */
  @Transactional(readOnly = true)
  public List<Report> nextReports(UUID id, UUID sender) {
    boolean goes =
        rows.find(id, sender)
            .filter(h -> h.sends() && h.open() && h.accepted() && !h.lost())
            .isPresent();
    return goes
        ? coming.of(List.of(id), sender).getOrDefault(id, List.of()).stream()
            .filter(next -> next.step().isReport())
            .map(next -> new Report(next.step(), next.on()))
            .toList()
        : List.of();
  }

  /**
   * Checks whether a recipient may record a step in its letterbox.
   *
   * @param stands latest record of each step as delivered to the letterbox
   * @throws Refused with a message that says what is missing
   */
  public void check(HandOver handOver, Map<Step, RecordedStep> stands, RecordedStep.Draft draft) {
    gates.check(handOver, stands, draft);
  }

  /**
   * Checks whether a recipient may close the hand-over in its letterbox.
   *
   * @throws Refused with a message that says what is missing
   */
  public void closing(HandOver handOver, Map<Step, RecordedStep> stands, String outcome) {
    gates.closing(handOver, stands, outcome);
  }

  /**
   * Checks any text written in a letterbox, about a hand-over or another referral.
   *
   * @param side organisation of the letterbox
   * @throws Refused on its field if the text names a shelter
   */
  public void noShelter(UUID side, UUID sender, String text, String field) {
    if (substance.isShelterNamed(text, side, sender)) {
      throw new Refused("referral.refused.shelter.words").at(field);
    }
  }
}
