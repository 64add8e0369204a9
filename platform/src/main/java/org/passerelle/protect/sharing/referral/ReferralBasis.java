package org.passerelle.protect.sharing.referral;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Checks the basis of a referral, a consent or a legal basis, and what forbids it. */
@Component
public class ReferralBasis {
  private static final Set<String> WORDS = Set.of("case");
  private final Consents consents;
  private final LegalGrounds grounds;
  private final DisclosureRules rules;
  private final AnswerTimes times;

  ReferralBasis(Consents consents, LegalGrounds grounds, DisclosureRules rules, AnswerTimes times) {
    this.times = times;
    this.consents = consents;
    this.grounds = grounds;
    this.rules = rules;
  }

  /**
   * The basis of a draft that is being sent.
   *
   * @throws Refused if it does not cover what was chosen, or the answer deadline has passed
   */
  UUID judgeBasis(Case file, Referral draft) {
    times.refusePassed(draft);
    UUID basis = draft.basis();
    if (basis == null) {
      throw new Refused("referral.refused.no-basis");
    }
    Set<String> categories = new HashSet<>(Released.categoriesOf(draft.fields()));
    categories.addAll(categoriesOfWords(draft));
    judge(file, draft, categories, basis).ifPresent(ReferralBasis::refuse);
    return basis;
  }

  /**
   * Free text counts as information about the course of the case, in the request as in messages.
   */
  static Set<String> categoriesOfWords(Referral draft) {
    return draft.request().isBlank() ? Set.of() : WORDS;
  }

  /** Checked before a message about disclosed data is written; it rests on the same basis. */
  void refuseWords(Case file, Referral given) {
    judge(file, given, WORDS, given.basis()).ifPresent(ReferralBasis::refuse);
  }

  public Optional<Objection> judge(
      Case file, Referral referral, Set<String> categories, @Nullable UUID basis) {
    if (basis == null) {
      return Optional.of(new Objection("referral.refused.no-basis", List.of()));
    }
    Optional<Consent> consent = consents.find(basis);
    if (consent.isPresent()) {
      return rules.against(
          file, referral.recipient(), referral.purpose(), categories, consent.get());
    }
    return grounds
        .find(basis)
        .map(g -> rules.against(file, referral.recipient(), referral.purpose(), categories, g))
        .orElse(Optional.of(new Objection("referral.refused.no-basis", List.of())));
  }

  public Optional<Objection> againstOnward(Case file, Referral draft) {
    return againstOnward(file, draft, draft.fields());
  }

  public Optional<Objection> againstOnward(Case file, Referral referral, List<String> fields) {
    return rules.againstOnward(file, referral.recipient(), referral.purpose(), fields);
  }

  /** Refuses a recipient to whom nothing may be given, whatever the basis. */
  void refuseRecipient(Case file, UUID recipient) {
    rules.againstRecipient(file, recipient).ifPresent(ReferralBasis::refuse);
  }

  String kind(UUID basis) {
    return consents
        .find(basis)
        .map(c -> "consent")
        .orElseGet(() -> grounds.find(basis).map(LegalGround::kind).orElse(""));
  }

  /** Whether the person agreed to further disclosure. */
  public boolean onward(@Nullable UUID basis) {
    return basis != null && consents.find(basis).map(Consent::onward).orElse(false);
  }

  public boolean isConsent(UUID basis) {
    return consents.find(basis).isPresent();
  }

  public int version(UUID basis) {
    return consents
        .find(basis)
        .map(Consent::version)
        .orElseGet(() -> grounds.find(basis).map(LegalGround::version).orElse(1));
  }

  public static void refuse(Objection objection) {
    throw new Refused(objection.key(), objection.arguments().toArray());
  }
}
