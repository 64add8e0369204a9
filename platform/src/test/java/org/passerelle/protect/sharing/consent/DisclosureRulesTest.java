package org.passerelle.protect.sharing.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.protect.sharing.consent.SomeBasis.SHARED;
import static org.passerelle.protect.sharing.consent.SomeBasis.consent;
import static org.passerelle.protect.sharing.consent.SomeBasis.ground;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisations;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes.Scene;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Rule 3: the reasons that forbid a disclosure, one after the other. */
@OnBothDatabases
class DisclosureRulesTest {
  @Parameter House house;

  @Test
  void aConsentHoldsForItsCaseRecipientPurposeCategoriesAndDays() {
    Scene scene = scenes().scene("RS", "ngo", "RS", "health");
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    assertThat(on(scene, consent(scene, "given", today, today))).isEmpty();
    assertThat(on(scene, consent(scene, "withdrawn", today, today))).contains("withdrawn");
    assertThat(on(scene, consent(scene, "refused", today, today))).contains("not-valid");
    // late in the evening the next day has begun in the east, and yesterday is over everywhere
    assertThat(on(scene, consent(scene, "given", today.plusDays(2), today.plusDays(3))))
        .contains("not-valid");
    assertThat(on(scene, consent(scene, "given", today.minusDays(2), today.minusDays(1))))
        .contains("not-valid");
    Consent given = consent(scene, "given", today, today);
    Case file = file(scene);
    UUID recipient = scene.recipient().organisation();
    assertThat(key(rules().against(file, recipient, "prosecution", SHARED, given)))
        .contains("other-use");
    UUID other = scenes().scene("RS", "ngo", "RS", "health").recipient().organisation();
    assertThat(key(rules().against(file, other, "assistance", SHARED, given)))
        .contains("other-use");
    Scene minor = scenes().minor(scene);
    assertThat(on(minor, given)).as("another case").contains("other-use");
    assertThat(key(rules().against(file, recipient, "assistance", Set.of("narrative"), given)))
        .contains("category");
  }

  @Test
  void consentOfAPersonNotEntitledIsRefused() {
    Scene adult = scenes().scene("RS", "ngo", "RS", "health");
    Scene minor = scenes().minor(adult);
    assertThat(giver(adult, "adult", null)).isEmpty();
    assertThat(giver(minor, "adult", null)).contains("minor-alone");
    assertThat(giver(minor, "court", null)).isEmpty();
    assertThat(giver(minor, "guardian", null)).contains("guardian-missing");
    assertThat(giver(minor, "guardian", UUID.randomUUID())).contains("guardian-missing");
    assertThat(giver(minor, "guardian", guardian(minor, true, true)))
        .contains("guardian-suspected");
    assertThat(giver(minor, "guardian", guardian(minor, false, false)))
        .contains("guardian-unverified");
    assertThat(giver(minor, "guardian", guardian(minor, false, true))).isEmpty();
  }

  /** Nothing goes to authorities of the country of origin while asylum is possible. */
  @Test
  void asylumBlocksTheAuthoritiesOfTheCountryOfOrigin() {
    assertThat(recipient("RS", "AL", "police", "not_asked")).contains("asylum-not-asked");
    for (String asylum : new String[] {"possible", "pending", "granted"}) {
      assertThat(recipient("RS", "AL", "police", asylum)).as(asylum).contains("asylum");
    }
    assertThat(recipient("RS", "AL", "police", "none")).isEmpty();
    assertThat(recipient("RS", "AL", "ngo", "pending")).as("no authority").isEmpty();
    assertThat(recipient("RS", "FR", "police", "pending")).as("another country").isEmpty();
    assertThat(recipient("AL", "AL", "police", "pending")).as("at home").isEmpty();
  }

  /** Whoever has no known nationality may come from any country but the one they are in. */
  @Test
  void whereNoNationalityIsKnownEveryOtherCountryMayBeTheOrigin() {
    Scene abroad = scenes().scene("RS", "ngo", "FR", "police", "pending");
    UUID sender = abroad.sender().organisation();
    UUID recipient = abroad.recipient().organisation();
    assertThat(key(rules().againstRecipient(sender, "pending", Set.of(), recipient)))
        .contains("asylum");
    assertThat(key(rules().againstRecipient(sender, "none", Set.of(), recipient))).isEmpty();
    UUID home = scenes().scene("RS", "ngo", "RS", "police").recipient().organisation();
    assertThat(key(rules().againstRecipient(sender, "pending", Set.of(), home))).isEmpty();
  }

  /** The giver is looked at again when something is sent, not only when the consent is recorded. */
  @Test
  void aConsentMeetsItsGiverAgain() {
    Scene minor = scenes().minor(scenes().scene("RS", "ngo", "RS", "health"));
    assertThat(on(minor, given(minor, "adult", null))).contains("minor-alone");
    UUID suspect = guardian(minor, true, true);
    assertThat(on(minor, given(minor, "guardian", suspect))).contains("guardian-suspected");
    assertThat(on(minor, given(minor, "guardian", guardian(minor, false, true)))).isEmpty();
  }

