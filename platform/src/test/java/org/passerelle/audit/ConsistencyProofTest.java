package org.passerelle.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.Sha256;

/** A log that only grew can show it, and no other can. */
class ConsistencyProofTest {
  private static final int MOST = 40;

  @Test
  void everyLogShowsThatItContinuesEachOfItsPasts() {
    List<String> log = log("a", MOST);
    for (int second = 1; second <= MOST; second++) {
      for (int first = 1; first <= second; first++) {
        List<String> proof = ConsistencyProof.make(first, second, stretches(log));
        assertThat(
                ConsistencyProof.holds(
                    first, root(log, 0, first), second, root(log, 0, second), proof))
            .as("%d of %d", first, second)
            .isTrue();
        assertThat(proof.size()).isLessThanOrEqualTo(12);
      }
    }
  }

  @Test
  void anotherPastIsNotShown() {
    for (int first = 1; first < MOST; first++) {
      List<String> held = log("a", first);
      List<String> other = new ArrayList<>(log("a", MOST));
      other.set(first - 1, Sha256.of("changed"));
      List<String> proof = ConsistencyProof.make(first, MOST, stretches(other));
      assertThat(
              ConsistencyProof.holds(
                  first, root(held, 0, first), MOST, root(other, 0, MOST), proof))
          .isFalse();
    }
  }

  @Test
  void aProofThatIsCutOrLongerIsNone() {
    List<String> log = log("a", MOST);
    List<String> proof = ConsistencyProof.make(7, MOST, stretches(log));
    String first = root(log, 0, 7);
    String second = root(log, 0, MOST);
    assertThat(ConsistencyProof.holds(7, first, MOST, second, proof.subList(1, proof.size())))
        .isFalse();
    List<String> longer = new ArrayList<>(proof);
    longer.add(first);
    assertThat(ConsistencyProof.holds(7, first, MOST, second, longer)).isFalse();
    assertThat(ConsistencyProof.holds(7, first, MOST, second, List.of())).isFalse();
    assertThat(ConsistencyProof.holds(MOST, second, 7, first, proof)).isFalse();
    assertThat(ConsistencyProof.holds(0, first, MOST, second, proof)).isFalse();
  }

  private static ConsistencyProof.Stretches stretches(List<String> log) {
    return (from, to) -> root(log, (int) from, (int) to);
  }

  private static String root(List<String> log, int from, int to) {
    MerkleTree tree = new MerkleTree();
    log.subList(from, to).forEach(tree::add);
    return tree.root();
  }

  private static List<String> log(String name, int size) {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      log.add(Sha256.of(name + i));
    }
    return log;
  }
}
