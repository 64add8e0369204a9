package org.passerelle.placement.internal;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.placement.NoSolver;
import org.passerelle.placement.Proposal;
import org.passerelle.placement.Wish;

/**
 * Solves with CP-SAT of Google's OR-Tools (L. Perron, F. Didier, S. Gay: The CP-SAT-LP solver, CP
 * 2023): one preference after another, each with the values reached for earlier ones as a
 * constraint. Small weights are proven in a fraction of the time needed for a weighted sum of all
 * preferences.
 */
final class CpSat {
  private static final double NANOS = 1e9;
  private static final double ROUNDING = 1e-6;

  private final Model model;
  private final int workers;
  private final List<Proposal.Proof> proofs = new ArrayList<>();
  private int[] best;

  private CpSat(Model model, int workers) {
    this.model = model;
    this.workers = workers;
    this.best = FirstAnswer.of(model);
  }

  /**
   * Solves a model.
   *
   * @param limit total time limit
   * @param workers number of threads
   * @throws NoSolver if the library cannot be loaded
   */
  static Solution solve(Model model, Duration limit, int workers) {
    load();
    CpSat run = new CpSat(model, workers);
    double left = limit.toNanos() / NANOS;
    Wish[] wishes = Wish.values();
    for (int w = 0; w < wishes.length; w++) {
      left -= run.round(wishes[w], w == wishes.length - 1 ? left : left / 2);
    }
    return new Solution(run.best, run.proofs);
  }

  /** Loads the native library once. */
  private static void load() {
    try {
      Loader.loadNativeLibraries();
    } catch (RuntimeException | LinkageError e) {
      throw new NoSolver(e);
    }
  }

  /** Optimises one preference; returns the seconds used. */
  private double round(Wish wish, double seconds) {
    long most = model.most(wish);
    long reached = model.worth(wish, best);
    if (reached == most) {
      proofs.add(new Proposal.Proof(wish, reached, most));
      return 0;
    }
    CpModel asked = new CpModel();
    @Nullable BoolVar[][] goes = variables(asked);
    beds(asked, goes);
    conflicts(asked, goes);
    for (Proposal.Proof before : proofs) {
      asked.addGreaterOrEqual(sum(goes, before.wish()), before.value());
    }
    asked.maximize(sum(goes, wish));
    hint(asked, goes);
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(workers).setRandomSeed(1);
    CpSolverStatus status = solver.solve(asked);
    if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
      int[] found = read(solver, goes);
      if (model.worth(wish, found) > reached) {
        // children not affected by this preference are placed where beds remain
        best = FirstAnswer.from(model, found);
      }
      most = Math.min(most, (long) Math.floor(solver.bestObjectiveBound() + ROUNDING));
    }
    long value = model.worth(wish, best);
    proofs.add(new Proposal.Proof(wish, value, Math.max(value, most)));
    return solver.wallTime();
  }

  private @Nullable BoolVar[][] variables(CpModel asked) {
    @Nullable BoolVar[][] goes = new BoolVar[model.sizes().length][model.free().length];
    for (int u = 0; u < goes.length; u++) {
      List<Literal> row = new ArrayList<>();
      for (int p = 0; p < goes[u].length; p++) {
        if (model.may()[u][p]) {
          BoolVar one = asked.newBoolVar("");
          goes[u][p] = one;
          row.add(one);
        }
      }
      asked.addAtMostOne(row);
    }
    return goes;
  }

  private void beds(CpModel asked, @Nullable BoolVar[][] goes) {
    for (int p = 0; p < model.free().length; p++) {
      LinearExprBuilder taken = LinearExpr.newBuilder();
      for (int u = 0; u < goes.length; u++) {
        BoolVar one = goes[u][p];
        if (one != null) {
          taken.addTerm(one, model.sizes()[u]);
        }
      }
      asked.addLessOrEqual(taken, model.free()[p]);
    }
  }

  private void conflicts(CpModel asked, @Nullable BoolVar[][] goes) {
    for (int[] pair : model.conflicts()) {
      for (int p = 0; p < model.free().length; p++) {
        BoolVar one = goes[pair[0]][p];
        BoolVar other = goes[pair[1]][p];
        if (one != null && other != null) {
          asked.addAtMostOne(new Literal[] {one, other});
        }
      }
    }
  }

  private LinearExprBuilder sum(@Nullable BoolVar[][] goes, Wish wish) {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (int u = 0; u < goes.length; u++) {
      for (int p = 0; p < goes[u].length; p++) {
        BoolVar one = goes[u][p];
        if (one != null) {
          sum.addTerm(one, model.worth(wish, u, p));
        }
      }
    }
    return sum;
  }

  /** Starts the search from the best answer so far. */
  private void hint(CpModel asked, @Nullable BoolVar[][] goes) {
    for (int u = 0; u < goes.length; u++) {
      for (int p = 0; p < goes[u].length; p++) {
        BoolVar one = goes[u][p];
        if (one != null) {
          asked.addHint(one, best[u] == p ? 1 : 0);
        }
      }
    }
  }

  private int[] read(CpSolver solver, @Nullable BoolVar[][] goes) {
    int[] place = nowhere();
    for (int u = 0; u < goes.length; u++) {
      for (int p = 0; p < goes[u].length; p++) {
        BoolVar one = goes[u][p];
        if (one != null && solver.booleanValue(one)) {
          place[u] = p;
        }
      }
    }
    return place;
  }

  private int[] nowhere() {
    int[] place = new int[model.sizes().length];
    Arrays.fill(place, -1);
    return place;
  }
}
