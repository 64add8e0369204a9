package org.passerelle.protect.sharing.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.mail.ToRelay;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.NoticeSettings;
import org.passerelle.notice.NoticeSettingsStore;
import org.passerelle.notice.Notifiers;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.stay.FirstHours;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.transaction.PlatformTransactionManager;

/** A missing child and a child without a place tonight are called for at any hour. */
@OnBothDatabases
@Tag("slow")
class PlacementCallsTest {
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn manager;
  private SignedIn officer;
  private UUID place;

  @BeforeEach
  void aTeamWithAHouse() {
    scenes = new PlaceScenes(house);
    manager = Staff.signedIn(Member.of(house, Role.CASE_MANAGER).user());
    officer = scenes.officer(manager.organisation());
    place = scenes.place(2, officer);
  }

  private List<DutyCall> calls() {
    DutyCallRows rows = house.get(DutyCallRows.class);
    rows.look();
    rows.sources().forEach(rows::look);
    return rows.due().stream()
        .filter(call -> call.organisation().equals(manager.organisation()))
        .toList();
  }

  private PlacementRequest asked(int urgency) {
    UUID file = SomeCase.in("RS").minor("yes").open(house, manager);
    Waiting waiting = house.get(Waiting.class);
    return waiting.find(
        waiting.ask(
            file,
            urgency,
            new PlacementRequest.Wish("female", 14, 14, List.of("sq"), List.of(), List.of(), ""),
            manager),
        officer);
  }

  private UUID held(PlacementRequest wait) {
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    return placements.held(wait, officer).get(0).id();
  }

  @Test
  void aRequestForTonightCallsUntilABedIsHeld() {
    asked(1);
    assertThat(calls()).as("within days").isEmpty();
    PlacementRequest wait = asked(0);
    assertThat(calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.kind()).isEqualTo("placement");
              assertThat(call.subject()).isEqualTo(wait.id());
              assertThat(call.urgency()).isEqualTo(Urgency.HIGH);
              assertThat(call.since()).isEqualTo(wait.since());
              assertThat(call.next()).isPresent();
            });
    held(wait);
    assertThat(calls()).isEmpty();
  }

  @Test
  void aMissingChildCallsUntilSomebodyActs() {
    PlacementRequest wait = asked(1);
    UUID stay = house.get(Placements.class).expect(wait.id(), held(wait), "Arranged", officer);
    Stays stays = house.get(Stays.class);
    stays.arrive(stay, officer);
    assertThat(calls()).isEmpty();
    stays.missing(stay, "Not at breakfast", officer);
    assertThat(calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.kind()).isEqualTo("stay");
              assertThat(call.subject()).isEqualTo(stay);
            });
    assertThat(calls()).as("once").hasSize(1);
    stays.done(stay, FirstHours.STEPS.get(0), "", officer);
    assertThat(calls()).isEmpty();
    stays.arrive(stay, officer);
    house.clock().pass(Duration.ofMinutes(1));
    stays.missing(stay, "", officer);
    assertThat(calls()).as("missing again").hasSize(1);
    stays.arrive(stay, officer);
    assertThat(calls()).as("found").isEmpty();
  }

  @Test
  void aBedThatLapsesCallsStepByStepAgain() {
    PlacementRequest wait = asked(0);
    assertThat(calls()).hasSize(1);
    held(wait);
    assertThat(calls()).isEmpty();
    house.clock().pass(Duration.ofMinutes(91));
    assertThat(calls())
        .singleElement()
        .satisfies(call -> assertThat(call.since()).isEqualTo(house.clock().instant()));
  }

  @Test
  void whoHasABedIsNotCalledForWhileAnotherIsSought() {
    PlacementRequest wait = asked(0);
    UUID stay = house.get(Placements.class).expect(wait.id(), held(wait), "Arranged", officer);
    house.get(Stays.class).arrive(stay, officer);
    house.get(Waiting.class).move(wait.id(), officer);
    assertThat(calls()).isEmpty();
  }

  @Test
  void onlyWhoCanActIsCalled() {
    asked(0);
    GreenMail relay = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    relay.start();
    try {
      Member onDuty = Member.in(house, manager.organisation(), Role.CASE_MANAGER);
      Member places = Member.in(house, manager.organisation(), Role.PLACEMENT_OFFICER);
      wants(onDuty.user().id());
      wants(places.user().id());
      new DutyCalls(
              house.get(DutyCallRows.class),
              house.get(Duties.class),
              house.get(Users.class),
              Notifiers.over(house, ToRelay.at(relay.getSmtp().getPort())),
              house.get(AuditLog.class),
              house.get(PlatformTransactionManager.class))
          .call();
      assertThat(relay.getReceivedMessagesForDomain(places.user().id() + "@example.org"))
          .hasSize(1);
      assertThat(relay.getReceivedMessagesForDomain(onDuty.user().id() + "@example.org"))
          .as("sees no request for a place")
          .isEmpty();
    } finally {
      relay.stop();
    }
  }

  private void wants(UUID user) {
    house
        .get(NoticeSettingsStore.class)
        .want(
            new NoticeSettings(
                user, user + "@example.org", EnumSet.allOf(NoticeKind.class), Set.of(), null));
  }
}
