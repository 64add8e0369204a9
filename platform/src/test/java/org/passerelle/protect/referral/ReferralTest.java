package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.LegalGround;
import org.passerelle.protect.consent.LegalGrounds;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Rules 3, 4 and 11: nothing leaves without a basis, a withdrawal travels, nothing is lost or
 * doubled.
 */
@OnBothDatabases
class ReferralTest {
  @Parameter House house;

  @Test
  void aReferralArrivesOnceIsAcceptedAndTheSenderSeesIt() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID id = sent(scene, consent(scene, Set.of("identity", "case"), "adult", null));
    deliver();
    assertThat(state(id, scene)).isEqualTo("sent");
    List<ReceivedReferral> there = received().mine(scene.recipient(), 9);
    assertThat(there).hasSize(1);
    Dossier dossier = received().dossier(id, scene.recipient()).orElseThrow();
    assertThat(dossier.fields())
        .containsKey("known_as")
        .doesNotContainKeys("names", "account", "phone");
    UUID caseId = received().accept(id, scene.recipient());
    deliver();
    assertThat(state(id, scene)).isEqualTo("accepted");
    assertThat(house.get(Cases.class).find(caseId, scene.recipient()).details().pseudonym())
        .isEqualTo("Lumi");
    received().done(id, scene.recipient());
    deliver();
    assertThat(state(id, scene)).isEqualTo("done");
    assertThatThrownBy(() -> referrals().find(id, scene.recipient())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> received().find(id, scene.sender())).isInstanceOf(NotFound.class);
  }

  @Test
  void deliveringTwiceTakesEffectOnce() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID id = sent(scene, consent(scene, Set.of("identity", "case"), "adult", null));
    deliver();
    UUID message =
        house
            .db()
            .sql("select id from outbox_message where order_key = :id")
            .param("id", id)
            .query(UUID.class)
            .single();
    house
        .db()
        .sql("update outbox_message set state = 'queued' where id = :id")
        .param("id", message)
        .update();
    deliver();
    assertThat(received().mine(scene.recipient(), 9)).hasSize(1);
    assertThat(state(id, scene)).isEqualTo("sent");
  }

  @Test
  void whatIsNotCoveredDoesNotLeave() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("case"), "adult", null);
    UUID id = draft(scene);
    referrals().choose(id, List.of("age", "names"), basis, scene.sender());
    assertThatThrownBy(() -> referrals().send(id, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("category");
    referrals().choose(id, List.of("age"), null, scene.sender());
    assertThatThrownBy(() -> referrals().send(id, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no-basis");
    deliver();
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
  }

  @Test
  void withdrawalStopsWhatIsQueued() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    UUID id = sent(scene, basis);
    deliver();
    assertThat(state(id, scene)).isEqualTo("queued");
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
    deliver();
    assertThat(state(id, scene)).isEqualTo("stopped");
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
    assertThat(house.get(Disclosures.class).of(scene.caseId()).get(0).state()).isEqualTo("stopped");
  }

  @Test
  void aConsentThatEndedWhileTheMessageWaitedIsAskedOnceMore() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    UUID id = sent(scene, basis);
    house
        .db()
        .sql("update consent set until_day = from_day, from_day = from_day where id = :id")
        .param("id", basis)
        .update();
    house
        .db()
        .sql(
            "update consent set until_day = date '2001-01-01', from_day = date '2000-01-01' where id = :id")
        .param("id", basis)
        .update();
    house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
    deliver();
    assertThat(state(id, scene)).isEqualTo("stopped");
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
  }

  @Test
  void withdrawalReachesTheRecipientClosesTheDossierAndIsAcknowledged() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID basis = consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = sent(scene, basis);
    deliver();
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    deliver();
    assertThat(received().find(id, scene.recipient()).withdrawnAt()).isNotNull();
    assertThat(received().dossier(id, scene.recipient())).isEmpty();
    assertThatThrownBy(() -> received().accept(id, scene.recipient())).isInstanceOf(Refused.class);
    assertThat(referrals().find(id, scene.sender()).withdrawalAcknowledgedAt()).isNull();
    received().acknowledge(id, scene.recipient());
    deliver();
    assertThat(referrals().find(id, scene.sender()).withdrawalAcknowledgedAt()).isNotNull();
  }

  @Test
  void whileAsylumIsOpenNothingGoesToTheCountryOfOrigin() {
    for (String asylum : List.of("not_asked", "possible", "pending", "granted")) {
      ReferralScenes.Scene scene = scene("RS", "ngo", "AL", "police", asylum);
      assertThatThrownBy(() -> draft(scene))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("asylum");
    }
    assertThat(draft(scene("RS", "ngo", "AL", "police", "none"))).isNotNull();
    assertThat(draft(scene("RS", "ngo", "AL", "ngo", "pending"))).isNotNull();
  }

  @Test
  void aGuardianWhoIsSuspectedOrUnverifiedCannotConsent() {
    ReferralScenes.Scene scene = minor(scene("RS", "ngo", "RS", "health"));
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "adult", null))
        .isInstanceOf(Refused.class);
    UUID suspected = guardian(scene, true, true);
    UUID unverified = guardian(scene, false, false);
    UUID verified = guardian(scene, false, true);
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "guardian", suspected))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "guardian", unverified))
        .isInstanceOf(Refused.class);
    assertThat(consent(scene, Set.of("case"), "guardian", verified)).isNotNull();
  }

  @Test
  void anInstrumentThatNobodyVerifiedFoundsNothing() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "AL", "ngo", "none");
    LegalGround.Draft convention =
        new LegalGround.Draft(
            "convention_in_force",
            "assistance",
            scene.recipient().organisation(),
            "palermo-protocol",
            null,
            "Article 6",
            Set.of("case"));
    assertThatThrownBy(
            () -> house.get(LegalGrounds.class).record(scene.caseId(), convention, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not-in-force");
  }

  @Test
  void fromTheUnionToAThirdCountryATransferInstrumentIsNeeded() {
    ReferralScenes.Scene scene = scene("FR", "ngo", "RS", "ngo", "none");
    assertThatThrownBy(() -> consent(scene, Set.of("case"), "adult", null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("transfer");
  }

  @Test
  void vitalInterestsAreReviewedWithin72HoursByAnotherPerson() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    LegalGrounds grounds = house.get(LegalGrounds.class);
    UUID ground =
        grounds.record(
            scene.caseId(),
            new LegalGround.Draft(
                "vital_interests",
                "assistance",
                scene.recipient().organisation(),
                null,
                null,
                "Not breathing well",
                Set.of("case", "identity")),
            scene.sender());
    SignedIn supervisor = house.colleague(scene.sender().organisation(), Role.SUPERVISOR);
    assertThat(grounds.toReview(supervisor)).hasSize(1);
    assertThatThrownBy(() -> grounds.review(ground, true, scene.sender()))
        .isInstanceOf(Refused.class);
    UUID late = draft(scene);
    referrals().choose(late, List.of("age"), ground, scene.sender());
    house.clock().pass(Duration.ofHours(73));
    assertThatThrownBy(() -> referrals().send(late, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("overdue");
    grounds.review(ground, true, supervisor);
    referrals().send(late, scene.sender());
    assertThat(grounds.toReview(supervisor)).isEmpty();
  }

  @Test
  void theRecipientIsRemindedBeforeTheDeadlineAndBothSupervisorsAfterIt() {
    ReferralScenes.Scene scene = scene("RS", "ngo", "RS", "health");
    UUID id = sent(scene, consent(scene, Set.of("identity", "case"), "adult", null));
    deliver();
    ReferralDeadlines deadlines = house.get(ReferralDeadlines.class);
    deadlines.check();
    assertThat(mark(id, "reminded_at")).isFalse();
    house.clock().pass(Duration.ofDays(4).plusHours(12));
    deadlines.check();
    assertThat(mark(id, "reminded_at")).isTrue();
    assertThat(mark(id, "escalated_at")).isFalse();
    house.clock().pass(Duration.ofDays(1));
    deadlines.check();
    assertThat(mark(id, "escalated_at")).isTrue();
    deadlines.check();
  }

  private boolean mark(UUID id, String column) {
    return house
            .db()
            .sql(
                column.equals("reminded_at")
                    ? "select count(reminded_at) from received_referral where id = :id"
                    : "select count(escalated_at) from received_referral where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single()
        == 1;
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  private ReferralScenes scenes() {
    return new ReferralScenes(house);
  }

  private String state(UUID id, ReferralScenes.Scene scene) {
    return scenes().state(id, scene);
  }

  private void deliver() {
    scenes().deliver();
  }

  private UUID draft(ReferralScenes.Scene scene) {
    return scenes().draft(scene);
  }

  private UUID sent(ReferralScenes.Scene scene, UUID basis) {
    return scenes().sent(scene, basis);
  }

  private UUID consent(
      ReferralScenes.Scene scene,
      Set<String> categories,
      String capacity,
      @org.jspecify.annotations.Nullable UUID guardian) {
    return scenes().consent(scene, categories, capacity, guardian);
  }

  private UUID guardian(ReferralScenes.Scene scene, boolean suspected, boolean verified) {
    return scenes().guardian(scene, suspected, verified);
  }

  private ReferralScenes.Scene scene(String from, String fromType, String to, String toType) {
    return scenes().scene(from, fromType, to, toType);
  }

  private ReferralScenes.Scene scene(
      String from, String fromType, String to, String toType, String asylum) {
    return scenes().scene(from, fromType, to, toType, asylum);
  }

  private ReferralScenes.Scene minor(ReferralScenes.Scene scene) {
    return scenes().minor(scene);
  }
}
