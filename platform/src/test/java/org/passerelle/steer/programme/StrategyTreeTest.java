package org.passerelle.steer.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** Everything hangs under a plan or a frame, or is named as an orphan. */
class StrategyTreeTest {
  private static Entry entry(String kind, String id, Map<String, Object> content) {
    return new Entry(Kinds.shipped().find(kind).orElseThrow(), id, 1, content);
  }

  private static List<String> orphans(Entry... more) {
    List<Entry> entries = new ArrayList<>(Facts.shipped().everything());
    entries.addAll(List.of(more));
    return StrategyTree.of(new Facts(entries)).orphans().stream().map(Entry::reference).toList();
  }

  @Test
  void nothingOfTheLetterIsAnOrphan() {
    assertThat(orphans()).isEmpty();
    StrategyTree tree = StrategyTree.of(Facts.shipped());
    int all = 0;
    for (String kind :
        List.of("plan", "pillar", "objective", "measure", "project", "activity", "indicator")) {
      all += Facts.shipped().all(kind).size();
    }
    assertThat(tree.size()).isEqualTo(all);
    Entry tdh = Facts.shipped().find("project", "tdh-al-gr").orElseThrow();
    assertThat(tree.children(tdh, "objective")).hasSize(2);
    assertThat(tree.children(tdh, "activity")).hasSize(5);
    Entry prosecution = Facts.shipped().find("pillar", "prosecution").orElseThrow();
    assertThat(tree.children(prosecution, "project").stream().map(Entry::id))
        .containsExactlyInAnyOrder("unodc-forced-crime", "group-identification");
  }

  @Test
  void whatHangsNowhereIsNamedWithAllThatHangsUnderIt() {
    assertThat(
            orphans(
                entry("project", "loose", Map.of()),
                entry("activity", "under-loose", Map.of("project", "loose")),
                entry("indicator", "gone", Map.of("subject", "pillar:no-such")),
                entry("measure", "alone", Map.of()),
                entry("pillar", "sixth", Map.of("plan", "no-such"))))
        .containsExactlyInAnyOrder(
            "project:loose",
            "activity:under-loose",
            "indicator:gone",
            "measure:alone",
            "pillar:sixth");
  }

  @Test
  void twoThatHangOnlyUnderEachOtherAreOrphans() {
    assertThat(
            orphans(
                entry("project", "p", Map.of("measures", List.of("m"))),
                entry("objective", "o", Map.of("under", "project:p")),
                entry("measure", "m", Map.of("objective", "o"))))
        .containsExactlyInAnyOrder("project:p", "objective:o", "measure:m");
  }

  @Test
  void aFrameOutsideThePillarsIsAPlaceToHang() {
    assertThat(orphans(entry("project", "abroad", Map.of("other-frame", "other-region"))))
        .isEmpty();
  }
}
