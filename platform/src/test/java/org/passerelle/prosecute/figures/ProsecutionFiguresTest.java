package org.passerelle.prosecute.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** From suspicion to judgment, in figures for whoever may read them. */
@OnBothDatabases
@Tag("slow")
class ProsecutionFiguresTest {
  private static final int INVESTIGATIONS = 4;

  @Parameter House house;
  private Scenes scenes;
  private Member member;
  private SignedIn who;

  @BeforeEach
  void anOffice() {
    scenes = new Scenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
  }

  /** Four investigations of one prosecutor, each with suspects and victims of every step. */
  private List<UUID> office() {
    List<UUID> victims = new ArrayList<>();
    for (int i = 0; i < INVESTIGATIONS; i++) {
      UUID id = scenes.begun(who).id();
      List<UUID> own = new ArrayList<>();
      for (int v = 0; v < 6; v++) {
        own.add(victim(id));
      }
      victims.addAll(own);
      suspect(id);
      suspect(id);
      UUID charged = charged(id, suspect(id), own.subList(0, 4));
      UUID convicted = charged(id, suspect(id), own.subList(0, 2));
      UUID court = scenes.proceeding(id, who, charged, convicted);
      house
          .get(Outcomes.class)
          .decide(
              id, court, new Outcome.Draft(convicted, "convicted", scenes.today(), null, ""), who);
    }
    return victims;
  }

  private UUID victim(UUID investigation) {
    Victim.Facts facts =
        new Victim.Facts("labour", "FR", false, "female", List.of(), scenes.today());
    return house.get(Victims.class).enterOwn(investigation, facts, who);
  }

  private UUID suspect(UUID investigation) {
    Suspect.Coded coded = new Suspect.Coded("male", "FR", null, null, false);
    return house
        .get(Suspects.class)
        .enter(
            investigation,
            new Suspect.Draft("natural", "suspect", Scenes.identity("Anton Grey"), null, coded),
            who);
  }

  private UUID charged(UUID investigation, UUID suspect, List<UUID> victims) {
    Charges charges = house.get(Charges.class);
    UUID charge =
        charges.propose(
            investigation,
            new Charge.Draft(suspect, "trafficking-fr", scenes.today(), victims),
            who);
    charges.bring(investigation, charge, scenes.today(), "", who);
    return charge;
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
    office();
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
    List<UUID> victims = office();
    ProsecutionFigures today = house.get(ProsecutionFigures.class);
    assertThat(course(today.of(who), "victims").told()).isEqualTo(Course.Told.NOBODY);
    assertThat(course(today.of(who), "suspects").told()).isEqualTo(Course.Told.NOBODY);
    assertThat(course(later(who), "victims").whole().reached().get(0)).isEqualTo(victims.size());
  }

  /** What another organisation does is not in it, whatever it is; the node has both. */
  @Test
  void eachOrganisationReadsItsOwn() {
    office();
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
        victim(id);
      }
    }
    assertThat(course(later(who), "victims").told()).isEqualTo(Course.Told.FEW);
  }

  /** An entry made by mistake is not counted; one that a charge names is, without its facts. */
  @Test
  void whatEndedIsCountedOnlyIfAChargeNamesIt() {
    List<UUID> victims = office();
    UUID first = scenes.begun(who).id();
    UUID mistake = victim(first);
    house.get(Victims.class).end(first, mistake, who);
    assertThat(course(later(who), "victims").whole().reached().get(0)).isEqualTo(victims.size());
  }

  /** As if everything had been entered two months ago. */
  private void monthsAgo() {
    for (String column :
        List.of(
            "investigation.opened_on",
            "charge.brought_on",
            "charge_outcome.on_day",
            "investigation_victim.at",
            "suspect.at",
            "investigation_event.at",
            "charge_outcome.at")) {
      String[] of = column.split("\\.", 2);
      house
          .db()
          .sql("update %s set %s = %s - interval '62' day".formatted(of[0], of[1], of[1]))
          .update();
    }
  }

  @Test
  void pageAndFileForProsecutorsAndTheProgrammeManager() {
    office();
    Browser browser = member.browser();
    assertThat(browser.get("/prosecute/figures").body())
        .contains("From suspicion to judgment", "Nobody is recorded.")
        .doesNotContain("Anton Grey", "V-1");
    assertThat(browser.get("/prosecute/figures/figures.csv").body())
        .startsWith("counted,by,code,step,persons,median_days");
    monthsAgo();
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
