package org.passerelle.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** For ten seconds an act can be undone, and until then nobody else hears of it. */
@OnBothDatabases
class UndoTest {
  private static final Pattern UNDO = Pattern.compile("action=\"(/undo/[^\"]+)\"");
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member sender;
  private Member recipient;
  private UUID basis;
  private UUID id;

  private void hold(boolean held) {
    house
        .get(Deliveries.class)
        .hold(scene.recipient().organisation(), held, house.somebody(Role.ADMINISTRATOR));
  }

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    sender = Member.of(house, Role.CASE_MANAGER);
    ReferralScenes.Scene made =
        scenes.scene(Staff.signedIn(sender.user()), "RS", "health", ReferralScenes.file());
    recipient = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    scene = scenes.with(recipient, made);
    basis = scenes.consent(scene, java.util.Set.of("identity", "case"), "adult", null);
    hold(true);
    id = scenes.sent(scene, basis);
  }

  @Test
  void aDeclineIsUndoneBeforeItsSenderHearsOfIt() {
    arrive();
    Browser browser = recipient.browser();
    String undo = decline(browser);
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
    Browser.Answer undone = browser.post(undo);
    assertThat(undone.location()).isEqualTo("/protect/received/" + id);
    assertThat(browser.get(undone.location()).body()).contains("Nothing was sent");
    house.clock().pass(Duration.ofMinutes(1));
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).state())
        .isEqualTo("open");
    assertThat(undone("referral.declined")).isOne();
  }

  /** A dossier that was taken back meanwhile is not there to be answered. */
  @Test
  void aDeclineOfWhatWasWithdrawnMeanwhileStands() {
    arrive();
    Browser browser = recipient.browser();
    String undo = decline(browser);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(browser.post(undo).body()).contains("Something has changed in the meantime");
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).state())
        .isEqualTo("declined");
  }

  @Test
  void afterTenSecondsTheSenderIsToldAndNothingIsUndone() {
    arrive();
    Browser browser = recipient.browser();
    String undo = decline(browser);
    house.clock().pass(Undo.OPEN);
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("declined");
    assertThat(browser.post(undo).body()).contains("can no longer be undone");
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).state())
        .isEqualTo("declined");
  }

  @Test
  void nobodyElseUndoesIt() {
    arrive();
    String undo = decline(recipient.browser());
    Browser other = Member.in(house, scene.recipient().organisation(), Role.SUPERVISOR).browser();
    other.get("/protect/received/" + id);
    assertThat(other.post(undo).body()).contains("can no longer be undone");
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).state())
        .isEqualTo("declined");
  }

  @Test
  void aRequestTakenBackByMistakeStandsAsBefore() {
    arrive();
    Browser browser = sender.browser();
    browser.post(revoke(browser));
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
    house.clock().pass(Duration.ofMinutes(1));
    scenes.deliver();
    assertThat(house.get(ReceivedReferrals.class).find(id, scene.recipient()).state())
        .isEqualTo("open");
    assertThat(browser.get("/protect/cases/" + scene.caseId()).body())
        .contains("restored after being taken back by mistake");
    assertThat(undone("referral.revoked")).isOne();
  }

  @Test
  void aWithdrawalThatCameMeanwhileIsNotUndone() {
    arrive();
    Browser browser = sender.browser();
    String undo = revoke(browser);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    browser.post(undo);
    assertThat(house.get(Referrals.class).find(id, scene.sender()).awaited())
        .as("awaited after the withdrawal")
        .isFalse();
  }

  private void arrive() {
    hold(false);
    scenes.deliver();
  }

  @Test
  void oneOfWhichNothingHadLeftIsADraftAgainAndCanBeSent() {
    Browser browser = sender.browser();
    browser.post(revoke(browser));
    scenes.deliver();
    assertThat(scenes.state(id, scene)).isEqualTo("draft");
    house.get(Referrals.class).send(id, scene.sender());
    arrive();
    assertThat(scenes.state(id, scene)).isEqualTo("sent");
  }

  @Test
  void whatWasAnsweredMeanwhileStaysTakenBack() {
    arrive();
    Browser browser = sender.browser();
    String undo = revoke(browser);
    house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    scenes.deliver();
    assertThat(browser.post(undo).body()).contains("can no longer be undone");
    assertThat(scenes.state(id, scene)).isEqualTo("revoked");
  }

  @Test
  void aTaskTickedOffByMistakeIsOpenAgain() {
    CaseTasks tasks = house.get(CaseTasks.class);
    UUID task =
        tasks.task(
            scene.caseId(),
            "other",
            "Call the shelter",
            house.clock().instant().plus(Duration.ofDays(2)),
            scene.sender().user(),
            scene.sender());
    Browser browser = sender.browser();
    String file = "/protect/cases/" + scene.caseId();
    browser.get(file);
    browser.post(file + "/tasks/" + task + "/done");
    browser.post(offered(browser, file));
    assertThat(tasks.openTasks(scene.caseId(), scene.sender()))
        .extracting(CaseTasks.Task::id)
        .contains(task);
  }

  private String decline(Browser browser) {
    browser.get("/protect/received/" + id + "/decline");
    Browser.Answer declined =
        browser.post(
            "/protect/received/" + id + "/decline",
            "reason",
            "no_capacity",
            "why",
            "Nobody is free this week.");
    return offered(browser, declined.location());
  }

  private String revoke(Browser browser) {
    browser.get("/protect/referrals/" + id);
    return offered(browser, browser.post("/protect/referrals/" + id + "/revoke").location());
  }

  private static String offered(Browser browser, String page) {
    Matcher found = UNDO.matcher(browser.get(page).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private int undone(String act) {
    return house
        .db()
        .sql(
            """
            select count(*) from audit_entry
             where action = 'act.undone' and subject = :id and detail like :act
            """)
        .param("id", id)
        .param("act", "%" + act + "%")
        .query(Integer.class)
        .single();
  }
}
