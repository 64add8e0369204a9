package org.passerelle.disclosure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A connected component of open cells with its own numbering, and the equations between them: the
 * sum of {@code signs × cells} is {@code right}.
 */
final class Part {
  final int[] cells;
  final long[] low;
  final long[] high;
  final List<Equation> equations = new ArrayList<>();

  /** Above this size, a programme takes minutes. */
  private static final int MOST_FOR_PROGRAMMES = 800;

  record Equation(int[] cells, int[] signs, long right) {}

  Part(CellSystem system, int[] cells) {
    this.cells = cells;
    low = Arrays.stream(cells).mapToLong(system::low).toArray();
    high = Arrays.stream(cells).mapToLong(system::high).toArray();
    int[] sums =
        Arrays.stream(cells)
            .flatMap(cell -> Arrays.stream(system.sumsOf(cell)))
            .sorted()
            .distinct()
            .toArray();
    for (int s : sums) {
      equations.add(equation(system, system.sums().get(s)));
    }
  }

  private Equation equation(CellSystem system, int[] sum) {
    int[] local = new int[sum.length];
    int[] signs = new int[sum.length];
    int many = 0;
    long right = 0;
    for (int i = 0; i < sum.length; i++) {
      int sign = i == 0 ? -1 : 1;
      if (system.isOpen(sum[i])) {
        local[many] = place(sum[i]);
        signs[many++] = sign;
      } else {
        right -= sign * system.low(sum[i]);
      }
    }
    return new Equation(Arrays.copyOf(local, many), Arrays.copyOf(signs, many), right);
  }

  /** Whether it is too large for programmes: what exchanges do not prove stays unproven. */
  boolean isTooLarge() {
    return cells.length > MOST_FOR_PROGRAMMES;
  }

  int place(int cell) {
    return Arrays.binarySearch(cells, cell);
  }

  /** Whether values, in this part's numbering, satisfy its equations and bounds. */
  boolean fits(long[] values) {
    for (int i = 0; i < cells.length; i++) {
      if (values[i] < low[i] || values[i] > high[i]) {
        return false;
      }
    }
    for (Equation equation : equations) {
      long sum = 0;
      for (int i = 0; i < equation.cells().length; i++) {
        sum += equation.signs()[i] * values[equation.cells()[i]];
      }
      if (sum != equation.right()) {
        return false;
      }
    }
    return true;
  }
}
