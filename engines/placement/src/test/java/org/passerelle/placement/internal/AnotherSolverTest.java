package org.passerelle.placement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.passerelle.placement.Drawn;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Wish;

/** Where exhaustive search would take too long, an independent branch and bound is the judge. */
class AnotherSolverTest {
  @Test
  @Tag("slow")
  void ojAlgoFindsNothingBetterForTwoHundredChildren() {
    Model model = Model.of(new Circumstances(Drawn.batch(200, 60, 10)));
    Solution ours = CpSat.solve(model, Duration.ofMinutes(5), 2);
    long tonight = proof(ours, Wish.TONIGHT).value();
    assertThat(best(model, Wish.TONIGHT, -1)).isEqualTo(tonight);
    assertThat(best(model, Wish.ALL, tonight)).isEqualTo(proof(ours, Wish.ALL).value());
  }

  private static Proposal.Proof proof(Solution solution, Wish wish) {
    return solution.proofs().stream().filter(p -> p.wish() == wish).findFirst().orElseThrow();
  }

  /**
   * The maximum for a preference.
   *
   * @param tonight minimum for the first preference, or −1
   */
  private static long best(Model model, Wish wish, long tonight) {
    ExpressionsBasedModel asked = new ExpressionsBasedModel();
    Variable[][] goes = new Variable[model.sizes().length][model.free().length];
    Expression floor = asked.addExpression("tonight").lower(Math.max(0, tonight));
    for (int u = 0; u < goes.length; u++) {
      Expression once = asked.addExpression("u" + u).upper(1);
      for (int p = 0; p < goes[u].length; p++) {
        if (model.may()[u][p]) {
          goes[u][p] =
              asked.addVariable("x%d.%d".formatted(u, p)).binary().weight(model.worth(wish, u, p));
          once.set(goes[u][p], 1);
          floor.set(goes[u][p], model.worth(Wish.TONIGHT, u, p));
        }
      }
    }
    for (int p = 0; p < model.free().length; p++) {
      Expression beds = asked.addExpression("p" + p).upper(model.free()[p]);
      for (int u = 0; u < goes.length; u++) {
        if (goes[u][p] != null) {
          beds.set(goes[u][p], model.sizes()[u]);
        }
      }
    }
    for (int[] pair : model.conflicts()) {
      for (int p = 0; p < model.free().length; p++) {
        if (goes[pair[0]][p] != null && goes[pair[1]][p] != null) {
          Expression apart = asked.addExpression("a%d.%d.%d".formatted(pair[0], pair[1], p));
          apart.upper(1).set(goes[pair[0]][p], 1).set(goes[pair[1]][p], 1);
        }
      }
    }
    return Math.round(asked.maximise().getValue());
  }
}
