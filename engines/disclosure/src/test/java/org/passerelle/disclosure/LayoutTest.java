package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {
  /** With a 65th variable, a sum over it was mistaken for one of the next figure over the first. */
  @Test
  void noSumIsTakenForAnother() {
    Invented invented = new Invented();
    for (int v = 0; v < 70; v++) {
      invented.flat("v" + v, 2);
    }
    Layout layout = Layout.of(invented.table("v0", "v64").table("v1", "v69").release("wide"));
    // each table has three sums over either variable; no sum is shared
    assertThat(layout.shownSums()).hasSize(2 * (3 + 3));
  }
}
