package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Staff;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * A tip that another organisation gets, or reads besides: on a basis, and no longer than agreed.
 */
@OnBothDatabases
class PassedOnTest {
  private static final TipContent SILENT =
      new TipContent("wrong", TipScene.TEXT, "", "", "", false, List.of());
  @Parameter House house;
  private TipScene scene;
  private TipScene other;

  @BeforeEach
  void twoTeams() {
    scene = new TipScene(house);
    other = new TipScene(house);
  }

  @Test
  void aTransferIsSealedToTheOtherTeamAndLeavesThis() {
    String code = scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    scene.triage().answer(scene.who, tip, "We pass it on");
    String at = "/prevent/tips/" + tip;
    var browser = scene.officer.browser();
    browser.get(at);
    assertThat(
            browser
                .post(
                    at + "/transfer",
                    "to",
                    other.team().toString(),
                    "to-basis",
                    "writer_agreed",
                    "to-reason",
                    "Yours")
                .location())
        .isEqualTo("/prevent/tips");
    assertThat(browser.get(at).status()).isEqualTo(404);
    OpenedTip opened = other.triage().open(other.who, tip);
    assertThat(opened.tip().stage()).isEqualTo("arrived");
    assertThat(opened.parts().stream().map(part -> part.content().orElseThrow().what()))
        .containsExactly(TipScene.TEXT, "We pass it on", "Yours");
    assertThat(
            house
                .db()
                .sql("select sealed from tip_part where tip = :tip")
                .param("tip", tip)
                .query(byte[].class)
                .list())
        .allMatch(
            part -> TipEnvelope.open(part, house.get(TipTeams.class).key(scene.team())).isEmpty());
    // its writer notices nothing, and writes to the new team
    TipVisit visit = scene.tips().enter(code, "n");
    assertThat(scene.tips().read(visit).orElseThrow().lines())
        .anyMatch(line -> line.text().equals("We pass it on"));
    scene.tips().add(visit, scene.ticket(), SILENT);
    assertThat(other.triage().open(other.who, tip).parts()).hasSize(4);
    // a page that was open while the tip was transferred seals to the team that had it before
    String before = house.get(TipTeams.class).recipient(scene.team());
    byte[] late = TipEnvelope.seal(TipScene.content("One more thing"), before);
    scene.tips().addSealed(visit, scene.ticket(), late);
    assertThat(other.triage().open(other.who, tip).parts().get(4).content().orElseThrow().what())
        .isEqualTo("One more thing");
  }

  @Test
  void nothingLeavesWithoutABasis() {
    scene.tips().send(scene.ticket(), scene.team(), SILENT, false);
    UUID tip = scene.newest();
    TipOutcomes outcomes = house.get(TipOutcomes.class);
    TipOutcomes.PassedOn agreed =
        new TipOutcomes.PassedOn(other.team(), "writer_agreed", "They know him");
    assertThatThrownBy(() -> outcomes.transfer(scene.who, tip, agreed))
        .hasMessage("triage.refused.not-agreed");
    assertThatThrownBy(() -> outcomes.join(scene.who, tip, "assessment", agreed))
        .hasMessage("triage.refused.not-agreed");
    UUID nobody = Staff.organisation(house).id();
    assertThatThrownBy(
            () ->
                outcomes.transfer(
                    scene.who, tip, new TipOutcomes.PassedOn(nobody, "law", "They ask")))
        .isInstanceOf(NotFound.class);
    outcomes.transfer(scene.who, tip, new TipOutcomes.PassedOn(other.team(), "law", "Article 5"));
    assertThat(other.triage().list(other.who, false)).extracting(Tip::id).contains(tip);
  }

  @Test
  void aSecondTeamReadsFromItsStageOnUntilItIsClosed() {
    scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    house
        .get(TipOutcomes.class)
        .join(
            scene.who,
            tip,
            "follow_up",
            new TipOutcomes.PassedOn(other.team(), "vital_interests", "Their inspector"));
    assess(tip, "assessment");
    assertThatThrownBy(() -> other.triage().open(other.who, tip)).isInstanceOf(NotFound.class);
    assertThat(other.triage().list(other.who, false)).isEmpty();
    assess(tip, "follow_up");
    assertThat(other.triage().list(other.who, false)).extracting(Tip::id).containsExactly(tip);
    other.triage().note(other.who, tip, "Seen at the gate");
    assertThat(scene.officer.browser().get("/prevent/tips/" + tip).body())
        .contains("Seen at the gate");
    assertThat(other.officer.browser().get("/prevent/tips/" + tip).body())
        .contains(TipScene.TEXT)
        .doesNotContain("/close\"", "/transfer\"");
    assertThatThrownBy(() -> other.triage().close(other.who, tip, "aside", "Ours", ""))
        .hasMessage("triage.refused.second");
    scene.triage().close(scene.who, tip, "advised", "Told whom to call", "");
    assertThatThrownBy(() -> other.triage().open(other.who, tip)).isInstanceOf(NotFound.class);
  }

  private void assess(UUID tip, String stage) {
    scene.triage().assess(scene.who, tip, new Triage.Assessment("labour", "soon", stage));
  }
}
