package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.received.WaitingReferrals;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Waiting items are shown to a recipient on the Today page, however many others there are. */
@OnBothDatabases
@Tag("slow")
class BusyRecipientTest {
  private static final String CORRECTED = "corrected what it had told you";
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member sender;
  private Member recipient;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    sender = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    ReferralScenes.Scene made =
        scenes.scene(Staff.signedIn(sender.user()), "RS", "health", ReferralScenes.file());
    recipient = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    scene = scenes.with(recipient, made);
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    id = scenes.sent(scene, basis);
    scenes.deliver();
  }

  private void corrected() {
    SomeCase.change(
        house,
        scene.caseId(),
        details -> new CaseDetails("Lumturi", details.howCame(), "", ""),
        scene.sender());
    assertThat(
            house
                .get(Corrections.class)
                .send(scene.caseId(), Map.of(id, List.of("known_as")), scene.sender()))
        .isEqualTo(1);
    scenes.deliver();
  }

  private String firstPage() {
    return recipient.elsewhere().get("/").body();
  }

  @Test
  void aCorrectionHidesNoAnswerThatIsAwaited() {
    house
        .db()
        .sql("update received_referral set urgency = 'high' where id = :id")
        .param("id", id)
        .update();
    corrected();
    assertThat(firstPage()).contains("Answer the referral from", CORRECTED);
    assertThat(
            house
                .get(Dues.class)
                .loose(scene.recipient(), house.get(Languages.class).texts(new Language("en"))))
        .singleElement()
        .returns("received", DueThing::kind)
        .returns(true, DueThing::pressing);
  }

  @Test
  void aWithdrawalCanBeConfirmedDespiteFiftyOpenReferrals() {
    UUID other = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    for (int i = 0; i < 51; i++) {
      scenes.sent(scene, basis);
    }
    house.clock().pass(Duration.ofMinutes(1));
    UUID last = scenes.sent(scene, other);
    scenes.deliver();
    house.get(Consents.class).withdraw(scene.caseId(), other, scene.sender());
    scenes.deliver();
    assertThat(firstPage())
        .contains("Confirm the withdrawal reported by", "/protect/received/" + last + "\"");
  }

  @Test
  void afterDecliningThereIsNothingToCorrectUntilItIsReversed() {
    SignedIn clinic = scene.recipient();
    Declines declines = house.get(Declines.class);
    declines.decline(id, "no_capacity", "No bed is free here this month", clinic);
    scenes.deliver();
    corrected();
    assertThat(firstPage()).doesNotContain(CORRECTED);
    Browser browser = sender.elsewhere();
    String status = browser.get("/protect/referrals/" + id).body();
    assertThat(status).contains("nobody there reads it").doesNotContain("not confirmed yet");
    declines.takeBack(id, clinic);
    scenes.deliver();
    assertThat(firstPage()).contains(CORRECTED, "Answer the referral from");
    assertThat(house.get(ReceivedReferrals.class).dossier(id, clinic).orElseThrow().fields())
        .as("it was put right while it was closed")
        .containsEntry("known_as", List.of("Lumturi"));
    assertThat(browser.get("/protect/referrals/" + id).body()).contains("not confirmed yet");
  }

  /** Old answered referrals are skipped by the query, not read. */
  @Test
  void anIndexGivesWhatWaits() {
    longAnswered();
    assertThat(plan(WaitingReferrals.TO_ANSWER))
        .as("the state is looked up in an index")
        .containsPattern("Index Cond: [^\\n]*state|AND state = 'open'");
    assertThat(plan(WaitingReferrals.TAKEN_BACK)).contains("received_referral_withdrawn");
    assertThat(plan(WaitingReferrals.PUT_RIGHT)).contains("received_referral_corrected");
  }

  private String plan(String statement) {
    return String.join(
        "\n",
        house
            .db()
            .sql("explain " + CaseSight.in(statement))
            .params(CaseSight.reader(scene.recipient(), house.clock().instant()))
            .param("handOver", Referrals.HAND_OVER)
            .param("contact", true)
            .param("newest", LocalDate.EPOCH)
            .param("ever", Columns.at(Instant.EPOCH))
            .param("most", 1_000)
            .query(String.class)
            .list());
  }

  private void longAnswered() {
    for (int doubled = 0; doubled < 11; doubled++) {
      house
          .db()
          .sql(
              """
              insert into received_referral
                (id, organisation, sender, service, deadline, state, dossier, minor, received_at, dossier_key)
              select gen_random_uuid(), organisation, sender, service, deadline, 'done', dossier, minor,
                     received_at, dossier_key
                from received_referral where organisation = :organisation
              """)
          .param("organisation", scene.recipient().organisation())
          .update();
    }
    house.db().sql("analyze").update();
  }
}
