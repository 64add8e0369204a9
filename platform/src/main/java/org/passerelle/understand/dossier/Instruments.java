package org.passerelle.understand.dossier;

import java.time.Clock;
import org.passerelle.language.Days;
import org.passerelle.partner.LegalBases;
import org.passerelle.understand.dossier.chapter.Cooperation;
import org.springframework.stereotype.Component;

/** Looks up instruments in force today between two countries for prosecution. */
@Component
class Instruments implements Cooperation.Register {
  private static final String PURPOSE = "prosecution";
  private final LegalBases bases;
  private final Clock clock;

  Instruments(LegalBases bases, Clock clock) {
    this.bases = bases;
    this.clock = clock;
  }

  @Override
  public Cooperation between(String from, String to) {
    LegalBases.Answer answer = bases.between(from, to, PURPOSE, Days.newest(clock.instant()));
    return new Cooperation(
        from,
        to,
        answer.inForce().stream()
            .map(b -> new Cooperation.Instrument(b.id(), b.title(), b.demonstration()))
            .toList(),
        answer.not().stream()
            .map(n -> new Cooperation.NoBasis(n.id(), n.title(), n.reason()))
            .toList());
  }
}
