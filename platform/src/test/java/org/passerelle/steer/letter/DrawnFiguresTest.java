package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureScenes;
import org.passerelle.steer.release.Period;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A block of figures fills itself from an approved release, and is held back once that is old. */
@OnBothDatabases
class DrawnFiguresTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  private void persons(int many, String form, Period period) {
    SignedIn who = house.somebody(Role.CASE_MANAGER);
    for (int i = 0; i < many; i++) {
      FigureScenes.opened(
          house, SomeCase.in("RS").form(form).gender("female").nationalities("RS"), period, who);
    }
  }

  private List<Entry> figures(String block) {
    Facts facts = house.get(Register.class).facts();
    return facts.refs(facts.find("letter-block", block).orElseThrow(), "figures");
  }

  @Test
  void aTableIsDrawnWithAllThatAFigureNeedsAndAgainOnceItWasReplaced() {
    FigureScenes.nothingReleased(house);
    Period period = FigureScenes.back(house, 7);
    persons(25, "labour", period);
    persons(40, "sexual", period);
    persons(3, "organ_removal", period);
    FigureRelease first = FigureScenes.kept(house, period, "form");
    Browser manager = desk.manager();
    int number = desk.issue(manager);
    String issue = "/steer/letters/" + number;
    manager.get(issue);
    String at = manager.post(issue + "/blocks", "type", "figures").location();
    String block = at.substring(at.lastIndexOf('/') + 1);
    assertThat(manager.get(at).body()).contains("Figures from an approved release");
    assertThat(manager.get(at + "/figures").body()).contains("Release " + first.number());
    assertThat(manager.post(at + "/figures", "table", "999 form").status()).isEqualTo(422);
    manager.get(at + "/figures");
    assertThat(manager.post(at + "/figures", "table", first.number() + " form").location())
        .isEqualTo(at);

    List<Entry> drawn = figures(block);
    assertThat(drawn.get(0).text("release-cell")).isEqualTo("form total");
    assertThat(drawn.get(0).text("value")).isEqualTo("68");
    assertThat(drawn).anySatisfy(one -> assertThat(one.text("value")).isEqualTo("40"));
    assertThat(drawn)
        .allSatisfy(
            one -> {
              assertThat(one.wording("what").byLanguage()).containsOnlyKeys("en", "fr", "sr");
              assertThat(one.wording("caveat").byLanguage()).containsOnlyKeys("en", "fr", "sr");
              assertThat(one.wording("source-words").byLanguage())
                  .containsEntry("en", "Public figures, release " + first.number());
              assertThat(one.text("period")).isEqualTo(Integer.toString(period.year()));
              assertThat(one.text("value")).isNotEqualTo("3");
            });
    assertThat(manager.get(issue).body()).doesNotContain("names neither a release", "replaced for");
    assertThat(manager.get(issue + "/preview/sr-Cyrl").body())
        .contains("Сексуална експлоатација", "Јавне бројке, објава " + first.number());

    FigureRelease second = FigureScenes.kept(house, period, "form");
    assertThat(manager.get(issue).body())
        .contains("is of release " + first.number() + ", which release " + second.number());
    assertThat(manager.get(at + "/figures").body())
        .doesNotContain("value=\"" + first.number() + " form\"");
    manager.post(at + "/figures", "table", second.number() + " form");
    assertThat(figures(block))
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(one.text("release")).isEqualTo(Integer.toString(second.number())));
    assertThat(manager.get(issue).body()).doesNotContain("replaced for the same period");
  }
}
