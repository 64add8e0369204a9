package org.passerelle.protect.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A hand-over as its recipient sees it who has no house, but a letterbox in the sender's. */
@Component
public class FarSide {
  private final HandOverRows rows;
  private final Gates gates;
  private final Substance substance;
  private final ComingUp coming;
  private final WaitingHandOvers waiting;

  FarSide(
      HandOverRows rows,
      Gates gates,
      Substance substance,
      ComingUp coming,
      WaitingHandOvers waiting) {
    this.waiting = waiting;
    this.coming = coming;
    this.substance = substance;
    this.rows = rows;
    this.gates = gates;
  }

  /** The other side of what a sender gave. */
  @Transactional(readOnly = true)
  public Optional<HandOver> of(UUID id, UUID sender) {
    return rows.find(id, sender).filter(HandOver::sends).map(HandOver::mirrored);
  }

  /**
   * A report of the recipient's on how the person is.
   *
   * @param on its day, so many months after they arrived
   * @param until the moment at which that day is over
   */
  public record Report(Step step, LocalDate on, Instant until) {
    /** Whether it is pointed out on a day, which it is for two weeks before. */
    public boolean isNear(LocalDate today) {
      return !on.isAfter(today.plusDays(ComingUp.DAYS_BEFORE));
    }
  }

  /** A hand-over and who gave it. */
  public record Given(UUID id, UUID sender) {}

  /** What was given to some recipients and goes on, and of which a report may be due. */
  @Transactional(readOnly = true)
  public List<Given> maybeDue(Collection<UUID> recipients, LocalDate today) {
    return waiting.givenTo(recipients, today).stream()
        .map(side -> new Given(side.id(), side.organisation()))
        .toList();
  }

  /**
   * The reports that come next while it goes on: the newest that is due and was not given, and the
   * one after it.
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
            .map(next -> new Report(next.step(), next.on(), next.until()))
            .toList()
        : List.of();
  }

  /**
   * Asked before a step is recorded there.
   *
   * @param stands the newest of each step, as they reached the letterbox
   * @throws Refused with the sentence that says what is missing
   */
  public void check(HandOver handOver, Map<Step, Taken> stands, Taken.Draft draft) {
    gates.check(handOver, stands, draft);
  }

  /**
   * Asked before it is closed there.
   *
   * @throws Refused with the sentence that says what is missing
   */
  public void closing(HandOver handOver, Map<Step, Taken> stands, String outcome) {
    gates.closing(handOver, stands, outcome);
  }

  /**
   * Asked of whatever is written there, about a hand-over or any other referral.
   *
   * @param side whose letterbox it is
   * @throws Refused on its field if it names a shelter
   */
  public void noShelter(UUID side, UUID sender, String text, String field) {
    if (substance.isShelterNamed(text, side, sender)) {
      throw new Refused("referral.refused.shelter.words").at(field);
    }
  }
}
