package org.passerelle.prosecute.proceeding.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.springframework.stereotype.Component;

/** What charges are called on pages: the article, and against whom. */
@Component
class ChargeNames {
  private final Charges charges;
  private final Suspects suspects;

  ChargeNames(Charges charges, Suspects suspects) {
    this.charges = charges;
    this.suspects = suspects;
  }

  /** Names of all charges of an investigation. */
  Map<UUID, String> of(UUID investigation, Act act) {
    Map<UUID, String> called =
        suspects.of(investigation, act.who()).stream()
            .collect(Collectors.toUnmodifiableMap(Suspect::id, Suspect::called));
    return charges.of(investigation, act.who()).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Charge::id, c -> c.article() + ", " + called.getOrDefault(c.suspect(), "")));
  }

  /** Choices among some of them. */
  List<Option> options(List<UUID> some, Map<UUID, String> names) {
    return some.stream().map(id -> new Option(id.toString(), names.getOrDefault(id, ""))).toList();
  }
}
