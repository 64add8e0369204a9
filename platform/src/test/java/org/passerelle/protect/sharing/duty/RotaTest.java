package org.passerelle.protect.sharing.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who maintains the rota, what it refuses, and at which hours nobody is on duty. */
@OnBothDatabases
class RotaTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Belgrade");
  @Parameter House house;
  private UUID organisation;
  private Member onDuty;
  private Member colleague;
  private Member supervisor;

  @BeforeEach
  void anOrganisation() {
    supervisor = Member.of(house, Role.SUPERVISOR);
    organisation = supervisor.user().organisation();
    onDuty = Member.in(house, organisation, Role.CASE_MANAGER);
    colleague = Member.in(house, organisation, Role.CASE_MANAGER);
  }

  @Test
  void aRotaHasRules() {
    Duties duties = house.get(Duties.class);
    assertThatThrownBy(
            () -> duties.arrange(id(onDuty), nights(0, 1), Staff.signedIn(colleague.user())))
        .isInstanceOf(NotFound.class);
    assertThat(duties.arrange(id(onDuty), nights(1, 3), Staff.signedIn(supervisor.user())))
        .isEqualTo(3);
    assertThatThrownBy(
            () -> duties.arrange(id(onDuty), nights(2, 2), Staff.signedIn(supervisor.user())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> duties.arrange(id(onDuty), nights(3, 2), Staff.signedIn(supervisor.user())))
        .isInstanceOf(Refused.class);
    UUID stranger = Member.of(house, Role.CASE_MANAGER).user().id();
    assertThatThrownBy(
            () -> duties.arrange(stranger, nights(1, 1), Staff.signedIn(supervisor.user())))
        .isInstanceOf(NotFound.class);
    Duty first = duties.coming(organisation, Duration.ofDays(9)).get(0);
    assertThat(Duration.between(first.from(), first.until())).isEqualTo(Duration.ofHours(12));
    assertThatThrownBy(
            () -> duties.give(first.id(), id(colleague), Staff.signedIn(colleague.user())))
        .isInstanceOf(NotFound.class);
    duties.give(first.id(), id(colleague), Staff.signedIn(onDuty.user()));
    assertThat(duties.coming(organisation, Duration.ofDays(9)).get(0).user())
        .isEqualTo(id(colleague));
    duties.remove(first.id(), Staff.signedIn(supervisor.user()));
    assertThat(duties.coming(organisation, Duration.ofDays(9))).hasSize(2);
    assertThat(supervisor.browser().get("/").body()).contains("nobody is on duty");
  }

  @Test
  void aGapIsTheFirstHourOfNobody() {
    Instant t = Instant.parse("2026-03-28T20:00:00Z");
    assertThat(Duties.gap(List.of(), t, t.plusSeconds(9))).contains(t);
    assertThat(Duties.gap(List.of(duty(t, 0, 5), duty(t, 5, 9)), t, at(t, 9))).isEmpty();
    assertThat(Duties.gap(List.of(duty(t, 0, 7), duty(t, 1, 4), duty(t, 6, 8)), t, at(t, 9)))
        .contains(at(t, 8));
    assertThat(Duties.gap(List.of(duty(t, 0, 2), duty(t, 3, 9)), t, at(t, 9))).contains(at(t, 2));
  }

  /** The night of the clock change is an hour shorter, without a gap. */
  @Test
  void aNightEndsWhenTheClockSaysSo() {
    ZonedDateTime now = house.clock().instant().atZone(ZONE);
    LocalDate march = LocalDate.of(now.getYear() + 1, 3, 1);
    LocalDate lastSunday =
        march.plusDays(30).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    Duties duties = house.get(Duties.class);
    duties.arrange(
        id(onDuty),
        new Duties.Hours(
            lastSunday.minusDays(1),
            lastSunday.minusDays(1),
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(20, 0),
            LocalTime.of(8, 0),
            ZONE),
        Staff.signedIn(supervisor.user()));
    Duty night = duties.coming(organisation, Duration.ofDays(600)).get(0);
    assertThat(Duration.between(night.from(), night.until())).isEqualTo(Duration.ofHours(11));
  }

  private static Instant at(Instant t, int hours) {
    return t.plus(Duration.ofHours(hours));
  }

  private static Duty duty(Instant t, int from, int until) {
    return new Duty(new UUID(0, from), new UUID(0, 1), new UUID(0, 2), at(t, from), at(t, until));
  }

  private Duties.Hours nights(int first, int last) {
    LocalDate today = house.clock().instant().atZone(ZONE).toLocalDate();
    return new Duties.Hours(
        today.plusDays(first),
        today.plusDays(last),
        EnumSet.allOf(DayOfWeek.class),
        LocalTime.of(20, 0),
        LocalTime.of(8, 0),
        ZONE);
  }

  private static UUID id(Member member) {
    return member.user().id();
  }
}
