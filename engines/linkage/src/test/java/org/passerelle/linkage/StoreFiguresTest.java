package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;
import org.passerelle.linkage.generator.FamilyList;

/** A list that grows in a store is linked nearly as well as if it were linked anew each time. */
@Tag("long")
class StoreFiguresTest {
  @TempDir Path folder;

  private void within(String what, String csv, int portion, double lost) throws IOException {
    StoreFigures figures = StoreFigures.of(csv, 0.6, portion, folder.resolve("store"));
    assertThat(figures.grown()).as(what).isGreaterThan(figures.anew() - lost);
    assertThat(figures.same()).as(what).isGreaterThan(0.9);
  }

  @Test
  void inventedRecordsOfThreeScripts() throws IOException {
    within("invented", StatedFigures.invented(1_000, 911, 1), 75, 0.02);
  }

  @Test
  void oneByOne() throws IOException {
    within("invented", StatedFigures.invented(250, 912, 1), 1, 0.03);
  }

  @Test
  void families() throws IOException {
    within("families", FamilyList.csv(FamilyList.Shape.WHOLE, 1_000, 0.3, 913), 75, 0.02);
  }

  @ParameterizedTest
  @EnumSource(Design.class)
  void designs(Design design) throws IOException {
    within(design.name(), DesignList.csv(design, 800, 914), 75, 0.02);
  }
}
