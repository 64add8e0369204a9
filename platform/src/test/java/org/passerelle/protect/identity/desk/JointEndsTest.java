package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.screening.CaseFromScreening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;

/** How a joint screening ends, and what a lying node cannot do. */
class JointEndsTest extends AtOneDesk {
  private UUID screening;

  @BeforeEach
  void somebodyWasScreened() {
    screening = scenes.screened("Arta from Shkodra", ours.officer());
    deliver();
  }

  private UUID shared(String... categories) {
    return shared(screening, categories);
  }

  private UUID file(UUID joint) {
    return Objects.requireNonNull(here(joint).caseId());
  }

  @Test
  void aWithdrawnConsentTakesItBackKeyAndAllAndThatIsConfirmed() {
    UUID before =
        house.get(CaseFromScreening.class).open(screening, ZoneOffset.UTC, ours.officer());
    UUID consent = consent(before);
    UUID joint =
        scenes.shared(
            desk, screening, new StatedBasis.Choice("consent", "", null), ours.officer(), "case");
    deliver();
    UUID key = there(joint).sealedUnder();
    UUID own = scenes.joints().takeUp(desk, joint, theirs.officer());
    house.get(Consents.class).withdraw(before, consent, ours.officer());
    deliver();
    assertThat(there(joint).state()).isEqualTo("gone");
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(scenes.joints().read(there(joint), theirs.officer())).isEmpty();
    assertThat(here(joint).state()).isEqualTo("gone");
    assertThat(here(joint).confirmedAt()).isNotNull();
    assertThatThrownBy(() -> scenes.sign(desk, joint, theirs)).hasMessage("desk.refused.gone");
    // files that they had opened are theirs
    assertThat(house.get(Screenings.class).find(theirs.officer(), own)).isNotNull();
  }

  private UUID consent(UUID file) {
    return house
        .get(Consents.class)
        .record(
            file,
            new ConsentDraft(
                true,
                "protection_and_placement",
                theirs.organisation(),
                Set.of("case"),
                "court",
                null,
                "sq",
                false,
                null,
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC),
                LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(90),
                ""),
            ours.officer());
  }

  @Test
  void aBasisThatTheReviewDidNotUpholdTakesItBack() {
    UUID file = house.get(CaseFromScreening.class).open(screening, ZoneOffset.UTC, ours.officer());
    UUID joint =
        scenes.shared(
            desk,
            screening,
            new StatedBasis.Choice("vital_interests", "He is followed", null),
            ours.officer(),
            "case");
    deliver();
    UUID basis = house.get(Disclosures.class).of(file).get(0).basis();
    house
        .get(LegalGrounds.class)
        .review(
            basis,
            ReferralScenes.finding(false),
            scenes.colleague(ours.organisation(), Role.SUPERVISOR));
    deliver();
    assertThat(there(joint).state()).isEqualTo("gone");
    assertThat(here(joint).confirmedAt()).isNotNull();
  }

  /** Nothing had been sent, so nobody has to confirm anything. */
  @Test
  void whatIsWithdrawnWhileItWaitsDoesNotArrive() {
    UUID file = house.get(CaseFromScreening.class).open(screening, ZoneOffset.UTC, ours.officer());
    UUID consent = consent(file);
    SignedIn admin = house.somebody(Role.ADMINISTRATOR);
    house.get(Deliveries.class).hold(theirs.organisation(), true, admin);
    UUID joint =
        scenes.shared(
            desk, screening, new StatedBasis.Choice("consent", "", null), ours.officer(), "case");
    house.get(Consents.class).withdraw(file, consent, ours.officer());
    house.get(Deliveries.class).hold(theirs.organisation(), false, admin);
    deliver();
    assertThat(here(joint).reason()).isEqualTo("stopped");
    assertThatThrownBy(() -> there(joint)).isInstanceOf(NotFound.class);
  }

  /**
   * Data received on another basis cannot be read once the case itself may disclose nothing more.
   */
  @Test
  void aRevisionThatIsStoppedTakesTheEarlierOneBack() {
    UUID joint = shared("case");
    UUID key = there(joint).sealedUnder();
    UUID consent = consent(file(joint));
    SignedIn admin = house.somebody(Role.ADMINISTRATOR);
    house.get(Deliveries.class).hold(theirs.organisation(), true, admin);
    UUID again = house.get(Screenings.class).again(ours.officer(), screening, true);
    house.get(Screenings.class).finish(ours.officer(), again);
    scenes.shared(desk, again, new StatedBasis.Choice("consent", "", null), ours.officer(), "case");
    house.get(Consents.class).withdraw(file(joint), consent, ours.officer());
    house.get(Deliveries.class).hold(theirs.organisation(), false, admin);
    deliver();
    assertThat(here(joint).state()).isEqualTo("gone");
    assertThat(there(joint).state()).isEqualTo("gone");
    assertThat(house.get(Vault.class).holds(key)).isFalse();
  }

  @Test
  void anErasedPersonIsReadByNobody() {
    UUID joint = shared("case");
    scenes.sign(desk, joint, theirs);
    deliver();
    UUID key = there(joint).sealedUnder();
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(file(joint), ours.officer()).person().id(),
            ours.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            ours.lead());
    deliver();
    assertThat(there(joint).state()).isEqualTo("gone");
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(
            house
                .db()
                .sql("select count(*) from desk_screening where id = :id and organisation = :own")
                .param("id", joint)
                .param("own", ours.organisation())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from erasure_recipient where referral = :id and acknowledged_at is not null")
                .param("id", joint)
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void theEndOfTheDeskTakesWhatWasSharedAndLeavesOwnFiles() {
    UUID joint = shared("case");
    UUID key = there(joint).sealedUnder();
    UUID file = file(joint);
    scenes.desks().end(desk, ours.lead());
    deliver();
    assertThat(house.get(Vault.class).holds(key)).isFalse();
    assertThat(
            house
                .db()
                .sql("select state from desk_screening where id = :id")
                .param("id", joint)
                .query(String.class)
                .list())
        .containsExactly("gone", "gone");
    assertThat(house.get(Cases.class).find(file, ours.officer())).isNotNull();
  }

  /** A lying node can only sign for itself, and only what was sent to it. */
  @Test
  void nobodySignsForUsNorForSomethingElse() {
    UUID joint = shared("case");
    for (String digest : List.of("f".repeat(64), here(joint).digest())) {
      say(joint, digest, 1);
    }
    say(joint, here(joint).digest(), 2);
    deliver();
    assertThat(here(joint).signed(true)).isFalse();
    assertThat(here(joint).signatures()).hasSize(1).allMatch(s -> !s.here());
    assertThat(
            house
                .db()
                .sql(
                    """
                    select count(*) from audit_entry
                     where action = 'desk.signature-refused' and subject = :id
                    """)
                .param("id", joint)
                .query(Integer.class)
                .single())
        .isOne();
  }

  private void say(UUID joint, String digest, int revision) {
    house.inTransaction(
        () ->
            house
                .get(Outbox.class)
                .put(
                    new Outbox.Outgoing(
                        DeskMessages.SIGNED,
                        1,
                        joint,
                        theirs.organisation(),
                        ours.organisation(),
                        null,
                        null,
                        DeskMessages.json(
                            new DeskMessages.Signed(
                                desk,
                                revision,
                                digest,
                                DeskMessages.Line.of(
                                    new DeskEvent(
                                        house.get(Identifiers.class).next(),
                                        true,
                                        "signed",
                                        house.clock().instant(),
                                        false,
                                        null)))))));
  }
}
