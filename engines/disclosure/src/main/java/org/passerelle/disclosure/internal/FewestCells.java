package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The cheapest pattern for a small task: cutting planes, first over fractional, then over integer
 * patterns (Fischetti and Salazar 2001). Ends with the optimum, with the known pattern if nothing
 * cheaper exists, or without result when the permitted rounds are used up.
 */
final class FewestCells {
  private static final int MOST_CELLS = 120;
  private static final int MOST_QUESTIONS = 300;
  private static final int MOST_ROUNDS = 60;
  private static final int CUTS_A_ROUND = 12;
  private static final int MOST_PROGRAMMES = 1_500;
  private static final int MOST_STEPS = 50_000;

  private final Task task;
  private final Capacity capacity;
  private final int[] free;
  private final List<Cut> cuts = new ArrayList<>();
  private final List<int[]> questions = new ArrayList<>();
  private int next;
  private int asked;

  private FewestCells(Task task) {
    this.task = task;
    long widest = Arrays.stream(task.width()).max().orElse(1);
    this.capacity = new Capacity(task, 20 * widest);
    this.free =
        IntStream.range(0, task.size())
            .filter(cell -> task.mayBeHidden(cell) && !task.must()[cell])
            .toArray();
    for (int cell = 0; cell < task.size(); cell++) {
      if (task.width()[cell] > 0) {
        questions.add(new int[] {cell, -1});
        for (int k = 0; k < task.insiders().size(); k++) {
          if (Arrays.binarySearch(task.insiders().cells(k), cell) < 0) {
            questions.add(new int[] {cell, k});
          }
        }
      }
    }
  }

  /** Whether a task is small enough. */
  static boolean isFor(Task task) {
    long cells =
        IntStream.range(0, task.size())
            .filter(
                cell -> task.mayBeHidden(cell) && !(task.must()[cell] && task.width()[cell] == 0))
            .count();
    long small = Arrays.stream(task.width()).filter(width -> width > 0).count();
    return cells <= MOST_CELLS
        && task.size() <= 4 * MOST_CELLS
        && small * (1 + task.insiders().size()) <= MOST_QUESTIONS
        && Arrays.stream(task.reach()).allMatch(reach -> reach == 0);
  }

  /**
   * A pattern of minimum cost, or null if nothing cheaper than the known one was found.
   *
   * @param known cost of a known pattern
   */
  static boolean @Nullable [] of(Task task, long known) {
    return new FewestCells(task).run(known);
  }

  private boolean @Nullable [] run(long known) {
    boolean whole = false;
    for (int round = 0; round < MOST_ROUNDS && asked < MOST_PROGRAMMES; round++) {
      double[] hidden = master(whole);
      if (hidden.length == 0 || cost(hidden) > known - 0.5) {
        return null;
      }
      int before = cuts.size();
      separate(hidden);
      if (cuts.size() == before) {
        if (whole) {
          boolean[] pattern = new boolean[hidden.length];
          for (int cell = 0; cell < pattern.length; cell++) {
            pattern[cell] = hidden[cell] > 0.5;
          }
          return pattern;
        }
        whole = true;
      }
    }
    return null;
  }

  private double cost(double[] hidden) {
    double sum = 0;
    for (int cell = 0; cell < hidden.length; cell++) {
      sum += hidden[cell] * task.cost()[cell];
    }
    return sum;
  }

  /** Separates violated inequalities, continuing where the last round stopped. */
  private void separate(double[] hidden) {
    int found = 0;
    for (int q = 0; q < questions.size() && found < CUTS_A_ROUND; q++) {
      asked++;
      int[] question = questions.get(next);
      next = (next + 1) % questions.size();
      int[] still = question[1] < 0 ? State.NOBODY : task.insiders().cells(question[1]);
      Cut cut = capacity.broken(question[0], still, hidden);
      if (cut != null) {
        cuts.add(cut);
        found++;
      }
    }
  }

  /** The cheapest pattern that satisfies all inequalities so far; empty if the solver gives up. */
  private double[] master(boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int cell : free) {
      Variable variable = model.newVariable("z" + cell).lower(0).upper(1);
      variable.weight(task.cost()[cell] / 10_000.0);
      variable.integer(whole);
    }
    int name = 0;
    for (Cut cut : cuts) {
      long left = cut.least();
      for (int cell = 0; cell < task.size(); cell++) {
        left -= task.must()[cell] ? cut.weights()[cell] : 0;
      }
      Expression row = model.newExpression("c" + name++).lower((double) left / cut.least());
      for (int i = 0; i < free.length; i++) {
        long weight = Math.min(cut.weights()[free[i]], left);
        if (weight > 0) {
          row.set(i, (double) weight / cut.least());
        }
      }
    }
    Effort.heedInterrupt();
    model.options.iterations_abort = MOST_STEPS;
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return new double[0];
    }
    double[] hidden = new double[task.size()];
    for (int cell = 0; cell < hidden.length; cell++) {
      hidden[cell] = task.must()[cell] ? 1 : 0;
    }
    for (int i = 0; i < free.length; i++) {
      double value = result.doubleValue(i);
      hidden[free[i]] = whole ? Math.rint(value) : Math.max(0, Math.min(1, value));
    }
    return hidden;
  }
}
