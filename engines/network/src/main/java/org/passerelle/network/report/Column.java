package org.passerelle.network.report;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A measure of every actor.
 *
 * @param name as written in files
 * @param values of each actor by its number: a number, a truth, a text, or null where it has no
 *     value
 */
public record Column(String name, IntFunction<@Nullable Object> values) {
  static Column of(String name, double[] values) {
    return new Column(name, v -> Double.isFinite(values[v]) ? values[v] : null);
  }

  static Column of(String name, int[] values) {
    return new Column(name, v -> values[v]);
  }

  static Column of(String name, boolean[] values) {
    return new Column(name, v -> values[v]);
  }
}
