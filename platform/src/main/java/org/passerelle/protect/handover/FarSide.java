package org.passerelle.protect.handover;

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

  FarSide(HandOverRows rows, Gates gates, Substance substance) {
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
