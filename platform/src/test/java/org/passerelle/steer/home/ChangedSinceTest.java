package org.passerelle.steer.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.steer.home.ClearedDesk.tasks;
import static org.passerelle.steer.home.ClearedDesk.title;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.register.Entered;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Seats;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Recommendations;

/** What a programme manager is told of what others did since the last visit. */
@OnBothDatabases
@Tag("postgresql")
class ChangedSinceTest {
  @Parameter House house;
  private ClearedDesk desk;
  private Entered entered;
  private UUID organisation;

  @BeforeEach
  void clear() {
    organisation = Staff.organisation(house).id();
    desk = new ClearedDesk(house);
    entered = desk.entered;
  }

  @AfterEach
  void putBack() {
    desk.putBack();
  }

  @Test
  void whatOthersChangedSinceTheLastVisitIsToldInSentences() {
    entered.add("measure", entered.id("old"), "title", title("Seen before"));
    Member manager = Member.in(house, organisation, Role.PROGRAMME_MANAGER);
    Browser browser = manager.browser();
    assertThat(browser.get("/").body()).as("first visit").doesNotContain("your last visit");
    house.clock().pass(Duration.ofMinutes(5));
    entered.add("measure", entered.id("new"), "title", title("Entered by others"));
    assertThat(browser.get("/").body()).as("same visit").doesNotContain("your last visit");
    house.clock().pass(Duration.ofHours(20));
    String found = manager.elsewhere().get("/").body();
    assertThat(found)
        .contains("Changed since your last visit")
        .contains("“Entered by others” was entered", "measure, by Test M.")
        .doesNotContain("Seen before");
    assertThat(tasks(found)).containsExactly("/steer/register/measure/" + entered.id("new"));
    Member other = Member.in(house, organisation, Role.STEERING_MEMBER);
    assertThat(other.browser().get("/").body()).doesNotContain("was entered");
  }

  @Test
  void manyChangesAreFoldedAndNoMoreThanFiftyAreTold() {
    Member manager = Member.in(house, organisation, Role.PROGRAMME_MANAGER);
    manager.browser().get("/");
    house.clock().pass(Duration.ofHours(20));
    for (int i = 0; i < 60; i++) {
      entered.add("measure", entered.id("m" + i), "title", title("Measure " + i));
    }
    String found = manager.elsewhere().get("/").body();
    assertThat(tasks(found)).hasSize(50);
    assertThat(found).contains("40 earlier changes");
  }

  @Test
  void theCommitteeAndTheFieldAreTold() {
    CycleDocument round = desk.round(desk.today().plusDays(20));
    Member sitting = Member.of(house, Role.STEERING_MEMBER);
    house
        .get(Seats.class)
        .seat(Staff.signedIn(sitting.user()), sitting.user().id(), entered.id("embassy"));
    Member manager = Member.in(house, organisation, Role.PROGRAMME_MANAGER);
    manager.browser().get("/");
    house.clock().pass(Duration.ofHours(20));
    Cycle cycle = house.get(Cycle.class);
    cycle.decide(Staff.signedIn(sitting.user()), round, true, "");
    cycle.comment(Staff.signedIn(sitting.user()), round, "", "A remark of a test");
    SignedIn analyst = house.colleague(organisation, Role.ANALYST);
    UUID diagnosis =
        house
            .get(Diagnoses.class)
            .begin("Along the road", "Scope", "Question", List.of("A town"), analyst);
    UUID made = house.get(Recommendations.class).make(diagnosis, "", "Interpreters", analyst);
    String found = manager.elsewhere().get("/").body();
    assertThat(found)
        .contains("Embassy of a test approved", ": new remark", "Recommendation 1 is new")
        .contains("Along the road", "/understand/recommendations/" + made)
        .doesNotContain("A remark of a test", "Interpreters");
  }
}
