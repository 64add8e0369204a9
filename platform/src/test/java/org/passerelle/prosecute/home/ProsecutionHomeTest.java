package org.passerelle.prosecute.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.Tasks;
import org.passerelle.prosecute.measure.Measure;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The room opens for two roles, says honestly that it is empty, and shows what runs out. */
@OnBothDatabases
class ProsecutionHomeTest {
  @Parameter House house;

  @Test
  void opensForTwoRolesAndForNobodyElse() {
    for (Role role : List.of(Role.INVESTIGATOR, Role.PROSECUTOR)) {
      Member member = Member.of(house, role);
      assertThat(member.browser().get("/prosecute").body())
          .contains(
              "You are on the team of no open investigation.", "Nothing runs out within a week.");
      assertThat(member.browser().get("/prosecute/investigations").body())
          .contains("You are on the team of no investigation");
      assertThat(member.browser().get("/").body()).contains("href=\"/prosecute\"");
    }
    for (Role role : Scenes.others()) {
      Member member = Member.of(house, role);
      for (String page : List.of("/prosecute", "/prosecute/investigations", "/prosecute/both")) {
        assertThat(member.browser().get(page).status()).as(role + " " + page).isEqualTo(404);
      }
    }
  }

  /** What is due stands there by number alone; whoever leaves the team no longer sees it. */
  @Test
  void showsWhatRunsOutWithoutAnyText() {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes scenes = new Scenes(house);
    UUID id = scenes.begun(who).id();
    house
        .get(Tasks.class)
        .add(id, "Ask Mr Grey", null, house.clock().instant().plus(Duration.ofDays(1)), who);
    Measure.Words words = new Measure.Words("Court", "", "", "");
    house
        .get(Measures.class)
        .order(
            id,
            new Measure.Draft(
                "detention",
                null,
                scenes.today().minusDays(3),
                scenes.today().minusDays(3),
                scenes.today().plusDays(2),
                words),
            who);
    house
        .get(Measures.class)
        .order(
            id,
            new Measure.Draft(
                "surveillance",
                null,
                scenes.today(),
                scenes.today(),
                scenes.today().plusDays(30),
                words),
            who);
    for (String page : List.of("/", "/prosecute")) {
      assertThat(member.browser().get(page).body())
          .as(page)
          .contains("Limit of a measure", "Task")
          .doesNotContain("Ask Mr Grey");
    }
    assertThat(house.get(ProsecutionDues.class).thisWeek(moments(), who)).hasSize(2);
    SignedIn colleague = scenes.colleague(who.organisation(), Role.INVESTIGATOR);
    assertThat(house.get(ProsecutionDues.class).thisWeek(moments(), colleague)).isEmpty();
  }

  private Moments moments() {
    return new Moments(
        house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
  }
}
