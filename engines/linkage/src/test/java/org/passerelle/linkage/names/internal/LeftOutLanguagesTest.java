package org.passerelle.linkage.names.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What carries over to names of a language that no list tells of. */
@Tag("slow")
class LeftOutLanguagesTest {
  @Test
  void withoutTheNamesOfALanguageLittleIsLost() {
    LeftOutLanguages.Score listed = LeftOutLanguages.NONE;
    LeftOutLanguages.Score leftOut = listed;
    for (LeftOutLanguages.Row row : LeftOutLanguages.rows()) {
      listed = listed.plus(row.listed());
      leftOut = leftOut.plus(row.leftOut());
      assertThat(row.listed().pairs()).as(row.language()).isGreaterThan(100);
    }
    assertThat(listed.f1()).isGreaterThan(0.985);
    assertThat(leftOut.f1()).isGreaterThan(listed.f1() - 0.05);
    // who is one person is found as before: what the lists carry is that two are two
    assertThat(leftOut.both()).isGreaterThanOrEqualTo(listed.both() - 3);
  }
}
