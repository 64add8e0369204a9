package org.passerelle.protect.sharing.referral.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Act;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.OnwardLimits;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.springframework.stereotype.Component;

/** Consents and legal bases to choose from on the pages of a referral. */
@Component
class ReferralBases {
  private final Referrals referrals;
  private final Consents consents;
  private final LegalGrounds grounds;

  ReferralBases(Referrals referrals, Consents consents, LegalGrounds grounds) {
    this.referrals = referrals;
    this.consents = consents;
    this.grounds = grounds;
  }

  /** Valid consents for a recipient and purpose. */
  List<Consent> consents(Referral referral, Act act) {
    return consents.of(referral.caseId(), act.who()).stream()
        .filter(
            c ->
                c.recipient().equals(referral.recipient())
                    && c.purpose().equals(referral.purpose()))
        .filter(c -> c.holds(act.page().moments().now()))
        .toList();
  }

  /** Legal bases for a recipient and purpose. */
  List<LegalGround> grounds(Referral referral, Act act) {
    return grounds.of(referral.caseId(), act.who()).stream()
        .filter(
            g ->
                g.recipient().equals(referral.recipient())
                    && g.purpose().equals(referral.purpose()))
        .toList();
  }

  /**
   * The first view of a draft without a basis: proposes the only basis that exists, or the one just
   * recorded, with the fields that it allows. Nothing is stored until the user confirms.
   */
  Referral onTheOneBasis(Referral draft, Optional<UUID> recorded, Act act) {
    List<UUID> bases = new ArrayList<>();
    consents(draft, act).forEach(c -> bases.add(c.id()));
    grounds(draft, act).forEach(g -> bases.add(g.id()));
    Optional<UUID> one =
        recorded
            .filter(bases::contains)
            .or(() -> bases.stream().filter(b -> bases.size() == 1).findFirst());
    if (draft.basis() != null || one.isEmpty()) {
      return draft;
    }
    UUID basis = one.get();
    List<String> may =
        draft.fields().stream()
            .filter(
                code ->
                    Released.of(code)
                        .filter(
                            field -> referrals.objection(draft, field, basis, act.who()).isEmpty())
                        .isPresent())
            .toList();
    return draft.proposing(may, basis);
  }

  /** The chosen basis if it belongs to the case, or null. */
  @Nullable UUID chosen(Referral referral, String shown, SignedIn who) {
    return Stream.concat(
            consents.of(referral.caseId(), who).stream().map(Consent::id),
            grounds.of(referral.caseId(), who).stream().map(LegalGround::id))
        .filter(one -> one.toString().equals(shown))
        .findFirst()
        .orElse(null);
  }

  /** Whether it is a basis on which restricted data may be passed on at once. */
  boolean urgent(@Nullable UUID basis) {
    return basis != null
        && grounds.find(basis).map(LegalGround::kind).filter(OnwardLimits::urgent).isPresent();
  }
}
