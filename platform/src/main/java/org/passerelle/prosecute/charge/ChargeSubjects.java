package org.passerelle.prosecute.charge;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/** Whom a charge is against, on whose account, and when it needs a reasoned note. */
@Component
class ChargeSubjects {
  private final Suspects suspects;
  private final Victims victims;
  private final JudgedBefore judged;

  ChargeSubjects(Suspects suspects, Victims victims, JudgedBefore judged) {
    this.suspects = suspects;
    this.victims = victims;
    this.judged = judged;
  }

  Suspect suspect(UUID investigation, UUID suspect, SignedIn who) {
    return suspects.find(investigation, suspect, who);
  }

  /**
   * Checks victims.
   *
   * @throws NotFound if one is not in the investigation
   */
  void check(UUID investigation, Collection<UUID> some, SignedIn who) {
    if (!victims.numbers(investigation, who).keySet().containsAll(some)) {
      throw new NotFound();
    }
  }

  /** Why a charge needs a note, as the key of what is said if there is none. */
  Optional<String> noteNeeded(UUID investigation, Charge charge, Suspect suspect, SignedIn who) {
    if (suspects.compelled(investigation, suspect, who)) {
      return Optional.of("charge.refused.note");
    }
    return judged.is(suspect.id(), charge.id(), charge.lawDay())
        ? Optional.of("charge.refused.judged")
        : Optional.empty();
  }

  /** The suspect is charged from now on. */
  void charged(Suspect suspect) {
    suspects.charged(suspect);
  }

  /** The suspect is not charged any more. */
  void uncharged(Suspect suspect) {
    suspects.uncharged(suspect);
  }
}
