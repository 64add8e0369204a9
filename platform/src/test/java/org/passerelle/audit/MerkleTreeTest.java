package org.passerelle.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The tree against the published vectors of Certificate Transparency and against its definition.
 */
class MerkleTreeTest {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @Test
  void theRootsOfTheReferenceImplementation() {
    MerkleTree tree = new MerkleTree();
    assertThat(tree.root())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    tree.add(LEAVES.get(0));
    assertThat(tree.root())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    tree.add(LEAVES.get(1));
    assertThat(tree.root())
        .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    LEAVES.subList(2, 8).forEach(tree::add);
    assertThat(tree.root())
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void everySizeHasTheRootOfTheDefinitionAlsoWhenTakenUpAgain() throws Exception {
    Random random = new Random(6962);
    List<String> leaves =
        IntStream.range(0, 70)
            .mapToObj(
                i -> {
                  byte[] leaf = new byte[32];
                  random.nextBytes(leaf);
                  return HexFormat.of().formatHex(leaf);
                })
            .toList();
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < leaves.size(); i++) {
      tree = MerkleTree.of(tree.size(), tree.frontier());
      tree.add(leaves.get(i));
      assertThat(tree.root())
          .isEqualTo(HexFormat.of().formatHex(defined(leaves.subList(0, i + 1))));
    }
  }

  /** RFC 6962, section 2.1, word by word. */
  private static byte[] defined(List<String> leaves) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    if (leaves.size() == 1) {
      digest.update((byte) 0);
      return digest.digest(HexFormat.of().parseHex(leaves.get(0)));
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    byte[] left = defined(leaves.subList(0, k));
    byte[] right = defined(leaves.subList(k, leaves.size()));
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }
}
