package org.passerelle.protect.sharing.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.language.Days;
import org.passerelle.partner.Countries;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.guardian.Mandate;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/**
 * Rule 3: nothing leaves without a basis. Every disclosure is judged here and only here, when it is
 * prepared and again at the moment of sending.
 */
@Component
public class DisclosureRules {
  static final Objection WITHDRAWN = Objection.of("consent.objection.withdrawn");
  static final Objection NOT_UPHELD = Objection.of("consent.objection.review-not-upheld");
  private static final String ADULT = "adult";
  private static final Set<String> ASYLUM_BLOCKS =
      Set.of("not_asked", "possible", "pending", "granted");

  /**
   * Types of organisations that are not authorities of a state; all others count as authorities.
   */
  private static final Set<String> NO_AUTHORITY =
      Set.of(
          "ngo",
          "shelter",
          "international",
          "international_body",
          "health",
          "network",
          "private_sector");

  private final Addressees organisations;
  private final Countries countries;
  private final LegalBases bases;
  private final Mandates mandates;
  private final OnwardLimits onward;
  private final Clock clock;

  DisclosureRules(
      Addressees organisations,
      Countries countries,
      LegalBases bases,
      Mandates mandates,
      OnwardLimits onward,
      Clock clock) {
    this.organisations = organisations;
    this.countries = countries;
    this.bases = bases;
    this.mandates = mandates;
    this.onward = onward;
    this.clock = clock;
  }

  /**
   * Returns the objection against giving this recipient anything of this case, whatever the basis.
   */
  public Optional<Objection> againstRecipient(Case file, UUID recipient) {
    return againstRecipient(
        file.organisation(), file.asylum(), file.person().nationalities(), recipient);
  }

  /**
   * The same for many files at once, with only the data that it needs.
   *
   * @param sender organisation of the file
   * @param asylum code, as in {@link Case#asylum}
   */
  public Optional<Objection> againstRecipient(
      UUID sender, String asylum, Collection<String> nationalities, UUID recipient) {
    Organisation to = organisation(recipient);
    if (!to.active() || !to.casework()) {
      return Optional.of(Objection.of("consent.objection.recipient-inactive"));
    }
    boolean abroad = !to.country().equals(organisation(sender).country());
    boolean origin = nationalities.contains(to.country()) || (nationalities.isEmpty() && abroad);
    if (ASYLUM_BLOCKS.contains(asylum) && abroad && origin && !NO_AUTHORITY.contains(to.type())) {
      return Optional.of(
          Objection.of(
              asylum.equals("not_asked")
                  ? "consent.objection.asylum-not-asked"
                  : "consent.objection.asylum"));
    }
    return Optional.empty();
  }

  /**
   * Whether a person can consent in this capacity today; empty if so.
   *
   * @param guardian mandate of the guardian who consents for or with them, or null
   */
  public Optional<Objection> againstGiver(Case file, String capacity, @Nullable UUID guardian) {
    return againstGiver(file, capacity, guardian, clock.instant());
  }

  private Optional<Objection> againstGiver(
      Case file, String capacity, @Nullable UUID guardian, Instant at) {
    if (!restsOnMandate(capacity)) {
      return capacity.equals(ADULT) && file.minor()
          ? Optional.of(Objection.of("consent.objection.minor-alone"))
          : Optional.empty();
    }
    return mandates
        .against(file, guardian, at)
        .map(bar -> Objection.of("consent.objection.guardian-" + bar.code()));
  }

  /** Whether consent in this capacity requires a mandate. */
  static boolean restsOnMandate(String capacity) {
    return !capacity.equals(ADULT) && !capacity.equals("court");
  }

  /**
   * Locks the giver before something is recorded, so that a suspicion being recorded is waited for.
   */
  void holdGiver(@Nullable UUID guardian) {
    mandates.hold(guardian);
  }

  /**
   * Whether a consent is under review because its giver has become a suspect. An expired consent is
   * not; messages waiting on it are ended.
   */
  public boolean underReview(Case file, Consent consent) {
    return consent.holds(clock.instant())
        && againstGiver(file, consent)
            .filter(o -> o.key().endsWith(Mandate.Bar.SUSPECTED.code()))
            .isPresent();
  }

  private Optional<Objection> againstGiver(Case file, Consent consent) {
    return againstGiver(file, consent.capacity(), consent.givenBy(), consent.at());
  }

