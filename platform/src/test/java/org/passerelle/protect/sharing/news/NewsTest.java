package org.passerelle.protect.sharing.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** Senders are told of every answer, each person until they have seen it. */
@OnBothDatabases
@Tag("slow")
class NewsTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Browser sender;
  private UUID id;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    Member gives = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = gives.browser();
    ReferralScenes.Scene made =
        scenes.scene(Staff.signedIn(gives.user()), "RS", "health", ReferralScenes.file());
    Member receives = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    scene = scenes.with(receives, made);
    id = scenes.sent(scene, scenes.consent(scene, Set.of("identity", "case"), "adult", null));
    scenes.deliver();
    sender.get("/protect/referrals/" + id);
  }

  private void declined() {
    house
        .get(Declines.class)
        .decline(id, "no_capacity", "No bed is free before Monday.", scene.recipient());
    scenes.deliver();
  }

  private ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }

  private List<String> unseen(SignedIn who) {
    return house.get(News.class).unseen(who, 50).stream().map(UnseenChange::kind).toList();
  }

  @Test
  void manyWhoSayTheSameAtOnceAllSayIt() throws Exception {
    UUID organisation = scene.sender().organisation();
    UUID subject = house.get(Identifiers.class).next();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> say =
          () -> {
            house.get(News.class).loose(organisation, subject, "referral.message", "");
            return true;
          };
      for (Future<Boolean> said : threads.invokeAll(Collections.nCopies(32, say))) {
        assertThat(said.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            house
                .db()
                .sql("select number from news where subject = :subject")
                .param("subject", subject)
                .query(Integer.class)
                .list())
        .containsExactly(32);
  }

  @Test
  void aRefusalIsShownUnderTodayInTheListsAndInTheCaseUntilSeen() {
    assertThat(unseen(scene.sender())).isEmpty();
    assertThat(sender.get("/").body())
        .contains("coming up this week")
        .doesNotContain("nothing is waiting", "declined");
    declined();
    String referral = "/protect/referrals/" + id;
    assertThat(sender.get("/").body())
        .contains("href=\"" + referral + "\"", "declined: ")
        .doesNotContain("nothing is waiting", "Nothing is due this week");
    for (String list :
        List.of(
            "/protect/referrals",
            "/protect/cases",
            "/protect/cases/" + scene.caseId() + "/referrals")) {
      assertThat(sender.get(list).body()).as(list).contains("badge accent\">New<");
    }
    assertThat(sender.get("/protect/cases/" + scene.caseId()).body()).contains("declined: ");
    assertThat(sender.get(referral).body()).contains("New since you last looked");
    assertThat(sender.get(referral).body()).doesNotContain("New since you last looked");
    assertThat(sender.get("/").body()).doesNotContain("declined: ");
    assertThat(sender.get("/protect/referrals").body()).doesNotContain("badge accent\">New<");
  }

  @Test
  void whatOneHasSeenIsStillNewToAColleague() {
    SignedIn colleague = colleague();
    house.get(CaseTeam.class).add(scene.caseId(), colleague.user(), scene.sender());
    declined();
    house.get(News.class).seen(id, scene.sender());
    assertThat(unseen(scene.sender())).isEmpty();
    assertThat(unseen(colleague)).contains("referral.declined");
    assertThat(unseen(colleague())).as("who is not on the team").isEmpty();
  }

  private SignedIn colleague() {
    return Staff.signedIn(
        Staff.user(house, scene.sender().organisation(), Role.CASE_MANAGER).user());
  }

  @Test
  void aMessageIsNewToThoseWhoMayAnswerAndAgainWithEachFurtherOne() {
    house
        .get(org.passerelle.protect.sharing.referral.Referrals.class)
        .write(id, "Does she need a wheelchair ramp?", scene.sender());
    scenes.deliver();
    assertThat(unseen(scene.recipient())).containsExactly("referral.message");
    house.get(News.class).seen(id, scene.recipient());
    received().write(id, "No", scene.recipient());
    received().write(id, "And she may bring her dog", scene.recipient());
    scenes.deliver();
    assertThat(unseen(scene.sender())).containsExactly("referral.message");
    house.get(News.class).seen(id, scene.sender());
    received().write(id, "Who comes along?", scene.recipient());
    scenes.deliver();
    assertThat(unseen(scene.sender())).containsExactly("referral.message");
  }

  @Test
  void nothingOfItIsLeftAfterAnErasure() {
    declined();
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    assertThat(
            house
                .db()
                .sql("select count(*) from news where subject = :id and case_id is not null")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }
}
