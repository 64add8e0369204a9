package org.passerelle.prosecute.investigation.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.accounts.Organisations;
import org.passerelle.pages.Act;
import org.springframework.stereotype.Component;

/** Names of other offices that a page shows. */
@Component
public class Offices {
  private final Organisations organisations;

  Offices(Organisations organisations) {
    this.organisations = organisations;
  }

  /** The name of one in the reader's language. */
  public String name(UUID organisation, Act act) {
    return organisations
        .find(organisation)
        .map(found -> found.name().in(act.language()))
        .orElse("…");
  }

  /** Names of some, by identifier. */
  public Map<UUID, String> names(Stream<UUID> some, Act act) {
    return some.distinct().collect(Collectors.toUnmodifiableMap(one -> one, one -> name(one, act)));
  }
}
