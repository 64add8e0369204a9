package org.passerelle.prosecute.investigation.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Language;
import org.springframework.stereotype.Component;

/** Names of organisations, as pages of this room show them. */
@Component
public class OfficeNames {
  private final Organisations organisations;

  OfficeNames(Organisations organisations) {
    this.organisations = organisations;
  }

  /** The name of one. */
  public String of(UUID organisation, Language language) {
    return organisations.find(organisation).map(found -> found.name().in(language)).orElse("…");
  }

  /** Names of some, by identifier. */
  public Map<UUID, String> of(Stream<UUID> some, Language language) {
    return some.distinct()
        .collect(Collectors.toUnmodifiableMap(one -> one, one -> of(one, language)));
  }
}
