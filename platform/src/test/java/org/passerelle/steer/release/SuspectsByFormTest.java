package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.prosecute.Scenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Suspects by form of exploitation tell of no single investigation, however many they are. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class SuspectsByFormTest {
  @Parameter House house;
  private ReturnDesk desk;
  private Scenes scenes;
  private Period year;

  @BeforeEach
  void nobodyElseIsCounted() {
    desk = new ReturnDesk(house);
    scenes = new Scenes(house);
    year = FigureScenes.back(house, 2);
  }

  private void investigations(int many, String form, int suspects) {
    for (int i = 0; i < many; i++) {
      Scenes.Begun begun = scenes.begun();
      desk.changed(
          "update investigation set form = '%s' where id = :id".formatted(form),
          Map.of("id", begun.id()));
      desk.suspects(suspects, "male", year, begun);
    }
  }

  private PublishedTable table() {
    Published published =
        house
            .get(FigureProposals.class)
            .together(Population.SUSPECTED, year, Set.of("form", "sex-age"), 1)
            .outcome()
            .published();
    assertThat(published).isNotNull();
    return PublishedTable.of(java.util.Objects.requireNonNull(published)).stream()
        .filter(one -> one.id().equals("form"))
        .findFirst()
        .orElseThrow();
  }

  private static OptionalLong count(PublishedTable table, String form) {
    List<String> codes = table.headings(0).stream().map(PublishedTable.Heading::code).toList();
    return table.count(codes.indexOf(form));
  }

  @Test
  void formsBehindWhichFewInvestigationsStandAreOneRow() {
    investigations(3, "labour", 5);
    investigations(3, "sexual", 4);
    investigations(2, "forced_begging", 6);
    investigations(1, "organ_removal", 11);
    PublishedTable table = table();
    assertThat(count(table, "total")).hasValue(50);
    assertThat(count(table, "labour")).hasValue(15);
    assertThat(count(table, "sexual")).hasValue(12);
    assertThat(count(table, "forced_begging")).hasValue(0);
    assertThat(count(table, "organ_removal")).hasValue(0);
    assertThat(count(table, "together")).hasValue(23);
  }

  @Test
  void oneInvestigationIsToldByNoForm() {
    investigations(1, "labour", 14);
    PublishedTable table = table();
    assertThat(count(table, "labour")).hasValue(0);
    assertThat(count(table, "together")).hasValue(14);
  }

  @Test
  void theReturnHoldsThem() {
    desk.persons(20, "labour", year);
    investigations(3, "labour", 5);
    investigations(3, "sexual", 4);
    String at = ReturnDesk.at("eu", year);
    assertThat(desk.manager.get(at).body())
        .contains("Told by: Sex; Age; Citizenship; Form of exploitation.");
    desk.released(at);
    assertThat(desk.manager.get(at + "/return.csv").body())
        .containsPattern(",suspected,[0-9]+,form,form,forced_labour_or_services,,,15,shown")
        .containsPattern(",suspected,[0-9]+,form,form,sexual_exploitation,,,12,shown")
        .containsPattern(",suspected,[0-9]+,form,form,together,,,0,shown");
  }
}
