package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;

/** What nobody can know is for a person to decide, and nothing is stated of it. */
class UndecidedTest {
  private static LinkResult linked(Design design, Set<String> without) {
    Set<String> leftOut = new HashSet<>(DesignFigures.WITHOUT);
    leftOut.addAll(without);
    return new Linkage(LinkSettings.usual().withLeftOut(leftOut).withThreads(1), Progress.SILENT)
        .deduplicate(InventedLists.table(DesignList.csv(design, 200, 5)));
  }

  @Test
  void pairsWithoutBirthOrPaperAreNeitherMatchedNorStated() {
    LinkResult result = linked(Design.AGENCIES, Set.of());
    Set<Long> matched = new HashSet<>();
    result.matches().forEach(m -> matched.add(records(m.left(), m.right())));
    Set<Long> stated = new HashSet<>();
    result.outcome().eachStated((i, j, p) -> stated.add(records(i, j)));
    Set<Long> review = new HashSet<>();
    result.review(0.05, 0.95).forEach(m -> review.add(records(m.left(), m.right())));
    assertThat(result.undecided()).isNotEmpty();
    for (Match pair : result.undecided()) {
      long records = records(pair.left(), pair.right());
      assertThat(matched).doesNotContain(records);
      assertThat(stated).doesNotContain(records);
      assertThat(review).contains(records);
      assertThat(result.groups()[pair.left()]).isNotEqualTo(result.groups()[pair.right()]);
      assertThat(result.explain(pair.left(), pair.right()))
          .filteredOn(s -> s.attribute().equals("date_of_birth") || s.attribute().equals("age"))
          .isNotEmpty()
          .allMatch(s -> s.agreement().equals("missing"));
    }
  }

  @Test
  void aListThatTellsOfNoBirthHandsOverNothing() {
    assertThat(linked(Design.AGENCIES, Set.of("date_of_birth", "age")).undecided()).isEmpty();
  }

  private static long records(int i, int j) {
    return ((long) Math.min(i, j) << 32) | Math.max(i, j);
  }
}
