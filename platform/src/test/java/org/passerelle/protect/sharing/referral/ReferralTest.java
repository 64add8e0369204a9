package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Rules 4 and 11: a withdrawal travels, and nothing is lost or duplicated. */
@OnBothDatabases
@Tag("postgresql")
class ReferralTest {
  @Parameter House house;
  private ReferralScenes scenes;

  @BeforeEach
  void scenes() {
    scenes = new ReferralScenes(house);
  }

  @Test
  void aReferralArrivesOnceIsAcceptedAndTheSenderSeesIt() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID id = scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
    List<ReceivedReferral> there = received().mine(scene.recipient(), 9);
    assertThat(there).hasSize(1);
    Dossier dossier = received().dossier(id, scene.recipient()).orElseThrow();
    assertThat(dossier.fields())
        .containsKey("known_as")
        .doesNotContainKeys("names", "account", "phone");
    UUID caseId = received().accept(id, scene.recipient());
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("accepted");
    assertThat(house.get(Cases.class).find(caseId, scene.recipient()).details().pseudonym())
        .isEqualTo("Lumi");
    received().done(id, scene.recipient());
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("done");
    assertThatThrownBy(() -> referrals().find(id, scene.recipient())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> received().find(id, scene.sender())).isInstanceOf(NotFound.class);
  }

  @Test
  void deliveringTwiceTakesEffectOnce() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID id = scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
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
    scenes.deliver();
    assertThat(received().mine(scene.recipient(), 9)).hasSize(1);
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
  }

  @Test
  void uncoveredFieldsAreNotSent() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID basis = scenes.consent(scene, Set.of("case"), "adult", null);
    UUID id = scenes.draft(scene);
    referrals().choose(id, List.of("age", "names"), basis, scene.sender());
    assertThatThrownBy(() -> referrals().send(id, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("category");
    referrals().choose(id, List.of("age"), null, scene.sender());
    assertThatThrownBy(() -> referrals().send(id, scene.sender()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no-basis");
    scenes.deliver();
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
  }

  @Test
  void withdrawalStopsWhatIsQueued() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("queued");
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("stopped");
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
    assertThat(house.get(Disclosures.class).of(scene.caseId()).get(0).state()).isEqualTo("stopped");
  }

  @Test
  void aConsentThatEndedWhileTheMessageWaitedIsAskedOnceMore() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    UUID id = scenes.sent(scene, basis);
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
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("stopped");
    assertThat(received().mine(scene.recipient(), 9)).isEmpty();
  }

  @Test
  void withdrawalReachesTheRecipientClosesTheDossierAndIsAcknowledged() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(received().find(id, scene.recipient()).withdrawnAt()).isNotNull();
    assertThat(received().dossier(id, scene.recipient())).isEmpty();
    assertThatThrownBy(() -> received().accept(id, scene.recipient())).isInstanceOf(Refused.class);
    assertThat(referrals().find(id, scene.sender()).withdrawalAcknowledgedAt()).isNull();
    house.get(WithdrawalAnswers.class).acknowledge(id, scene.recipient());
    scenes.deliver();
    assertThat(referrals().find(id, scene.sender()).withdrawalAcknowledgedAt()).isNotNull();
  }

  @Test
  void theRecipientIsRemindedBeforeTheDeadlineAndBothSupervisorsAfterIt() {
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    UUID id = scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
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
}
