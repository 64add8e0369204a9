package org.passerelle.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.pages.Reader;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.casework.compensation.Step;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.guardian.Mandate;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.safety.plan.SafetyPlan;
import org.passerelle.protect.casework.safety.plan.SafetyPlans;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Half an hour after midnight in Belgrade, on the first of January: in UTC it is still the old
 * year. What people do there is of the new day, and the old one is not missed by half an hour.
 */
@OnBothDatabases
@Tag("postgresql")
class NewYearTest {
  @Parameter House house;
  private LocalDate newYear;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void halfPastMidnight() {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    newYear = LocalDate.of(today.getYear() + 1, 1, 1);
    house.clock().set(newYear.minusDays(1).atTime(LocalTime.of(23, 30)).toInstant(ZoneOffset.UTC));
    who = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThat(house.get(Reader.class).place(who).zone()).hasToString("Europe/Belgrade");
    file = SomeCase.in("RS").minor("yes").open(house, who);
  }

  @Test
  void whatHappenedTodayIsNotAheadAndWhatHappensTomorrowIs() {
    Claims claims = house.get(Claims.class);
    UUID claim = claims.open(file, claim(newYear), who);
    claims.step(file, claim, step(newYear), who);
    assertThatThrownBy(() -> claims.open(file, claim(newYear.plusDays(1)), who))
        .hasMessage("compensation.refused.ahead");
    assertThatThrownBy(() -> claims.step(file, claim, step(newYear.plusDays(1)), who))
        .hasMessage("compensation.refused.ahead");
  }

  private static Claim.Draft claim(LocalDate offence) {
    return new Claim.Draft(
        "civil_court", "RS", "EUR", new Claim.Days(offence, null), new Claim.Words("", "", "", ""));
  }

  private static Step.Draft step(LocalDate on) {
    return new Step.Draft("claimed", on, BigDecimal.TEN, null, new Step.Words("", ""));
  }

  @Test
  void aGuardianActsFromTheFirstOfTheirDaysToTheEndOfTheLast() {
    assertThat(acts(newYear, null)).isTrue();
    assertThat(acts(newYear.minusDays(9), newYear.minusDays(1))).as("not over in UTC").isTrue();
    assertThat(acts(newYear.plusDays(1), null)).as("tomorrow").isFalse();
    assertThat(acts(newYear.minusDays(9), newYear.minusDays(2))).as("over").isFalse();
  }

  private boolean acts(LocalDate from, @Nullable LocalDate until) {
    UUID child = SomeCase.in("RS").minor("yes").open(house, who);
    Mandates mandates = house.get(Mandates.class);
    mandates.record(
        child,
        new Mandate.Draft(
            null,
            "guardian",
            from,
            from,
            until,
            new Mandate.Words("Office", "Court", "G 1", ""),
            "Seen"),
        who);
    return mandates.standing(house.get(Cases.class).find(child, who)).isPresent();
  }

  @Test
  void aPlannedDayIsPastOnceItIsOverEverywhere() {
    SafetyPlans plans = house.get(SafetyPlans.class);
    SafetyPlan.Words words = new SafetyPlan.Words("A car", "Leave", "192", "", "", "");
    plans.agree(file, words, newYear.minusDays(1), who);
    assertThatThrownBy(() -> plans.agree(file, words, newYear.minusDays(2), who))
        .hasMessage("safety.refused.past");
    FollowUps followUps = house.get(FollowUps.class);
    followUps.plan(file, followUp(newYear.minusDays(1)), who);
    assertThatThrownBy(() -> followUps.plan(file, followUp(newYear.minusDays(2)), who))
        .hasMessage("followup.refused.past");
  }

  private FollowUp.Draft followUp(LocalDate due) {
    return new FollowUp.Draft("other", "call", due, who.user(), "");
  }

  @Test
  void whatWasOpenedTonightWasOpenedInTheNewYear() {
    assertThat(opened(newYear, newYear)).containsExactly(file);
    assertThat(opened(newYear.minusDays(1), newYear.minusDays(1))).isEmpty();
  }

  private List<UUID> opened(LocalDate from, LocalDate until) {
    CaseFilter filter =
        new CaseFilter(
            false, "", "", "", false, false, "", null, from, until, "changed", false, List.of());
    return house.get(CaseList.class).slice(filter, who, Optional.empty(), 9).rows().stream()
        .map(CaseList.Row::id)
        .toList();
  }

  @Test
  void anAgeIsCountedFromTheNewYear() {
    UUID child = SomeCase.in("RS").born(String.valueOf(newYear.getYear() - 12)).open(house, who);
    assertThat(house.get(Waiting.class).proposed(child, who).ageUntil()).isEqualTo(12);
  }
}
