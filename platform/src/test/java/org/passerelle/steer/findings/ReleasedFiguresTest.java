package org.passerelle.steer.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.ReleaseObstacles;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The letter shows a number of persons only if two persons released it, or somebody else did. */
@OnBothDatabases
class ReleasedFiguresTest {
  @Parameter House house;

  private List<String> held(String... figure) {
    Facts shipped = Facts.shipped();
    Entry rank = shipped.find("figure", "rank").orElseThrow();
    Map<String, Object> content = new LinkedHashMap<>(rank.content());
    content.keySet().removeAll(List.of("source-publication", "source-words", "items"));
    content.put("unit", "persons");
    for (int i = 0; i < figure.length; i += 2) {
      content.put(figure[i], figure[i + 1]);
    }
    Entry block = shipped.find("letter-block", "letter-13-figures").orElseThrow();
    Map<String, Object> shows = new LinkedHashMap<>(block.content());
    shows.put("figures", List.of("rank"));
    Entry letter = shipped.find("letter", "letter-13").orElseThrow();
    Facts facts =
        new Facts(
            List.of(
                letter,
                new Entry(block.kind(), block.id(), 1, shows),
                new Entry(rank.kind(), "rank", 1, content)));
    return house.get(ReleasedFigures.class).of(facts, letter).stream()
        .map(ReleaseObstacles.Obstacle::key)
        .toList();
  }

  @Test
  void aNumberOfPersonsIsReleasedOrPublishedByOthers() {
    assertThat(held("value", "17")).containsExactly("letters.obstacle.no-release");
    assertThat(held("value", "17", "source-words", "our own count"))
        .containsExactly("letters.obstacle.no-release");
    assertThat(held("value", "17", "source-publication", "glotip-2018")).isEmpty();
    assertThat(held("value", "17", "unit", "events")).isEmpty();
  }

  @Test
  void itIsWhatTheReleaseShowsInThatCell() {
    FigureRelease release = FigureScenes.released(house, house.somebody(Role.CASE_MANAGER));
    String number = Integer.toString(release.number());
    // one person at least was counted, too few to be shown
    for (String value : List.of("1", "0", "17")) {
      assertThat(held("value", value, "release", number, "release-cell", "form labour"))
          .as(value)
          .containsExactly("letters.obstacle.not-released");
    }
    assertThat(held("value", "0", "release", number, "release-cell", "form surrogacy")).isEmpty();
    assertThat(held("value", "3", "release", number, "release-cell", "form surrogacy"))
        .containsExactly("letters.obstacle.not-released");
    for (String cell : List.of("", "form", "form nothing", "form labour female", "sex female")) {
      assertThat(held("value", "0", "release", number, "release-cell", cell))
          .as(cell)
          .containsExactly("letters.obstacle.not-released");
    }
    assertThat(held("value", "0", "release", "999999", "release-cell", "form surrogacy"))
        .containsExactly("letters.obstacle.not-released");
    assertThat(held("release", number, "release-cell", "form surrogacy", "value", "0.5"))
        .containsExactly("letters.obstacle.not-released");
  }
}
