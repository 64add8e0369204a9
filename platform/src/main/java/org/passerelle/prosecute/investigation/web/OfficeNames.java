package org.passerelle.prosecute.investigation.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Language;
import org.springframework.stereotype.Component;

/** Names of organisations, here and on other nodes, as pages of this room show them. */
@Component
public class OfficeNames {
  private final Addressees organisations;

  OfficeNames(Addressees organisations) {
    this.organisations = organisations;
  }

  /** The name of one. */
  public String of(UUID organisation, Language language) {
    return organisations.name(organisation, language);
  }

  /** Names of some, by identifier. */
  public Map<UUID, String> of(Stream<UUID> some, Language language) {
    return some.distinct()
        .collect(Collectors.toUnmodifiableMap(one -> one, one -> of(one, language)));
  }
}
