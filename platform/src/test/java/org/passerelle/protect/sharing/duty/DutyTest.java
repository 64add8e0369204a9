package org.passerelle.protect.sharing.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.mail.ToRelay;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.NoticeSettings;
import org.passerelle.notice.NoticeSettingsStore;
import org.passerelle.notice.Notifiers;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.urgency.CaseUrgency;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.transaction.PlatformTransactionManager;

/** A referral at night reaches the person on duty, and somebody else if they do not answer. */
@OnBothDatabases
@Tag("postgresql")
class DutyTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Belgrade");
  private final GreenMail relay = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private UUID organisation;
  private int port;
  private Member onDuty;
  private Member colleague;
  private Member supervisor;

  @BeforeEach
  void aRecipientWithThreePeople() {
    relay.start();
    port = relay.getSmtp().getPort();
    scenes = new ReferralScenes(house);
    ReferralScenes.Scene made = scenes.scene("RS", "ngo", "RS", "health");
    organisation = made.recipient().organisation();
    onDuty = Member.in(house, organisation, Role.CASE_MANAGER);
    colleague = Member.in(house, organisation, Role.CASE_MANAGER);
    supervisor = Member.in(house, organisation, Role.SUPERVISOR);
    scene = scenes.with(onDuty, made);
    for (Member one : List.of(onDuty, colleague, supervisor)) {
      // everybody is asleep: the person on duty is notified nevertheless
      NoticeSettings.Quiet night =
          new NoticeSettings.Quiet(LocalTime.of(0, 0), LocalTime.of(23, 59));
      settings(one, mail(one), EnumSet.allOf(NoticeKind.class), night);
    }
  }

  @AfterEach
  void over() {
    for (Member one : List.of(onDuty, colleague, supervisor)) {
      settings(one, "", Set.of(), null);
    }
    relay.stop();
  }

  private void settings(
      Member one, String mail, Set<NoticeKind> kinds, NoticeSettings.@Nullable Quiet quiet) {
    house
        .get(NoticeSettingsStore.class)
        .want(new NoticeSettings(one.user().id(), mail, kinds, Set.of(), quiet));
  }

  @Test
  void onlyThePersonOnDutyIsTold() throws Exception {
    arrange(onDuty, -1, 12);
    sent(Urgency.ORDINARY);
    call();
    call();
    assertThat(told(onDuty)).isEqualTo(1);
    assertThat(told(colleague) + told(supervisor)).isZero();
    String text = String.valueOf(mails(onDuty).get(0).getContent());
    assertThat(text).contains("on duty").doesNotContain("http", "referral", "Lumi");
    pass(Duration.ofHours(5));
    call();
    assertThat(told(onDuty) + told(supervisor)).as("an ordinary one waits").isEqualTo(1);
  }

  @Test
  void whatNobodyAnswersGoesFurtherUntilSomebodyDoes() {
    arrange(onDuty, -1, 12);
    UUID referral = sent(Urgency.HIGH);
    call();
    assertThat(List.of(told(onDuty), told(supervisor), told(colleague))).containsExactly(1, 0, 0);
    assertThat(supervisor.browser().get("/").body()).doesNotContain("/protect/duty/calls/");
    pass(Duration.ofMinutes(9));
    call();
    assertThat(told(supervisor)).isZero();
    pass(Duration.ofMinutes(2));
    call();
    assertThat(List.of(told(onDuty), told(supervisor), told(colleague))).containsExactly(2, 1, 0);
    assertThat(colleague.browser().get("/").body()).contains("/protect/duty/calls/" + referral);
    pass(Duration.ofMinutes(10));
    call();
    assertThat(List.of(told(onDuty), told(supervisor), told(colleague))).containsExactly(3, 2, 1);
    pass(Duration.ofHours(1));
    call();
    assertThat(told(colleague)).as("then it is on the screens alone").isEqualTo(1);
    house.get(ReceivedReferrals.class).accept(referral, Staff.signedIn(onDuty.user()));
    call();
    assertThat(colleague.browser().get("/").body()).doesNotContain("/protect/duty/calls/");
    assertThat(rows(referral)).isZero();
  }

  @Test
  void whoAnswersInTimeIsTheLastToBeCalled() {
    arrange(onDuty, -1, 12);
    UUID referral = sent(Urgency.HIGH);
    call();
    house.get(ReceivedReferrals.class).accept(referral, Staff.signedIn(onDuty.user()));
    pass(Duration.ofHours(1));
    call();
    assertThat(told(supervisor) + told(colleague)).isZero();
  }

  @Test
  void whereNobodyIsOnDutyAnUrgentOneIsToldToAll() {
    sent(Urgency.RAISED);
    call();
    assertThat(List.of(told(onDuty), told(supervisor), told(colleague))).containsExactly(1, 1, 1);
    sent(Urgency.ORDINARY);
    call();
    assertThat(told(colleague)).as("an ordinary one waits until the morning").isEqualTo(1);
  }

  @Test
  void aRelayThatIsDownIsTriedAgain() {
    arrange(onDuty, -1, 12);
    sent(Urgency.ORDINARY);
    relay.stop();
    call();
    relay.start();
    call();
    assertThat(told(onDuty)).as("not within the minute").isZero();
    pass(Duration.ofMinutes(2));
    call();
    assertThat(told(onDuty)).isEqualTo(1);
  }

  @Test
  void aRelayThatStaysDownKeepsNobodyFromBeingCalled() {
    arrange(onDuty, -1, 12);
    UUID referral = sent(Urgency.HIGH);
    relay.stop();
    for (int minute = 0; minute < 25; minute++) {
      call();
      pass(Duration.ofMinutes(1));
    }
    assertThat(colleague.browser().get("/").body()).contains("/protect/duty/calls/" + referral);
  }

  @Test
  void theSupervisorIsToldAtOnceIfThePersonOnDutyCannotBe() {
    Member silent = Member.in(house, organisation, Role.CASE_MANAGER);
    arrange(silent, -1, 12);
    sent(Urgency.HIGH);
    call();
    assertThat(List.of(told(silent), told(supervisor), told(colleague))).containsExactly(0, 1, 0);
  }

  @Test
  void dutiesOfFormerColleaguesDoNotCount() {
    arrange(onDuty, -1, 12);
    Duties duties = house.get(Duties.class);
    assertThat(duties.gap(organisation, Duration.ofHours(6))).isEmpty();
    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), id(onDuty), false);
    assertThat(duties.gap(organisation, Duration.ofHours(6))).contains(house.clock().instant());
  }

  @Test
  void whomToCallIsReadByBothSides() {
    Browser keeper = supervisor.browser();
    keeper.get("/protect/duty");
    int refused =
        keeper.post("/protect/duty/numbers", "who", "Gate", "telephone", "no digits").status();
    assertThat(refused).isEqualTo(422);
    keeper.post("/protect/duty/numbers", "who", "Night shift", "telephone", "+381 11 000 111");
    keeper.get("/protect/duty");
    keeper.post(
        "/protect/duty/numbers", "who", "Gate", "telephone", "+381 11 000 222", "shared", "yes");
    UUID referral = sent(Urgency.HIGH);
    call();
    pass(Duration.ofMinutes(11));
    call();
    String own = colleague.browser().get("/protect/duty/calls/" + referral).body();
    assertThat(own).contains("+381 11 000 111", "tel:+38111000222");
    Member sender = Member.in(house, scene.sender().organisation(), Role.SUPERVISOR);
    assertThat(sender.browser().get("/protect/referrals/" + referral).body())
        .contains("/protect/duty/calls/" + referral);
    assertThat(sender.browser().get("/protect/duty/calls/" + referral).body())
        .contains("+381 11 000 222")
        .doesNotContain("+381 11 000 111");
    Browser stranger = Member.of(house, Role.SUPERVISOR).browser();
    assertThat(stranger.get("/protect/duty/calls/" + referral).status()).isEqualTo(404);
  }

  /** On duty for some hours before and after now. */
  private void arrange(Member member, int from, int until) {
    ZonedDateTime now = house.clock().instant().atZone(ZONE);
    house
        .get(Duties.class)
        .arrange(
            id(member),
            new Duties.Hours(
                now.plusHours(from).toLocalDate(),
                now.plusHours(from).toLocalDate(),
                EnumSet.allOf(DayOfWeek.class),
                now.plusHours(from).toLocalTime(),
                now.plusHours(until).toLocalTime(),
                ZONE),
            Staff.signedIn(supervisor.user()));
  }

  private UUID sent(Urgency urgency) {
    pass(Duration.ofSeconds(1));
    house
        .get(CaseUrgency.class)
        .judge(scene.caseId(), urgency, Risk.NOT_KNOWN, "As it was said", scene.sender());
    UUID id = scenes.draft(scene);
    house
        .get(Referrals.class)
        .choose(
            id,
            List.of("known_as", "danger"),
            scenes.consent(scene, Set.of("identity", "case"), "adult", null),
            scene.sender());
    house.get(Referrals.class).send(id, scene.sender());
    scenes.deliver();
    return id;
  }

  private void pass(Duration time) {
    house.clock().pass(time);
  }

  private void call() {
    port = relay.getSmtp() == null ? port : relay.getSmtp().getPort();
    new DutyCalls(
            house.get(DutyCallRows.class),
            house.get(Duties.class),
            house.get(Users.class),
            Notifiers.over(house, ToRelay.at(port)),
            house.get(AuditLog.class),
            house.get(PlatformTransactionManager.class))
        .call();
  }

  private static UUID id(Member member) {
    return member.user().id();
  }

  private static String mail(Member member) {
    return id(member) + "@example.org";
  }

  private int told(Member member) {
    return mails(member).size();
  }

  private List<jakarta.mail.internet.MimeMessage> mails(Member member) {
    return List.of(relay.getReceivedMessagesForDomain(mail(member)));
  }

  private int rows(UUID referral) {
    return house
        .db()
        .sql("select count(*) from duty_call where subject = :id")
        .param("id", referral)
        .query(Integer.class)
        .single();
  }
}
