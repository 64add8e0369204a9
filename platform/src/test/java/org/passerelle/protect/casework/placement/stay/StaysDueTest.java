package org.passerelle.protect.casework.placement.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.pages.Reader;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Placements;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Late arrivals and returns are shown to both teams. */
@OnBothDatabases
@Tag("slow")
class StaysDueTest {
  private static final String ARRIVED = "have they arrived?";
  private static final String BACK = "are they back?";
  @Parameter House house;
  private Member member;
  private Member places;
  private SignedIn officer;
  private UUID stay;

  @BeforeEach
  void aChildIsExpectedInThreeHours() {
    PlaceScenes scenes = new PlaceScenes(house);
    member = Member.of(house, Role.CASE_MANAGER);
    SignedIn manager = Staff.signedIn(member.user());
    places = Member.in(house, manager.organisation(), Role.PLACEMENT_OFFICER);
    officer = Staff.signedIn(places.user());
    UUID place = scenes.place(1, officer);
    UUID file = SomeCase.in("RS").minor("yes").open(house, manager);
    Waiting waiting = house.get(Waiting.class);
    PlacementRequest.Wish wish =
        new PlacementRequest.Wish("male", 12, 13, List.of("sr"), List.of(), List.of(), "");
    PlacementRequest wait = waiting.find(waiting.ask(file, 0, wish, manager), officer);
    Placements placements = house.get(Placements.class);
    placements.hold(wait.id(), place, officer);
    UUID bed = placements.held(wait, officer).get(0).id();
    assertThatThrownBy(() -> placements.expect(wait.id(), bed, "", inHours(-1), officer))
        .hasMessage("stay.refused.passed");
    stay = placements.expect(wait.id(), bed, "", inHours(3), officer);
  }

  private Instant inHours(int hours) {
    return house.clock().instant().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MINUTES);
  }

  private ZoneId zone() {
    return house.get(Reader.class).of(officer.organisation()).zone();
  }

  private Stays stays() {
    return house.get(Stays.class);
  }

  private List<Stay.Line> urgent() {
    return house.get(StayBoards.class).urgent(officer);
  }

  @Test
  void anArrivalThatIsLateIsDueForBothTeamsUntilThereIsAnother() {
    assertThat(urgent()).isEmpty();
    house.clock().pass(Duration.ofHours(4));
    assertThat(urgent()).extracting(Stay.Line::id).containsExactly(stay);
    Browser team = member.elsewhere();
    Browser placing = places.elsewhere();
    assertThat(team.get("/").body()).contains(ARRIVED);
    assertThat(placing.get("/").body()).contains(ARRIVED);
    assertThat(placing.get("/protect/placement").body()).contains(ARRIVED);
    assertThat(team.get("/protect/stays/" + stay).body()).contains(ARRIVED, "Telephone now");
    stays().later(stay, inHours(2), "The bus is late", officer);
    assertThat(urgent()).isEmpty();
    assertThat(placing.get("/").body()).doesNotContain(ARRIVED);
    stays().arrive(stay, officer);
    assertThat(team.get("/").body()).doesNotContain(ARRIVED);
    assertThatThrownBy(() -> stays().later(stay, inHours(2), "", officer))
        .hasMessage("stay.refused.not-awaited");
  }

  @Test
  void aLeaveHasADayAndHourOfReturn() {
    stays().arrive(stay, officer);
    Browser team = member.browser();
    String at = "/protect/stays/" + stay;
    team.get(at);
    assertThat(team.post(at + "/away", "away_words", "With the aunt").status()).isEqualTo(422);
    team.get(at);
    assertThat(team.post(at + "/away", "away_back", "tomorrow evening").body())
        .contains("“Back by” needs a day and an hour");
    team.get(at);
    String back =
        DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH 'h' mm", Locale.FRENCH)
            .format(LocalDateTime.ofInstant(inHours(5), zone()));
    assertThat(team.post(at + "/away", "away_words", "With the aunt", "away_back", back).location())
        .isEqualTo(at);
    assertThat(stays().find(stay, officer).dueAt()).isEqualTo(inHours(5));
    assertThat(team.get(at).body()).contains("Back by", "With the aunt");
    house.clock().pass(Duration.ofHours(6));
    assertThat(member.elsewhere().get("/").body()).contains(BACK);
    assertThat(urgent())
        .extracting(one -> one.urgent(house.clock().instant()))
        .containsExactly("stay.due.away");
    stays().missing(stay, "Never came back from the aunt", officer);
    assertThat(urgent())
        .extracting(one -> one.urgent(house.clock().instant()))
        .containsExactly("stay.today.missing");
  }
}
