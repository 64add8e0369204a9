package org.passerelle.protect.sharing.referral.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Deliveries;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changed data are corrected at every recipient that has them. */
@OnBothDatabases
class CorrectionsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member recipient;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    ReferralScenes.Given given = scenes.given();
    scene = given.scene();
    recipient = given.recipient();
    basis = given.basis();
    id = given.id();
  }

  @Test
  void itIsToldPutRightAndConfirmed() {
    assertThat(corrections().outdated(scene.caseId(), scene.sender())).isEmpty();
    assertThat(rename("Lumturi"))
        .as("whoever has the old word is named at once")
        .hasValue("/protect/cases/" + scene.caseId() + "/corrections");
    assertThat(corrections().outdated(scene.caseId(), scene.sender()))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.fields())
                    .singleElement()
                    .satisfies(
                        f -> {
                          assertThat(f.field().code()).isEqualTo("known_as");
                          assertThat(f.before().orElseThrow()).containsExactly("Lumi");
                          assertThat(f.now()).containsExactly("Lumturi");
                        }));
    assertThat(send("known_as")).isEqualTo(1);
    assertThat(send("known_as")).as("once").isZero();
    scenes.deliver();
    Browser browser = recipient.browser();
    assertThat(browser.get("/").body()).contains("corrected what it had told you");
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body())
        .contains("Lumturi", "has corrected what it had told you")
        .doesNotContain("Lumi<");
    browser.post(
        page + "/corrected", "correction", Browser.hidden(browser.get(page), "correction"));
    scenes.deliver();
    assertThat(referrals().find(id, scene.sender()).correctionTakenAt()).isNotNull();
    assertThat(browser.get("/").body()).doesNotContain("corrected what it had told you");
    assertThat(received().dossier(id, scene.recipient()).orElseThrow().fields())
        .containsEntry("known_as", List.of("Lumturi"))
        .containsKey("gender");
  }

  @Test
  void confirmingTheFirstCorrectionDoesNotConfirmTheSecond() {
    rename("Lumturi");
    send("known_as");
    scenes.deliver();
    String page = "/protect/received/" + id;
    String read = Browser.hidden(recipient.browser().get(page), "correction");
    rename("Lumi M.");
    send("known_as");
    scenes.deliver();
    recipient.browser().get(page);
    recipient.browser().post(page + "/corrected", "correction", read);
    scenes.deliver();
    assertThat(referrals().find(id, scene.sender()).correctionTakenAt()).isNull();
    assertThat(recipient.browser().get(page).body()).contains("Lumi M.", "has corrected what");
  }

  @Test
  void whatNobodyWasGivenConcernsNobody() {
    assertThat(changing(d -> new CaseDetails(d.pseudonym(), "Other words", "Be careful", "")))
        .isEmpty();
    assertThat(corrections().outdated(scene.caseId(), scene.sender())).isEmpty();
  }

  @Test
  void nothingGoesOnceTheConsentIsWithdrawn() {
    rename("Lumturi");
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    assertThatThrownBy(() -> send("known_as")).isInstanceOf(Refused.class);
    scenes.deliver();
    assertThat(received().dossier(id, scene.recipient())).isEmpty();
    arrives(scene.sender().organisation());
    assertThat(received().dossier(id, scene.recipient()))
        .as("what was taken back does not come back by a correction")
        .isEmpty();
  }

  @Test
  void aCorrectionThatIsStoppedWasNotGiven() {
    house.get(Deliveries.class).hold(scene.recipient().organisation(), true, scene.sender());
    rename("Lumturi");
    send("known_as");
    house
        .db()
        .sql(
            "update consent set until_day = date '2001-01-01', from_day = date '2000-01-01' where id = :id")
        .param("id", basis)
        .update();
    house.get(Deliveries.class).hold(scene.recipient().organisation(), false, scene.sender());
    scenes.deliver();
    assertThat(received().dossier(id, scene.recipient()).orElseThrow().fields())
        .containsEntry("known_as", List.of("Lumi"));
    house.clock().pass(Duration.ofMinutes(1));
    rename("Lumi M.");
    assertThat(corrections().outdated(scene.caseId(), scene.sender()).get(0).fields())
        .as("what they have is not known any more")
        .allSatisfy(f -> assertThat(f.before()).isEmpty());
  }

  @Test
  void onlyTheSenderCanCorrectIt() {
    arrives(scenes.scene("RS", "ngo", "RS", "health").sender().organisation());
    assertThat(received().dossier(id, scene.recipient()).orElseThrow().fields())
        .containsEntry("known_as", List.of("Lumi"));
  }

  @Test
  void whatThisVersionDoesNotKnowStaysInTheDossier() {
    JsonNode corrected = JSON.readTree("{\"age\":[],\"names\":[\"Џемиле\"]}");
    assertThat(
            JSON.readTree(
                CorrectedDossiers.merged(
                    "{\"later\":1,\"fields\":{\"age\":[\"2013/2013\"],\"shoe\":[\"36\"]}}",
                    corrected)))
        .isEqualTo(
            JSON.readTree("{\"later\":1,\"fields\":{\"shoe\":[\"36\"],\"names\":[\"Џемиле\"]}}"));
  }

  /** A correction as this organisation would send it. */
  private void arrives(UUID sender) {
    house.inTransaction(
        () ->
            house
                .get(Arrivals.class)
                .take(
                    new Received(
                        house.get(Identifiers.class).next(),
                        Corrections.CORRECTED,
                        1,
                        sender,
                        scene.recipient().organisation(),
                        id,
                        house.clock().instant(),
                        "{\"fields\":{\"known_as\":[\"Somebody\"]}}")));
  }

  private int send(String field) {
    return corrections().send(scene.caseId(), Map.of(id, List.of(field)), scene.sender());
  }

  private Optional<String> rename(String pseudonym) {
    return changing(details -> new CaseDetails(pseudonym, details.howCame(), "", ""));
  }

  private Optional<String> changing(UnaryOperator<CaseDetails> change) {
    return corrections()
        .changing(
            scene.caseId(),
            scene.sender(),
            () -> SomeCase.change(house, scene.caseId(), change, scene.sender()));
  }

  private Corrections corrections() {
    return house.get(Corrections.class);
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }
}
