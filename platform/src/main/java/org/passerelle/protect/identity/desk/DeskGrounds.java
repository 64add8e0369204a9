package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.language.Days;
import org.passerelle.partner.LegalBases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;

/**
 * Possible partners and agreements of a desk: the agreement must be in force for both countries. It
 * only allows the desk itself; every disclosure of personal data has a basis of its own.
 */
@Component
public class DeskGrounds {
  /** Required subject of the agreement. */
  private static final String PURPOSE = "protection_and_placement";

  private final Addressees organisations;
  private final LegalBases bases;
  private final Identifiers identifiers;
  private final Clock clock;

  DeskGrounds(Addressees organisations, LegalBases bases, Identifiers identifiers, Clock clock) {
    this.organisations = organisations;
    this.bases = bases;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  UUID newId() {
    return identifiers.next();
  }

  /** Organisations of other countries, each with the key of an objection, if any. */
  public Map<Organisation, Optional<String>> others(UUID own) {
    Organisation here = organisation(own);
    Map<Organisation, Optional<String>> all = new LinkedHashMap<>();
    organisations.open().stream()
        .filter(o -> !o.country().equals(here.country()))
        .forEach(o -> all.put(o, against(here, o)));
    return all;
  }

  private Optional<String> against(Organisation here, Organisation other) {
    if (!organisations.takes(other.id(), DeskMessages.PROPOSED)) {
      return Optional.of("desk.objection.too-old");
    }
    return between(here, other).inForce().isEmpty()
        ? Optional.of("desk.objection.no-agreement")
        : Optional.empty();
  }

  /** Agreements between two organisations' countries, whether in force or not, with the reason. */
  public LegalBases.Answer agreements(UUID own, UUID other) {
    return between(organisation(own), organisation(other));
  }

  private LegalBases.Answer between(Organisation here, Organisation other) {
    return bases.between(here.country(), other.country(), PURPOSE, Days.newest(clock.instant()));
  }

  /**
   * Checked when a desk is proposed and when it is accepted.
   *
   * @throws Refused with a message that says what is missing
   */
  void check(UUID own, UUID other, String agreement) {
    Organisation here = organisation(own);
    Organisation there = organisation(other);
    if (here.country().equals(there.country()) || !there.active() || !there.casework()) {
      throw new Refused("desk.refused.one-country").at("other");
    }
    if (!organisations.takes(other, DeskMessages.PROPOSED)) {
      throw new Refused("desk.objection.too-old").at("other");
    }
    if (between(here, there).inForce().stream().noneMatch(b -> b.id().equals(agreement))) {
      throw new Refused("desk.refused.not-in-force").at("agreement");
    }
  }

  private Organisation organisation(UUID id) {
    return organisations.find(id).orElseThrow(NotFound::new);
  }
}
