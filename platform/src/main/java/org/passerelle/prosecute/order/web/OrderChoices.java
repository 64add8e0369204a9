package org.passerelle.prosecute.order.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.stereotype.Component;

/** Whom and what an order can name, by what they are called on pages. */
@Component
class OrderChoices {
  private final Suspects suspects;
  private final Victims victims;
  private final Assets assets;

  OrderChoices(Suspects suspects, Victims victims, Assets assets) {
    this.suspects = suspects;
    this.victims = victims;
    this.assets = assets;
  }

  /** Pseudonyms of suspects, by identifier. */
  Map<UUID, String> suspects(UUID id, Act act) {
    return suspects.of(id, act.who()).stream()
        .collect(
            Collectors.toMap(Suspect::id, Suspect::called, (one, same) -> one, LinkedHashMap::new));
  }

  /** Pseudonyms of victims, by identifier. */
  Map<UUID, String> victims(UUID id, Act act) {
    Map<UUID, String> called = new LinkedHashMap<>();
    victims
        .numbers(id, act.who())
        .forEach((victim, number) -> called.put(victim, Victim.called(number)));
    return called;
  }

  /** What assets are, by identifier. */
  Map<UUID, String> assets(UUID id, CodeWords words, Act act) {
    return assets.of(id, act.who()).stream()
        .collect(
            Collectors.toMap(
                Asset::id,
                asset -> words.of("asset_kinds", asset.kind()) + ": " + asset.what(),
                (one, same) -> one,
                LinkedHashMap::new));
  }

  static List<Option> options(Map<UUID, String> called) {
    return called.entrySet().stream()
        .map(one -> new Option(one.getKey().toString(), one.getValue()))
        .toList();
  }
}
