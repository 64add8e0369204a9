package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.Audit;
import org.passerelle.disclosure.EarlierRelease;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.Release;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who counts in a yearly return, and what its figures tell beside earlier ones of the year. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class ReturnedPersonsTest {
  @Parameter House house;
  private ReturnDesk desk;

  @BeforeEach
  void twoManagersAndNobodyElseIsCounted() {
    desk = new ReturnDesk(house);
  }

  @Test
  void anEarlierReleaseOfTheSameYearIsPartOfTheAttack() {
    Period year = FigureScenes.back(house, 2);
    desk.persons(20, "labour", year);
    desk.persons(15, "sexual", year);
    desk.persons(12, "forced_begging", year);
    String editor = "/steer/releases/" + year.id();
    Matcher seen = ReturnDesk.SEEN.matcher(desk.manager.get(editor + "?table=form").body());
    assertThat(seen.find()).isTrue();
    desk.manager.post(editor, "seen", seen.group(1), "table", "form");
    desk.approve();
    FigureRelease first = house.get(FigureReleases.class).all().get(0);
    desk.persons(1, "labour", year);
    String at = ReturnDesk.at("eu", year);
    desk.released(at);
    FigureRelease later = house.get(FigureReleases.class).all().get(0);
    assertThat(later.scope().forReturn()).isEqualTo("eu");

    EarlierRelease earlier = new EarlierRelease(desk.published(first), Release.Relation.CORRECTED);
    assertThat(Audit.of(desk.published(later), List.of(earlier), true).findings()).isEmpty();
    String file = desk.manager.get(at + "/return.csv").body();
    assertThat(file)
        .doesNotContain(",21,shown")
        .contains("form-sex,form,forced_labour_or_services,sex,female,,hidden")
        .contains("form-sex,form,forced_labour_or_services,sex,total,,hidden")
        // the one who came is not found beside the other groups either
        .doesNotContain("body-form,form,forced_labour_or_services,registrar,total,2");
  }

  @Test
  void aYearBeginsAtMidnightWhereTheCaseIs() {
    Period year = FigureScenes.back(house, 4);
    SignedIn who = Staff.signedIn(desk.supervisor.user());
    desk.persons(12, "labour", year);
    UUID inBelgrade = FigureScenes.opened(house, SomeCase.in("RS").form("labour"), year, who);
    UUID elsewhere = FigureScenes.opened(house, SomeCase.in("RS").form("labour"), year, who);
    String moved = "update protect_case set opened_at = :at where id = :id";
    // half an hour after midnight in Belgrade is half an hour before in UTC
    desk.changed(moved, Map.of("at", ReturnDesk.start(year).minusMinutes(30), "id", inBelgrade));
    desk.changed(
        moved, Map.of("at", ReturnDesk.start(year).plusYears(1).minusMinutes(30), "id", elsewhere));
    assertThat(total(year)).isEqualTo(13);
    assertThat(total(FigureScenes.back(house, 3))).as("the next year has the other").isZero();
    desk.persons(12, "labour", FigureScenes.back(house, 3));
    assertThat(total(FigureScenes.back(house, 3))).isEqualTo(13);
  }

  private int total(Period year) {
    Published published =
        house.get(FigureProposals.class).together(year, Set.of("sex")).published();
    return published == null ? 0 : (int) published.value(0);
  }

  @Test
  void whoWasChargedAndFinallyConvictedCountsInTheYearOfThat() {
    Period year = FigureScenes.back(house, 2);
    Scenes scenes = new Scenes(house);
    Scenes.Begun begun = scenes.begun();
    Charges charges = house.get(Charges.class);
    List<UUID> people = desk.suspects(13, "male", FigureScenes.back(house, 3), begun);
    for (UUID one : people) {
      UUID charge =
          charges.propose(
              begun.id(),
              new Charge.Draft(one, "trafficking-fr", scenes.today(), List.of()),
              begun.prosecutor());
      charges.bring(begun.id(), charge, scenes.today(), "", begun.prosecutor());
      desk.changed(
          "update charge set brought_on = :on where id = :id",
          Map.of("on", year.from().plusDays(3), "id", charge));
    }
    assertThat(counted(Population.PROSECUTED, year)).isEqualTo(13);
    assertThat(counted(Population.CONVICTED, year)).isZero();
    assertThat(counted(Population.SUSPECTED, year)).isZero();
    assertThat(counted(Population.SUSPECTED, FigureScenes.back(house, 3))).isEqualTo(13);
    // whoever named a suspect may take the basis back
    Victim.Facts facts = new Victim.Facts(null, null, true, null, List.of(), scenes.today());
    UUID victim = house.get(Victims.class).enterOwn(begun.id(), facts, begun.prosecutor());
    desk.changed(
        "update suspect set from_victim = :victim where id = :id",
        Map.of("victim", victim, "id", people.get(0)));
    assertThat(counted(Population.PROSECUTED, year)).isEqualTo(13);
    desk.changed(
        "update investigation_victim set ended_at = :at, facts = null where id = :id",
        Map.of("at", ReturnDesk.start(year), "id", victim));
    assertThat(counted(Population.PROSECUTED, year)).isEqualTo(12);
  }

  private long counted(Population population, Period year) {
    ReturnProposal.Part part =
        house.get(FigureProposals.class).together(population, year, Set.of("sex-age"), 1);
    Published published = part.outcome().published();
    return published == null ? 0 : published.value(0);
  }

  @Test
  void whoSeesTheCasesFindsThemBehindACellAndNobodyElseDoes() {
    Period year = FigureScenes.back(house, 2);
    desk.persons(11, "forced_marriage", year);
    desk.persons(12, "labour", year);
    String at = ReturnDesk.at("eu", year);
    desk.released(at);
    FigureRelease victims =
        house.get(FigureReleases.class).all().stream()
            .filter(one -> one.scope().population() == Population.VICTIMS)
            .findFirst()
            .orElseThrow();
    String counted = "/steer/counted/" + victims.number();
    Browser own = desk.supervisor.browser();
    assertThat(own.get("/steer/counted").body()).contains(counted);
    assertThat(lines(own.get(counted).body())).isEqualTo(23);
    String married = counted + "?form=forced_marriage&sex=female&registrar=civil";
    assertThat(lines(own.get(married).body())).isEqualTo(11);
    assertThat(own.get(counted + "?form=forced_marriage&citizenship=elsewhere").body())
        .contains("There is no such case");
    Browser stranger = Member.of(house, Role.SUPERVISOR).browser();
    assertThat(stranger.get(counted).body())
        .contains("There is no such case")
        .satisfies(page -> assertThat(lines(page)).isZero());
    assertThat(desk.manager.get(counted).status()).isEqualTo(404);
  }

  private static long lines(String page) {
    return Pattern.compile("class=\"title\" href=\"/protect/cases/")
        .matcher(page)
        .results()
        .count();
  }
}
