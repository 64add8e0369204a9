package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.disclosure.Variable;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.prosecute.Scenes;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The yearly return: one press, two persons, the recipient’s codes, and nobody to recognise. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class YearlyReturnTest {
  /** The forms that the directive names, in the codes of the house. */
  private static final List<String> DIRECTIVE =
      List.of(
          "sexual",
          "labour",
          "forced_begging",
          "domestic_servitude",
          "forced_criminality",
          "organ_removal",
          "surrogacy",
          "forced_marriage",
          "illegal_adoption");

  @Parameter House house;
  private ReturnDesk desk;

  @BeforeEach
  void twoManagersAndNobodyElseIsCounted() {
    desk = new ReturnDesk(house);
  }

  @Test
  void onePressAsksForAllTablesAndOneApprovalReleasesThem() {
    Period year = FigureScenes.back(house, 1);
    desk.persons(25, "labour", year);
    desk.persons(14, "surrogacy", year);
    desk.persons(6, "organ_removal", year);
    desk.persons(6, "other", year);
    desk.suspects(12, "male", year, new Scenes(house).begun());
    String at = ReturnDesk.at("eu", year);
    assertThat(desk.manager.get("/steer/returns").body())
        .contains(at, ReturnDesk.at("unodc", year), "IC-TIP");
    assertThat(desk.manager.get(at + "/return.csv").status()).isEqualTo(404);
    String page = desk.manager.get(at).body();
    assertThat(page)
        .contains("Article 2", "unverified", "exploitation_of_surrogacy")
        .contains("What is asked of prosecution", "Convicted persons", "No item is known.")
        .contains("Told by: Sex; Age; Citizenship; Form of exploitation.")
        .contains("Becomes “other”: Exploitation of migrants on the route; Other")
        .contains("Nobody is recorded, so this part is left out")
        .contains("Exploitation of surrogacy", ">14<", "Persons who became suspects")
        .doesNotContain(">6<");
    int before = house.get(FigureReleases.class).all().size();
    assertThat(desk.manager.post(at, "seen", desk.seen(at)).location()).isEqualTo(at);
    assertThat(desk.manager.get(at).body())
        .contains("A release waits for a second person", "Take the request back", ">14<")
        .doesNotContain("Ask for the return");
    assertThat(desk.manager.get("/steer/returns").body()).contains("A request waits");
    assertThat(desk.second.get("/house/approvals").body())
        .contains("Release the tables of a yearly return", "17 tables", at);
    desk.approve();
    List<FigureRelease> all = house.get(FigureReleases.class).all();
    assertThat(all).hasSize(before + 2);
    assertThat(all.get(0).scope())
        .isEqualTo(new FigureRelease.Scope(Population.SUSPECTED, year, "eu"));
    assertThat(all.get(1).scope())
        .isEqualTo(new FigureRelease.Scope(Population.VICTIMS, year, "eu"));
    assertThat(desk.manager.get(at).body())
        .contains("/figures/" + all.get(0).number(), "/return.csv");

    String victims = "eu,%d,victims,%d,".formatted(year.year(), all.get(1).number());
    String suspected = "eu,%d,suspected,%d,".formatted(year.year(), all.get(0).number());
    List<String> file = desk.manager.get(at + "/return.csv").body().lines().toList();
    assertThat(file)
        .contains(victims + "form-sex,form,exploitation_of_surrogacy,sex,female,14,shown")
        .contains(victims + "form-sex,form,organ_removal,sex,female,,hidden")
        .contains(victims + "form-age,form,total,age,adult,51,shown")
        .contains(victims + "registrar,registrar,ngo,,,51,shown")
        .contains(suspected + "sex-age,sex,male,age,adult,12,shown")
        .noneMatch(
            line ->
                line.contains(",age,minor,") || line.contains(",citizenship,citizenship,partners,"))
        .doesNotHaveDuplicates();
    String stranger = new Browser(house).get("/figures/" + all.get(0).number()).body();
    assertThat(stranger).contains("A suspect is not an offender", ">12<");
    assertThat(new Browser(house).get("/figures").body()).contains("Persons who became suspects");
  }

  /** The sum of two codes that are one for the recipient, hidden as soon as one of them is. */
  @Test
  void codesThatAreOneForTheRecipientAreAddedUp() {
    Period year = FigureScenes.back(house, 3);
    desk.persons(25, "labour", year);
    desk.persons(15, "domestic_servitude", year);
    desk.persons(30, "migrants_on_route", year);
    desk.persons(6, "other", year);
    desk.persons(6, "organ_removal", year);
    String at = ReturnDesk.at("unodc", year);
    desk.released(at);
    assertThat(desk.manager.get(at + "/return.csv").body().lines().toList())
        .anyMatch(line -> line.contains(",form-age,form,forced_labour,age,adult,40,shown"))
        .anyMatch(line -> line.contains(",form-age,form,other,age,adult,,hidden"));
  }

  @Test
  void aReturnIsRefusedWhereItIsNotWhatWasSeenOrNobodyCouldApprove() {
    Period year = FigureScenes.back(house, 5);
    desk.persons(20, "labour", year);
    String at = ReturnDesk.at("ic-tip", year);
    String seen = desk.seen(at);
    desk.persons(12, "sexual", year);
    assertThat(desk.manager.post(at, "seen", seen).body())
        .contains("no longer those that you looked");
    assertThat(desk.manager.post(at, "seen", "").body())
        .contains("no longer those that you looked");
    Browser alone = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    alone.get(at);
    assertThat(alone.post(at, "seen", desk.seen(at)).body())
        .contains("Nobody else in your organisation can approve a release");
    assertThat(desk.manager.get(ReturnDesk.at("nato", year)).status()).isEqualTo(404);
    assertThat(desk.manager.get(ReturnDesk.at("eu", FigureScenes.back(house, 0))).status())
        .isEqualTo(404);
    assertThat(Member.of(house, Role.ANALYST).browser().get("/steer/returns").status())
        .isEqualTo(404);
    assertThat(desk.supervisor.browser().get(at).status()).isEqualTo(404);
  }

  @Test
  void everyCategoryHasACodeAndNoFormOfTheDirectiveIsAnOther() {
    Facts facts = Facts.shipped();
    List<Variable> variables =
        DeclaredTables.variables(Population.VICTIMS, house.get(FormDefinitions.class).lists());
    for (YearlyReturn one : house.get(YearlyReturns.class).all()) {
      assertThat(one.title().byLanguage()).as(one.id()).containsKeys("en", "fr", "sr");
      assertThat(one.missing().byLanguage()).as(one.id()).containsKeys("en", "fr", "sr");
      for (String article : one.restsOn()) {
        Entry entry = facts.find("reporting-duty", article).orElseThrow();
        assertThat(entry.flag("verified")).as(article).isFalse();
      }
      for (YearlyReturn.Part part : one.parts()) {
        assertThat(DeclaredTables.chosen(part.population(), Set.copyOf(part.tables())))
            .as(one.id())
            .hasSameSizeAs(part.tables());
      }
      Map<String, String> forms = one.codes().getOrDefault("form", Map.of());
      assertThat(forms.keySet())
          .as(one.id())
          .containsExactlyInAnyOrderElementsOf(variables.get(0).tree().categories());
      assertThat(DIRECTIVE)
          .as(one.id())
          .allSatisfy(form -> assertThat(one.code("form", form)).isNotEqualTo(YearlyReturn.OTHER));
    }
  }
}
