package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.prevent.campaign.CampaignScene;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.effect.Surveys;
import org.passerelle.prevent.wording.CampaignWording;
import org.passerelle.prevent.wording.CampaignWordings;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The yearly report tells of the campaigns of its year with reach, source and method. */
@OnBothDatabases
@Tag("slow")
class YearsCampaignsTest {
  @Parameter House house;
  private CampaignScene scene;

  @BeforeEach
  void aProgrammeManager() {
    scene = new CampaignScene(house);
  }

  @AfterEach
  void noneIsLeft() {
    scene.noneIsLeft();
  }

  private Map<String, String> section(Kind kind, int year) {
    return Values.of(house.get(CycleDraft.class).of(Facts.shipped(), kind, year))
        .rows("sections")
        .stream()
        .filter(section -> section.text("key").equals("campaigns"))
        .map(section -> section.wording("text").byLanguage())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReportTellsWhatWasReachedBySourceAndMethodInThreeLanguages() {
    UUID id = scene.running();
    int year = scene.today().minusDays(2).getYear();
    assertThat(section(Kind.REPORT, year).get("en"))
        .contains("– Before you leave (", "Whom it reached: not known");
    Reach.Draft first = scene.pupils(24);
    UUID struck = scene.reach.enter(scene.who, id, first, null);
    scene.reach.enter(scene.who, id, scene.pupils(241), struck);
    Map<String, String> report = section(Kind.REPORT, year);
    assertThat(report).containsOnlyKeys("en", "fr", "sr");
    assertThat(report.get("en"))
        .contains(
            "Schools: 241 pupils, ",
            "Source: The school. Method: Lists of classes",
            "Reach is not effect")
        .doesNotContain("24 pupils", "not known", "⟦");
    assertThat(report.get("fr")).contains("241 élèves", "Lists of classes").doesNotContain("⟦");
    assertThat(report.get("sr")).contains("Before you leave", "The school").doesNotContain("⟦");
    assertThat(section(Kind.PROGRAMME, year).get("en"))
        .contains("Before you leave")
        .doesNotContain("241", "Reach");
  }

  @Test
  void whatWasWrittenForLettersStandsInItsLanguageAndAnswersAreAssociation() {
    UUID id = scene.running();
    String asked = "Would you ask?";
    house
        .get(Surveys.class)
        .enter(
            scene.who,
            id,
            new Survey(
                "The institute",
                "All",
                "On paper",
                "others",
                List.of(
                    new Survey.Question(
                        asked,
                        "yes-no",
                        0,
                        List.of(
                            new Survey.Answer("before", "yes", 48),
                            new Survey.Answer("before", "no", 32),
                            new Survey.Answer("after", "yes", 56),
                            new Survey.Answer("after", "no", 14))))));
    int year = scene.today().getYear();
    assertThat(section(Kind.REPORT, year).get("en"))
        .as("a question that nobody chose")
        .doesNotContain(asked);
    house
        .get(CampaignWordings.class)
        .write(
            scene.who,
            id,
            0,
            false,
            Map.of(
                CampaignWording.key(CampaignScene.TITLE),
                Map.of("fr", "Avant de partir"),
                CampaignWording.key(asked),
                Map.of("fr", "Demanderiez-vous ?")));
    Map<String, String> report = section(Kind.REPORT, year);
    assertThat(report.get("fr"))
        .contains("Avant de partir", "Demanderiez-vous ?", "60,0", "80,0", "une association")
        .doesNotContain(CampaignScene.TITLE, asked, "⟦");
    assertThat(report.get("en"))
        .contains(
            CampaignScene.TITLE, asked, "60.0% of 80 before, 80.0% of 70 after", "association only")
        .doesNotContain("⟦");
    assertThat(section(Kind.PROGRAMME, year).get("fr"))
        .contains("Avant de partir")
        .doesNotContain("Demanderiez-vous");
  }

  @Test
  void whatWasCalledOffOrRanInAnotherYearIsNotTold() {
    scene.campaigns.enter(
        scene.who, scene.sheet("Ask", scene.today(), scene.today().plusDays(9), true));
    assertThat(section(Kind.REPORT, scene.today().getYear()).get("en"))
        .isEqualTo("No campaign has been entered for this year.");
    scene.running();
    assertThat(section(Kind.REPORT, scene.today().getYear() - 3).get("en"))
        .isEqualTo("No campaign has been entered for this year.");
  }
}
