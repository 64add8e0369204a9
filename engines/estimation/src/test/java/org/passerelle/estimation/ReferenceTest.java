package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.passerelle.estimation.internal.Existence;
import org.passerelle.estimation.internal.Lattice;

/** Compares with the results of the reference programs, if their files are beside the checkout. */
@EnabledIf("org.passerelle.estimation.Reference#present")
class ReferenceTest {
  @Test
  void everyComparableValueAgreesOrIsExplained() {
    List<ComparedValues.Row> rows = Comparison.points();
    System.out.println(rows.size() + " values compared with the reference programs.");
    List<ComparedValues.Row> unexplained = rows.stream().filter(row -> !row.agrees()).toList();
    unexplained.forEach(System.out::println);
    assertThat(unexplained).isEmpty();
  }

  @Test
  void existenceOfEveryPairwiseModelOfTheGeneratedTables() throws IOException {
    int models = 0;
    for (int k = 1; k <= 12; k++) {
      String name = "synth%02d".formatted(k);
      CaptureHistories table = Reference.table(name);
      double[] counts = table.values();
      double[] sums = counts.clone();
      Lattice.supersetSums(sums, table.size());
      Existence existence = new Existence(table.size());
      for (Map.Entry<String, Integer> entry : Reference.existence(name).entrySet()) {
        List<Integer> pairs = new ArrayList<>();
        for (String pair : entry.getKey().isEmpty() ? new String[0] : entry.getKey().split("\\+")) {
          pairs.add((1 << (pair.charAt(0) - '1')) | (1 << (pair.charAt(1) - '1')));
        }
        int[] terms = Model.with(table.size(), pairs).terms();
        assertThat(existence.code(counts, sums, terms, terms.length))
            .as("%s %s", name, entry.getKey())
            .isEqualTo(entry.getValue());
        models++;
      }
    }
    assertThat(models).isGreaterThan(3000);
  }
}
