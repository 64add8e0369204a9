package org.passerelle.protect.casework.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.urgency.CaseUrgency;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Users with many items see first who is in need now, and the true number of the others. */
@OnBothDatabases
@Tag("slow")
class FirstDuesTest {
  private static final int OLD = 120;
  @Parameter House house;
  private Member manager;
  private SignedIn who;

  @BeforeEach
  void aHundredAndTwentyOldTasks() {
    UUID here = Staff.organisation(house).id();
    manager = Member.in(house, here, Role.CASE_MANAGER);
    who = Staff.signedIn(manager.user());
    UUID file = SomeCase.in("RS").open(house, who);
    Instant due = house.clock().instant().plus(Duration.ofHours(1));
    for (int i = 0; i < OLD; i++) {
      house
          .get(CaseTasks.class)
          .task(file, "other", "Call " + i, due.plusSeconds(i), who.user(), who);
    }
    house.clock().pass(Duration.ofDays(20));
  }

  @Test
  void aHundredOldTasksHideNoChildWhoIsInNeedNow() {
    UUID urgent = SomeCase.in("RS").minor("yes").open(house, who);
    house
        .get(CaseUrgency.class)
        .judge(urgent, Urgency.HIGH, Risk.HIGH, "Seen with the man she ran from", who);
    String path = "/protect/cases/" + urgent + "/referrals/new";
    assertThat(manager.elsewhere().get("/").body())
        .contains(path, "it must happen at once")
        .contains("121 things cannot wait");
    assertThat(
            house
                .get(Dues.class)
                .mine(
                    who,
                    Duration.ofDays(9),
                    false,
                    100,
                    house.get(Languages.class).texts(new Language("en"))))
        .extracting(DueThing::kind)
        .hasSize(100)
        .contains("urgent");
  }

  @Test
  void whatThereIsMuchOfIsToldTenTimesAndThenCounted() {
    String page = manager.elsewhere().get("/").body();
    assertThat(page)
        .contains("120 things cannot wait", "<span class=\"count\">120</span>")
        .contains("Call 0<", "Call 9<")
        .doesNotContain("Call 10<", "Call 119<")
        .containsOnlyOnce(">And 110 more tasks of other kinds<")
        .contains("href=\"/protect/cases?due=late\"");
  }

  @Test
  void itemsAfterTheWeekAreNotCountedWithIt() {
    UUID file = SomeCase.in("RS").open(house, who);
    Instant within = house.clock().instant().plus(Duration.ofDays(6));
    Instant after = house.clock().instant().plus(Duration.ofDays(8)).plus(Duration.ofHours(20));
    for (int i = 0; i < 11; i++) {
      CaseTasks tasks = house.get(CaseTasks.class);
      tasks.task(file, "appointment", "Within " + i, within.plusSeconds(i), who.user(), who);
      tasks.task(file, "appointment", "After " + i, after.plusSeconds(i), who.user(), who);
    }
    assertThat(manager.elsewhere().get("/").body())
        .contains("Within 10<")
        .doesNotContain("After 0<", ">And 12 more ");
  }

  @Test
  void oneMoreThanTenIsToldItself() {
    UUID file = SomeCase.in("RS").open(house, who);
    Instant due = house.clock().instant().plus(Duration.ofHours(1));
    for (int i = 0; i < 11; i++) {
      house
          .get(CaseTasks.class)
          .task(file, "appointment", "Dentist " + i, due.plusSeconds(i), who.user(), who);
    }
    house.clock().pass(Duration.ofDays(1));
    assertThat(manager.elsewhere().get("/").body())
        .contains("Dentist 0<", "Dentist 10<", "131 things cannot wait")
        .doesNotContain("And 1 more");
  }
}
