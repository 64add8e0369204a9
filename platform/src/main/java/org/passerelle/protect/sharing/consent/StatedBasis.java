package org.passerelle.protect.sharing.consent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * The basis of a disclosure: a consent or a recorded legal basis, stated by the person who
 * discloses and judged at each sending.
 */
@Component
public class StatedBasis {
  static final String CONSENT = "consent";
  private final Consents consents;
  private final LegalGrounds grounds;
  private final DisclosureRules rules;

  StatedBasis(Consents consents, LegalGrounds grounds, DisclosureRules rules) {
    this.consents = consents;
    this.grounds = grounds;
    this.rules = rules;
  }

  /**
   * A stated basis.
   *
   * @param kind {@code consent}, or a kind of {@link LegalGround}
   * @param reason article of law, court reference, or why life and limb are at stake; empty for a
   *     consent
   * @param transfer instrument for a transfer from the EU to a third country, or null
   */
  public record Choice(String kind, String reason, @Nullable String transfer) {}

  /**
   * The basis for a disclosure to a recipient: a consent that covers it, or a legal basis that is
   * recorded now.
   *
   * @param file a case of which the caller may disclose data, though not necessarily on its team
   * @param categories at least one
   * @return its identifier
   * @throws Refused with a message that says why it is not valid
   */
  public UUID state(
      Case file,
      UUID recipient,
      String purpose,
      Choice choice,
      Set<String> categories,
      SignedIn who) {
    Consents.refuse(rules.againstRecipient(file, recipient));
    Consents.refuse(offered(file, recipient, purpose, categories).against(choice));
    if (choice.kind.equals(CONSENT)) {
      return covering(file, recipient, purpose, categories).orElseThrow(NotFound::new).id();
    }
    return grounds.record(
        file,
        new LegalGround.Draft(
            choice.kind,
            purpose,
            recipient,
            instrument(file, recipient, purpose, choice.kind),
            choice.transfer,
            choice.reason,
            categories),
        who);
  }

  /**
   * Possible bases for a disclosure to a recipient, and what forbids the others.
   *
   * @param categories at least one
   */
  public OfferedBases offered(Case file, UUID recipient, String purpose, Set<String> categories) {
    Map<String, Optional<Objection>> kinds = new LinkedHashMap<>();
    kinds.put(CONSENT, againstConsent(file, recipient, purpose, categories));
    for (String kind : LegalGround.KINDS) {
      kinds.put(
          kind,
          rules.againstGround(
              file, recipient, purpose, kind, instrument(file, recipient, purpose, kind)));
    }
    return new OfferedBases(
        recipient,
        kinds,
        rules.instruments(file, recipient, purpose),
        rules.againstTransfer(file, recipient, null));
  }

  private Optional<Consent> covering(
      Case file, UUID recipient, String purpose, Set<String> categories) {
    return consents.of(file).stream()
        .filter(c -> rules.against(file, recipient, purpose, categories, c).isEmpty())
        .findFirst();
  }

  /** Why the most recent consent for this is not valid, or that there is none. */
  private Optional<Objection> againstConsent(
      Case file, UUID recipient, String purpose, Set<String> categories) {
    if (covering(file, recipient, purpose, categories).isPresent()) {
      return Optional.empty();
    }
    return consents.of(file).stream()
        .filter(c -> c.recipient().equals(recipient) && c.purpose().equals(purpose))
        .findFirst()
        .flatMap(c -> rules.against(file, recipient, purpose, categories, c))
        .or(() -> Optional.of(Objection.of("consent.refused.none-for-this")));
  }

  private @Nullable String instrument(Case file, UUID recipient, String purpose, String kind) {
    return kind.equals("convention_in_force")
        ? rules.instruments(file, recipient, purpose).inForce().stream()
            .map(LegalBases.Basis::id)
            .findFirst()
            .orElse(null)
        : null;
  }

  /**
   * Returns the objection against sending these categories to this recipient for this purpose on a
   * basis.
   */
  public Optional<Objection> judge(
      Case file, UUID recipient, String purpose, Set<String> categories, UUID basis) {
    Optional<Consent> consent = consents.find(basis);
    if (consent.isPresent()) {
      return rules.against(file, recipient, purpose, categories, consent.get());
    }
    Optional<LegalGround> ground = grounds.find(basis);
    return ground.isPresent()
        ? rules.against(file, recipient, purpose, categories, ground.get())
        : Optional.of(Objection.of("no-basis"));
  }

  /** Its kind in a disclosure: {@code consent} or {@code legal_ground}. */
  public String kind(UUID basis) {
    return consents.find(basis).isPresent() ? CONSENT : "legal_ground";
  }

  /** Its current version; 1 if it never changed. */
  public int version(UUID basis) {
    return consents
        .find(basis)
        .map(Consent::version)
        .orElseGet(() -> grounds.find(basis).map(LegalGround::version).orElse(1));
  }
}
