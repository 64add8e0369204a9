package org.passerelle.network.report;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A measure of all actors.
 *
 * @param name name in files
 * @param values values by actor index: a number, a boolean, a text, or null if undefined
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
