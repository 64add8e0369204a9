package org.passerelle.disclosure.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programme of a component: minimum and maximum of a cell. Its result is accepted as
 * certain only if it is an integer table that {@link Part#fits}. Each query builds a new model,
 * because the library carries simplifications for one bound over to the next.
 */
final class Program {
  private static final int MOST_STEPS = 50_000;
  private final Part part;
  private final long[] low;
  private final long[] high;

  /**
   * An end of a cell's interval.
   *
   * @param value bound that no integer can exceed; rounded inwards
   * @param world fitting integer table that reaches it, or null
   */
  record End(long value, long @Nullable [] world) {}

  Program(Part part) {
    this.part = part;
    low = part.low.clone();
    high = part.high.clone();
  }

  /** Fixes a cell at a value; {@link #releaseAll} releases all. */
  void hold(int i, long value) {
    low[i] = value;
    high[i] = value;
  }

  void releaseAll() {
    System.arraycopy(part.low, 0, low, 0, low.length);
    System.arraycopy(part.high, 0, high, 0, high.length);
  }

  private ExpressionsBasedModel model(boolean whole) {
    Effort.heedInterrupt();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[low.length];
    for (int i = 0; i < low.length; i++) {
      variables[i] = model.newVariable("x" + i).lower(low[i]).integer(whole);
      if (high[i] < CellSystem.MUCH / 2) {
        variables[i].upper(high[i]);
      }
    }
    int name = 0;
    for (Part.Equation equation : part.equations) {
      Expression row = model.newExpression("e" + name++).level(equation.right());
      for (int i = 0; i < equation.cells().length; i++) {
        row.set(variables[equation.cells()[i]], equation.signs()[i]);
      }
    }
    model.options.iterations_abort = MOST_STEPS;
    return model;
  }

  /** The maximum (up) or minimum of a cell; null if nothing fits. */
  @Nullable End end(int i, boolean up) {
    ExpressionsBasedModel model = model(false);
    model.getVariable(i).weight(up ? -1 : 1);
    Optimisation.Result result = model.minimise();
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      return new End(up ? high[i] : low[i], null);
    }
    if (!result.getState().isFeasible()) {
      return null;
    }
    double reached = result.doubleValue(i);
    long value = (long) (up ? Math.floor(reached + 1e-6) : Math.ceil(reached - 1e-6));
    long[] world = world(result);
    return new End(value, world != null && world[i] == value ? world : null);
  }

  /**
   * A fitting table with as many cells as possible away from their minimum, up to a width, so that
   * others can be reached from it; null if it is not integer.
   */
  long @Nullable [] roomy(long width) {
    ExpressionsBasedModel model = model(false);
    for (int i = 0; i < low.length; i++) {
      long most = Math.min(width, high[i] - low[i]);
      Variable room = model.newVariable("s" + i).lower(0).upper(most).weight(-1);
      Expression row = model.newExpression("r" + i).lower(low[i]);
      row.set(model.getVariable(i), 1).set(room, -1);
    }
    Optimisation.Result result = model.minimise();
    return result.getState().isFeasible() ? world(result) : null;
  }

  private long @Nullable [] world(Optimisation.Result result) {
    long[] world = new long[low.length];
    Arrays.setAll(world, v -> Math.round(result.doubleValue(v)));
    return part.fits(world) ? world : null;
  }

  /**
   * A fitting integer table with a cell between two values; null if none was found within the
   * permitted steps, which does not prove that there is none.
   */
  long @Nullable [] whole(int i, long least, long most) {
    ExpressionsBasedModel model = model(true);
    model.getVariable(i).lower(least).upper(most);
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return null;
    }
    long[] world = world(result);
    return world != null && world[i] >= least && world[i] <= most ? world : null;
  }
}
