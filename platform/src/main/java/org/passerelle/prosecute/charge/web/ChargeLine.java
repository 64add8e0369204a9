package org.passerelle.prosecute.charge.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Offence;
import org.passerelle.prosecute.suspect.Suspect;

/**
 * A charge on the page.
 *
 * @param offence null if the entry was deleted from the register
 * @param victims what the victims are called
 * @param compelled whether the flag of non-punishment stands, here or in the case
 */
public record ChargeLine(
    Charge charge,
    Suspect suspect,
    @Nullable Offence offence,
    boolean compelled,
    List<String> victims) {
  public ChargeLine {
    victims = List.copyOf(victims);
  }

  /** Whether it was brought against somebody who was compelled, without a note. */
  public boolean lacksNote() {
    return compelled && charge.state().equals("brought") && charge.words().note().isBlank();
  }
}
