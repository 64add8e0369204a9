package org.passerelle.prosecute.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** From suspicion to judgment, in figures for whoever may read them. */
@OnBothDatabases
@Tag("slow")
class ProsecutionFiguresTest {
  @Parameter House house;
  private Scenes scenes;
  private Member member;
  private SignedIn who;
  private OfficeScene office;

  @BeforeEach
  void anOffice() {
    scenes = new Scenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    office = new OfficeScene(house, who);
  }

  /** Read when the month is over. */
  private ProsecutionFigures.All later(SignedIn reader) {
    return new ProsecutionFigures(
            house.get(CourseRows.class), Clock.offset(house.clock(), Duration.ofDays(32)))
        .of(reader);
  }

  private static Course course(ProsecutionFigures.All all, String id) {
    Optional<Course> found =
        all.courses().stream().filter(course -> course.id().equals(id)).findFirst();
    return found.orElseThrow();
  }

  @Test
  void countsHowFarInvestigationsLed() {
    office.begin();
    ProsecutionFigures.All all = later(who);
    assertThat(all.node()).isFalse();
    assertThat(all.courses()).extracting(Course::id).containsExactly("victims", "suspects");
    Course victims = course(all, "victims");
    assertThat(victims.whole().reached()).containsExactly(24L, 16L, 8L, 0L);
    assertThat(victims.whole().days()).containsExactly(-1L, 0L, 0L, -1L);
    assertThat(victims.tables())
        .extracting(Course.Table::by)
        .containsExactly("country", "form", "year");
    Course suspects = course(all, "suspects");
    assertThat(suspects.whole().reached().get(0)).isEqualTo(16);
    assertThat(suspects.whole().reached().get(1)).isEqualTo(8);
    assertThat(suspects.whole().reached().get(3)).as("four convicted").isEqualTo(-1);
    assertThat(suspects.tables())
        .extracting(Course.Table::by)
        .containsExactly("sex", "age", "citizenship", "country", "form", "year");
  }

  /** The attack by subtracting two days: nothing that is entered today changes a figure today. */
  @Test
  void whatIsEnteredTodayShowsWhenTheMonthIsOver() {
    assertThat(course(house.get(ProsecutionFigures.class).of(who), "victims").told())
        .isEqualTo(Course.Told.NOBODY);
    List<UUID> victims = office.begin();
    ProsecutionFigures today = house.get(ProsecutionFigures.class);
    assertThat(course(today.of(who), "victims").told()).isEqualTo(Course.Told.NOBODY);
    assertThat(course(today.of(who), "suspects").told()).isEqualTo(Course.Told.NOBODY);
    assertThat(course(later(who), "victims").whole().reached().get(0)).isEqualTo(victims.size());
  }

  /** What another organisation does is not in it, whatever it is; the node has both. */
  @Test
  void eachOrganisationReadsItsOwn() {
    office.begin();
    SignedIn elsewhere = scenes.colleague(Staff.organisation(house).id(), Role.PROSECUTOR);
    assertThat(course(later(elsewhere), "victims").told()).isEqualTo(Course.Told.NOBODY);
    SignedIn colleague = scenes.colleague(who.organisation(), Role.PROSECUTOR);
    assertThat(course(later(colleague), "victims").whole().reached())
        .as("on no team, and figures all the same")
        .containsExactly(24L, 16L, 8L, 0L);
    SignedIn manager = scenes.colleague(Staff.organisation(house).id(), Role.PROGRAMME_MANAGER);
    ProsecutionFigures.All node = later(manager);
    assertThat(node.node()).isTrue();
    assertThat(node.courses())
        .extracting(Course::id)
        .containsExactly("identified", "victims", "suspects");
    assertThat(course(node, "victims").whole().reached().get(0)).isGreaterThanOrEqualTo(24);
  }

  /** An office with two investigations shows nothing: a colleague would learn of the other one. */
  @Test
  void twoInvestigationsAreTooFew() {
    for (int i = 0; i < 2; i++) {
      UUID id = scenes.begun(who).id();
      for (int v = 0; v < 9; v++) {
        office.victim(id);
      }
    }
    assertThat(course(later(who), "victims").told()).isEqualTo(Course.Told.FEW);
  }

  /** An entry made by mistake is not counted; one that a charge names is, without its facts. */
  @Test
  void whatEndedIsCountedOnlyIfAChargeNamesIt() {
    List<UUID> victims = office.begin();
    UUID first = scenes.begun(who).id();
    UUID mistake = office.victim(first);
    house.get(Victims.class).end(first, mistake, who);
    assertThat(course(later(who), "victims").whole().reached().get(0)).isEqualTo(victims.size());
  }

  @Test
  void pageAndFileForProsecutorsAndTheProgrammeManager() {
    office.begin();
    Browser browser = member.browser();
    assertThat(browser.get("/prosecute/figures").body())
        .contains("From suspicion to judgment", "Nobody is recorded.")
        .doesNotContain("Anton Grey", "V-1");
    assertThat(browser.get("/prosecute/figures/figures.csv").body())
        .startsWith("counted,by,code,step,persons,median_days");
    office.monthsAgo();
    assertThat(browser.get("/prosecute/figures").body())
        .contains("in an investigation", "somebody convicted", "less than a day", "withheld")
        .contains("By citizenship", "of age", "France", "id=\"suspects-sex\"")
        .doesNotContain("Anton Grey", "V-1", "S-1");
    List<String> lines =
        browser.get("/prosecute/figures/figures.csv").body().lines().skip(1).toList();
    assertThat(lines)
        .contains("victims,all,,investigated,24,")
        .anyMatch(l -> l.contains("withheld"));
    for (String line : lines) {
      String persons = line.split(",", -1)[4];
      assertThat(persons).as(line).matches("withheld|0|[5-9]|[1-9][0-9]+");
    }
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    assertThat(manager.browser().get("/prosecute/figures").body())
        .contains("Victims identified in cases", "all organisations of this node");
    assertThat(manager.browser().get("/prosecute").status()).isEqualTo(404);
    for (Role role : Scenes.others()) {
      if (role != Role.PROGRAMME_MANAGER) {
        Member other = Member.of(house, role);
        for (String path : List.of("/prosecute/figures", "/prosecute/figures/figures.csv")) {
          assertThat(other.browser().get(path).status()).as(role + path).isEqualTo(404);
        }
      }
    }
    assertThat(Member.of(house, Role.INVESTIGATOR).browser().get("/prosecute/figures").status())
        .isEqualTo(404);
  }
}
