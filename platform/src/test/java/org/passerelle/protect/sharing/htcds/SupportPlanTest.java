package org.passerelle.protect.sharing.htcds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Code;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.care.booking.Interpreters;
import org.passerelle.protect.casework.care.plan.CarePlans;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.CareSteps;
import org.passerelle.protect.casework.care.plan.Goal;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Plans and bookings are exported in the codes of the standard, without free text. */
@OnBothDatabases
@Tag("slow")
class SupportPlanTest {
  @Parameter House house;

  private Map<String, List<String>> record(UUID file, List<String> categories, SignedIn who) {
    return house
        .get(OutgoingRecord.class)
        .of(house.get(Cases.class).find(file, who), categories, who);
  }

  private UUID goal(UUID file, String need, SignedIn who) {
    return house.get(CarePlans.class).add(file, new Goal.Draft(need, "Secret words", null), who);
  }

  private void booked(UUID file, UUID interpreter, int hours, SignedIn who, boolean kept) {
    Instant from = house.clock().instant().plus(Duration.ofHours(hours));
    Bookings bookings = house.get(Bookings.class);
    UUID id =
        bookings.book(
            file,
            new Booking.Draft(
                null,
                "interpretation",
                interpreter,
                "sq",
                "telephone",
                from,
                from.plusSeconds(1800),
                null,
                new Booking.Words("Secret place", "", ""),
                "Secret title",
                ""),
            who);
    if (kept) {
      bookings.kept(file, id, who);
    }
  }

  /** The standard distinguishes a closed case from one in follow-up. */
  @Test
  void aClosedCaseWhosePersonIsStillSeenIsInFollowUp() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    assertThat(record(file, List.of("case"), who)).containsEntry("cas_Status", List.of("Active"));
    FollowUps followUps = house.get(FollowUps.class);
    LocalDate due = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).plusDays(9);
    UUID call =
        followUps.plan(file, new FollowUp.Draft("closure", "call", due, who.user(), ""), who);
    house.get(CaseStates.class).close(file, "goals_reached", who);
    assertThat(record(file, List.of("case"), who)).containsEntry("cas_Status", List.of("FollowUp"));
    followUps.cancel(file, call, "Another organisation does it", who);
    assertThat(record(file, List.of("case"), who)).containsEntry("cas_Status", List.of("Closed"));
  }

  @Test
  void aPlanLeavesByItsCodesAndDays() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, who);
    assertThat(record(file, List.of("case"), who)).doesNotContainKey("spl_Type");
    UUID legal = goal(file, "legal", who);
    UUID housing = goal(file, "housing", who);
    UUID papers = goal(file, "documents", who);
    Instant due = house.clock().instant().plus(Duration.ofDays(12));
    UUID step =
        house
            .get(CareSteps.class)
            .add(
                file,
                legal,
                new CareStep.Draft(new CareStep.Words("Secret step", ""), due, who.user()),
                who);
    UUID interpreter =
        house
            .get(Interpreters.class)
            .add(new Interpreter.Words("Lule Secret", "", ""), List.of("sq"), who);
    booked(file, interpreter, 5, who, true);
    booked(file, interpreter, 9, who, true);
    booked(file, interpreter, 14, who, false);
    Map<String, List<String>> record = record(file, List.of("case"), who);
    assertThat(record)
        .containsEntry("spl_Type", List.of("Legal"))
        .containsEntry("spl_Objectives", List.of("Identity documents; Housing; Legal aid"))
        .containsEntry("spl_PlannedEndDate", List.of(Days.newest(due).toString()))
        .containsEntry(
            "spl_ActionPlan", List.of("Interpretation or language course: 1 booked, 2 kept"))
        .doesNotContainKey("spl_ActualEndDate");
    assertThat(record.toString()).doesNotContain("Secret");
    assertThat(record(file, List.of("health"), who).keySet())
        .noneMatch(field -> field.startsWith("spl_"));
    house.get(CareSteps.class).done(file, step, who);
    for (UUID goal : List.of(legal, housing, papers)) {
      house.get(CarePlans.class).end(file, goal, "reached", "", who);
    }
    assertThat(record(file, List.of("case"), who))
        .containsKey("spl_ActualEndDate")
        .doesNotContainKey("spl_PlannedEndDate");
  }

  @Test
  void everyKindIsOneOfTheStandard() {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    List<String> kinds =
        Objects.requireNonNull(house.get(HtcdsFields.class).questions().get("spl_Type"))
            .options()
            .stream()
            .map(Code::code)
            .toList();
    for (String need :
        List.of("medical", "schooling", "work", "money", "residence", "family", "other")) {
      UUID file = SomeCase.in("RS").open(house, who);
      goal(file, need, who);
      assertThat(kinds).as(need).containsAll(record(file, List.of("case"), who).get("spl_Type"));
    }
  }
}
