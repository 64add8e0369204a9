package org.passerelle.linkage;

/** Lists for tests of other packages. */
public final class TestLists {
  private TestLists() {}

  /** Records of three scripts, the truth in the column {@code person}. */
  public static PersonTable invented(int persons, long seed) {
    return InventedLists.table(StatedFigures.invented(persons, seed, 1));
  }
}