  /** Objection if a transfer to the recipient requires an instrument of EU law that is missing. */
  public Optional<Objection> againstTransfer(Case file, UUID recipient, @Nullable String transfer) {
    LocalDate today = today();
    boolean leavesUnion =
        countries.inEuropeanUnion(organisation(file.organisation()).country(), today)
            && !countries.inEuropeanUnion(organisation(recipient).country(), today);
    return leavesUnion && transfer == null
        ? Optional.of(Objection.of("consent.objection.transfer-missing"))
        : Optional.empty();
  }

  /**
   * Returns the objection against sending these categories to this recipient for this purpose on a
   * consent.
   */
  public Optional<Objection> against(
      Case file, UUID recipient, String purpose, Set<String> categories, Consent consent) {
    if (consent.state().equals("withdrawn")) {
      return Optional.of(WITHDRAWN);
    }
    if (!consent.holds(clock.instant())) {
      return Optional.of(Objection.of("consent.objection.not-valid"));
    }
    if (!consent.caseId().equals(file.id())
        || !consent.recipient().equals(recipient)
        || !consent.purpose().equals(purpose)) {
      return Optional.of(Objection.of("consent.objection.other-use"));
    }
    if (!consent.categories().containsAll(categories)) {
      return Optional.of(Objection.of("consent.objection.category"));
    }
    return againstRecipient(file, recipient)
        .or(() -> againstGiver(file, consent))
        .or(() -> againstTransfer(file, recipient, consent.transfer()));
  }

  /** The same for a recorded legal basis. */
  public Optional<Objection> against(
      Case file, UUID recipient, String purpose, Set<String> categories, LegalGround ground) {
    if (!ground.caseId().equals(file.id())
        || !ground.recipient().equals(recipient)
        || !ground.purpose().equals(purpose)) {
      return Optional.of(Objection.of("consent.objection.other-use"));
    }
    if (!ground.categories().containsAll(categories)) {
      return Optional.of(Objection.of("consent.objection.category"));
    }
    return againstGround(file, recipient, purpose, ground.kind(), ground.instrument())
        .or(() -> againstReview(ground))
        .or(() -> againstRecipient(file, recipient))
        .or(() -> againstTransfer(file, recipient, ground.transfer()));
  }

  /**
   * Objection if these fields came from an organisation that did not allow passing them on. Judged
   * on preparation and on sending, in addition to the basis.
   */
  public Optional<Objection> againstOnward(
      Case file, UUID recipient, String purpose, Collection<String> fields) {
    return onward
        .of(file, recipient)
        .filter(limit -> !onward.allowed(limit, file, recipient, purpose, fields))
        .map(limit -> Objection.of("consent.objection.onward"));
  }

  /** Objection if no legal basis of this kind exists between the two countries. */
  public Optional<Objection> againstGround(
      Case file, UUID recipient, String purpose, String kind, @Nullable String instrument) {
    if (!kind.equals("convention_in_force")) {
      return Optional.empty();
    }
    LegalBases.Answer answer =
        bases.between(
            organisation(file.organisation()).country(),
            organisation(recipient).country(),
            purpose,
            today());
    return answer.inForce().stream().anyMatch(b -> b.id().equals(instrument))
        ? Optional.empty()
        : Optional.of(Objection.of("consent.objection.not-in-force"));
  }

  /**
   * The countries' instruments for a purpose, whether in force or not, for the page that offers
   * them.
   */
  public LegalBases.Answer instruments(Case file, UUID recipient, String purpose) {
    return bases.between(
        organisation(file.organisation()).country(),
        organisation(recipient).country(),
        purpose,
        today());
  }

  private Optional<Objection> againstReview(LegalGround ground) {
    if (Boolean.FALSE.equals(ground.upheld())) {
      return Optional.of(NOT_UPHELD);
    }
    return ground.upheld() == null
            && ground.reviewDue() != null
            && ground.reviewDue().isBefore(clock.instant())
        ? Optional.of(Objection.of("consent.objection.review-overdue"))
        : Optional.empty();
  }

  private Organisation organisation(UUID id) {
    return organisations.find(id).orElseThrow(NotFound::new);
  }

  private LocalDate today() {
    return Days.newest(clock.instant());
  }
}
