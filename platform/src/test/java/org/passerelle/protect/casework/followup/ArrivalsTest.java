package org.passerelle.protect.casework.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.solution.DurableSolutionDecided;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A person who has arrived is visited in the first week, and a visit cannot be postponed for ever.
 */
@OnBothDatabases
class ArrivalsTest {
  @Parameter House house;
  private SignedIn manager;
  private UUID caseId;

  @BeforeEach
  void aCase() {
    manager = house.somebody(Role.CASE_MANAGER);
    caseId = SomeCase.in("RS").open(house, manager);
  }

  private LocalDate today() {
    return Days.newest(house.clock().instant());
  }

  private FollowUps followUps() {
    return house.get(FollowUps.class);
  }

  private FollowUp next() {
    return followUps().next(caseId, manager).orElseThrow();
  }

  private void happened(String kind, String code, UUID subject) {
    house.inTransaction(
        () -> {
          house.get(CaseJournal.class).addByHouse(caseId, kind, code, subject);
          return caseId;
        });
  }

  @Test
  void whoReturnsIsVisitedInTheFirstWeekThere() {
    house
        .get(FollowUpConsequences.class)
        .on(new DurableSolutionDecided(caseId, "repatriation", today()));
    assertThat(next().reason()).isEqualTo("return");
    assertThat(next().due()).as("they have not left").isEqualTo(today().plusMonths(1));
    house.clock().pass(Duration.ofDays(42));
    happened("handover.step", "arrived.planned", UUID.randomUUID());
    assertThat(next().due()).as("only planned").isBefore(today());
    happened("handover.step", "arrived.done", UUID.randomUUID());
    assertThat(next().due()).isEqualTo(today().plusDays(7));
    assertThat(next().since()).isEqualTo(today());
    assertThat(followUps().of(caseId, manager)).hasSize(1);
  }

  @Test
  void whoLeavesASafePlaceForTheFamilyIsVisitedInTheFirstWeek() {
    PlaceScenes scenes = new PlaceScenes(house);
    SignedIn officer = scenes.officer(manager.organisation());
    UUID place = scenes.place(1, officer);
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest.Wish wish =
        new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), "");
    PlacementRequest wait = waiting.find(waiting.ask(caseId, 0, wish, manager), officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    UUID bed = placements.held(wait, officer).get(0).id();
    UUID stay = placements.expect(wait.id(), bed, "", officer);
    Stays stays = house.get(Stays.class);
    stays.arrive(stay, officer);
    assertThat(followUps().next(caseId, manager)).isEmpty();
    stays.end(stay, "family", "", manager);
    assertThat(next().reason()).isEqualTo("return");
    assertThat(next().due()).isEqualTo(today().plusDays(7));
  }

  @Test
  void aServiceThatTheTeamBookedItselfAndKeptIsFollowed() {
    SignedIn keeper = house.colleague(manager.organisation(), Role.SUPERVISOR);
    UUID entry =
        house
            .get(Catalogue.class)
            .add(
                new CareService(
                    "Clinic",
                    "",
                    List.of("medical"),
                    "active",
                    null,
                    null,
                    List.of("sr"),
                    new CareService.Where("", "", "Niš", "RS", ""),
                    new CareService.When(List.of(), "", "", ""),
                    new CareService.Cost(null, "", ""),
                    new CareService.Contact("", "", "", "", ""),
                    null),
                keeper);
    Instant from = house.clock().instant().plus(Duration.ofHours(5));
    Bookings bookings = house.get(Bookings.class);
    UUID booking =
        bookings.book(
            caseId,
            new Booking.Draft(
                entry,
                "medical",
                null,
                null,
                "in_person",
                from,
                from.plus(Duration.ofHours(1)),
                null,
                new Booking.Words("Room 9", "", ""),
                "Clinic",
                ""),
            manager);
    assertThat(followUps().next(caseId, manager)).isEmpty();
    bookings.kept(caseId, booking, manager);
    assertThat(next().reason()).isEqualTo("service");
    assertThat(next().due()).isEqualTo(today().plusDays(14));
  }

  @Test
  void aTaskWithoutAServiceIsNotFollowedUp() {
    CaseTasks tasks = house.get(CaseTasks.class);
    UUID task =
        tasks.task(caseId, "other", "Call", house.clock().instant(), manager.user(), manager);
    tasks.done(caseId, task, manager);
    assertThat(followUps().next(caseId, manager)).isEmpty();
  }

  @Test
  void nobodyIsPutOffMoreThanTwice() {
    UUID one =
        followUps()
            .plan(
                caseId,
                new FollowUp.Draft("closure", "call", today(), manager.user(), ""),
                manager);
    for (int i = 1; i <= FollowUp.PUT_OFF; i++) {
      followUps().putOff(caseId, one, today().plusDays(i), "In hospital", manager);
    }
    LocalDate again = today().plusDays(9);
    assertThatThrownBy(() -> followUps().putOff(caseId, one, again, "On leave", manager))
        .hasMessage("followup.refused.put-off");
    SignedIn supervisor = house.colleague(manager.organisation(), Role.SUPERVISOR);
    followUps().putOff(caseId, one, again, "A colleague goes then", supervisor);
    assertThat(next().due()).isEqualTo(again);
  }
}