  @Test
  void onlyAValidConsentOfASuspectIsUnderReview() {
    Scene minor = scenes().minor(scenes().scene("RS", "ngo", "RS", "health"));
    UUID suspect = guardian(minor, true, true);
    assertThat(underReview(minor, given(minor, "guardian", suspect))).isTrue();
    assertThat(underReview(minor, given(minor, "guardian", guardian(minor, false, true))))
        .isFalse();
    assertThat(underReview(minor, given(minor, "guardian", null))).as("another bar").isFalse();
    LocalDate over = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).minusDays(3);
    assertThat(
            underReview(
                minor,
                consent(minor, "given", over, over, "guardian", suspect, house.clock().instant())))
        .as("over")
        .isFalse();
  }

  @Test
  void nothingGoesToAnOrganisationThatIsClosed() {
    Scene scene = scenes().scene("RS", "ngo", "RS", "health");
    UUID recipient = scene.recipient().organisation();
    house.get(Organisations.class).setActive(house.somebody(Role.ADMINISTRATOR), recipient, false);
    assertThat(key(rules().againstRecipient(file(scene), recipient)))
        .contains("recipient-inactive");
  }

  @Test
  void whatLeavesTheUnionNeedsAnInstrument() {
    assertThat(transfer("FR", "RS", null)).contains("transfer-missing");
    assertThat(transfer("FR", "RS", "clauses")).isEmpty();
    assertThat(transfer("FR", "FR", null)).isEmpty();
    assertThat(transfer("RS", "FR", null)).isEmpty();
    assertThat(transfer("RS", "AL", null)).isEmpty();
    Scene scene = scenes().scene("FR", "ngo", "RS", "health");
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    assertThat(on(scene, consent(scene, "given", today, today))).contains("transfer-missing");
    assertThat(on(scene, ground(scene, "law", null, null, null))).contains("transfer-missing");
  }

  @Test
  void aLegalGroundHoldsForItsUseAndUntilItsReview() {
    Scene scene = scenes().scene("RS", "ngo", "RS", "health");
    Instant now = house.clock().instant();
    LegalGround law = ground(scene, "law", null, null, null);
    assertThat(on(scene, law)).isEmpty();
    Case file = file(scene);
    UUID recipient = scene.recipient().organisation();
    assertThat(key(rules().against(file, recipient, "prosecution", SHARED, law)))
        .contains("other-use");
    UUID other = scenes().scene("RS", "ngo", "RS", "health").recipient().organisation();
    assertThat(key(rules().against(file, other, "assistance", SHARED, law))).contains("other-use");
    assertThat(on(scenes().minor(scene), law)).contains("other-use");
    assertThat(key(rules().against(file, recipient, "assistance", Set.of("narrative"), law)))
        .contains("category");
    Instant late = now.minus(Duration.ofHours(1));
    Instant soon = now.plus(Duration.ofHours(1));
    assertThat(on(scene, ground(scene, "vital_interests", null, soon, null))).isEmpty();
    assertThat(on(scene, ground(scene, "vital_interests", null, late, null)))
        .contains("review-overdue");
    assertThat(on(scene, ground(scene, "vital_interests", null, late, true))).isEmpty();
    assertThat(on(scene, ground(scene, "vital_interests", null, soon, false)))
        .contains("review-not-upheld");
    Scene origin = scenes().scene("RS", "ngo", "AL", "police", "pending");
    assertThat(on(origin, ground(origin, "law", null, null, null))).contains("asylum");
  }

  /** An agreement that is signed but not in force for both countries is never the basis. */
  @Test
  void onlyAConventionInForceIsABasis() {
    Scene scene = scenes().scene("RS", "police", "FR", "police");
    LegalBases.Answer answer =
        rules().instruments(file(scene), scene.recipient().organisation(), "prosecution");
    assertThat(answer.inForce().size() + answer.not().size()).isPositive();
    for (LegalBases.Basis basis : answer.inForce()) {
      assertThat(convention(scene, basis.id())).as(basis.id()).isEmpty();
    }
    for (LegalBases.NoBasis basis : answer.not()) {
      assertThat(convention(scene, basis.id())).as(basis.id()).contains("not-in-force");
    }
    assertThat(convention(scene, null)).contains("not-in-force");
    assertThat(on(scene, ground(scene, "convention_in_force", "no-such", null, null)))
        .contains("not-in-force");
  }

  private boolean underReview(Scene scene, Consent consent) {
    return rules().underReview(file(scene), consent);
  }

  private Optional<String> convention(Scene scene, @Nullable String instrument) {
    return key(
        rules()
            .againstGround(
                file(scene),
                scene.recipient().organisation(),
                "prosecution",
                "convention_in_force",
                instrument));
  }

  private Optional<String> recipient(String from, String to, String type, String asylum) {
    Scene scene = scenes().scene(from, "ngo", to, type, asylum);
    return key(rules().againstRecipient(file(scene), scene.recipient().organisation()));
  }

  private Optional<String> transfer(String from, String to, @Nullable String instrument) {
    Scene scene = scenes().scene(from, "ngo", to, "health");
    return key(rules().againstTransfer(file(scene), scene.recipient().organisation(), instrument));
  }

  private Optional<String> giver(Scene scene, String capacity, @Nullable UUID guardian) {
    return key(rules().againstGiver(file(scene), capacity, guardian));
  }

  private UUID guardian(Scene scene, boolean suspected, boolean verified) {
    return scenes().guardian(scene, suspected, verified);
  }

  private Optional<String> on(Scene scene, Consent consent) {
    return key(
        rules()
            .against(file(scene), scene.recipient().organisation(), "assistance", SHARED, consent));
  }

  private Optional<String> on(Scene scene, LegalGround ground) {
    return key(
        rules()
            .against(file(scene), scene.recipient().organisation(), "assistance", SHARED, ground));
  }

  private Consent given(Scene scene, String capacity, @Nullable UUID guardian) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return consent(scene, "given", today, today, capacity, guardian, house.clock().instant());
  }

  private Case file(Scene scene) {
    return house.get(Cases.class).find(scene.caseId(), scene.sender());
  }

  private static Optional<String> key(Optional<Objection> objection) {
    return objection.map(o -> o.key().replace("consent.objection.", ""));
  }

  private DisclosureRules rules() {
    return house.get(DisclosureRules.class);
  }

  private ReferralScenes scenes() {
    return new ReferralScenes(house);
  }
}
