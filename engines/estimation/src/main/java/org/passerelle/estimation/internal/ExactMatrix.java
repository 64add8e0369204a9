package org.passerelle.estimation.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An integer matrix, each row known up to a positive factor; exact arithmetic. */
final class ExactMatrix {
  private static final BigInteger ZERO = BigInteger.ZERO;
  private final int columns;
  private final List<BigInteger[]> rows;

  private ExactMatrix(List<BigInteger[]> rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  static ExactMatrix of(int[][] values, int columns) {
    List<BigInteger[]> rows = new ArrayList<>();
    for (int[] row : values) {
      rows.add(Arrays.stream(row).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }
    return new ExactMatrix(rows, columns);
  }

  int rows() {
    return rows.size();
  }

  ExactMatrix times(ExactMatrix right) {
    List<BigInteger[]> product = new ArrayList<>();
    for (BigInteger[] row : rows) {
      BigInteger[] result = zeros(right.columns);
      for (int i = 0; i < columns; i++) {
        if (row[i].signum() != 0) {
          for (int c = 0; c < right.columns; c++) {
            result[c] = result[c].add(row[i].multiply(right.rows.get(i)[c]));
          }
        }
      }
      product.add(result);
    }
    return new ExactMatrix(product, right.columns);
  }

  /** Reduced row echelon form without zero rows; its number of rows is the rank. */
  ExactMatrix reduced() {
    List<BigInteger[]> work = new ArrayList<>();
    rows.forEach(row -> work.add(row.clone()));
    int rank = 0;
    for (int c = 0; c < columns && rank < work.size(); c++) {
      int pivot = rank;
      while (pivot < work.size() && work.get(pivot)[c].signum() == 0) {
        pivot++;
      }
      if (pivot == work.size()) {
        continue;
      }
      BigInteger[] lead = work.get(pivot);
      work.set(pivot, work.get(rank));
      work.set(rank, lead[c].signum() < 0 ? negated(lead) : lead);
      clearColumn(work, rank, c);
      rank++;
    }
    return new ExactMatrix(new ArrayList<>(work.subList(0, rank)), columns);
  }

  private static void clearColumn(List<BigInteger[]> work, int pivot, int c) {
    BigInteger[] lead = work.get(pivot);
    for (int r = 0; r < work.size(); r++) {
      if (r != pivot && work.get(r)[c].signum() != 0) {
        work.set(r, without(work.get(r), lead, c));
      }
    }
  }

  /** The row minus the multiple of the pivot row that clears column c; the pivot is positive. */
  private static BigInteger[] without(BigInteger[] row, BigInteger[] lead, int c) {
    BigInteger factor = row[c];
    BigInteger[] result = new BigInteger[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = row[i].multiply(lead[c]).subtract(lead[i].multiply(factor));
    }
    return shortened(result);
  }

  private static BigInteger[] shortened(BigInteger[] row) {
    BigInteger common = ZERO;
    for (BigInteger value : row) {
      common = common.gcd(value);
    }
    if (common.bitLength() > 1) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i].divide(common);
      }
    }
    return row;
  }

  private static BigInteger[] negated(BigInteger[] row) {
    return Arrays.stream(row).map(BigInteger::negate).toArray(BigInteger[]::new);
  }

  private static BigInteger[] zeros(int length) {
    BigInteger[] row = new BigInteger[length];
    Arrays.fill(row, ZERO);
    return row;
  }

  /** A basis of the vectors x with Mx = 0, one per row. */
  ExactMatrix nullSpace() {
    ExactMatrix echelon = reduced();
    int[] leads = new int[echelon.rows()];
    boolean[] isLead = new boolean[columns];
    BigInteger scale = BigInteger.ONE;
    for (int r = 0; r < leads.length; r++) {
      BigInteger[] row = echelon.rows.get(r);
      while (row[leads[r]].signum() == 0) {
        leads[r]++;
      }
      isLead[leads[r]] = true;
      BigInteger value = row[leads[r]];
      scale = scale.multiply(value.divide(scale.gcd(value)));
    }
    List<BigInteger[]> basis = new ArrayList<>();
    for (int f = 0; f < columns; f++) {
      if (isLead[f]) {
        continue;
      }
      BigInteger[] vector = zeros(columns);
      vector[f] = scale;
      for (int r = 0; r < leads.length; r++) {
        BigInteger[] row = echelon.rows.get(r);
        vector[leads[r]] = row[f].multiply(scale).divide(row[leads[r]]).negate();
      }
      basis.add(shortened(vector));
    }
    return new ExactMatrix(basis, columns);
  }

  /**
   * Whether Mz = 0 for some z that is positive everywhere. Scaled, z = 1 + y with y ≥ 0; the first
   * phase of the simplex method with Bland's rule looks for y.
   */
  boolean hasPositiveKernelVector() {
    List<BigInteger[]> tableau = new ArrayList<>();
    int[] basic = new int[rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      BigInteger[] row = Arrays.copyOf(rows.get(r), columns + 1);
      BigInteger right = ZERO;
      for (int c = 0; c < columns; c++) {
        right = right.subtract(row[c]);
      }
      row[columns] = right;
      tableau.add(right.signum() < 0 ? negated(row) : row);
      basic[r] = columns + r; // an artificial variable, which never returns
    }
    List<BigInteger> artificialScale = new ArrayList<>();
    rows.forEach(row -> artificialScale.add(BigInteger.ONE));
    return new FirstPhase(tableau, basic, artificialScale, columns).feasible();
  }

  /** Minimises the sum of the remaining artificial variables. */
  private record FirstPhase(
      List<BigInteger[]> tableau, int[] basic, List<BigInteger> scale, int columns) {
    boolean feasible() {
      while (true) {
        if (artificialSumIsZero()) {
          return true;
        }
        int entering = entering();
        if (entering < 0) {
          return false;
        }
        int leaving = leaving(entering);
        if (leaving < 0) {
          return false;
        }
        pivot(leaving, entering);
      }
    }

    private boolean artificialSumIsZero() {
      for (int r = 0; r < basic.length; r++) {
        if (basic[r] >= columns && tableau.get(r)[columns].signum() != 0) {
          return false;
        }
      }
      return true;
    }

    /** The first column with a positive sum over the rows of artificial variables. */
    private int entering() {
      for (int c = 0; c < columns; c++) {
        // the row of an artificial variable is known up to its own factor: sum as fractions
        BigInteger numerator = ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int r = 0; r < basic.length; r++) {
          if (basic[r] >= columns) {
            BigInteger s = scale.get(r);
            numerator = numerator.multiply(s).add(tableau.get(r)[c].multiply(denominator));
            denominator = denominator.multiply(s);
          }
        }
        if (numerator.signum() > 0) {
          return c;
        }
      }
      return -1;
    }

    /** The row of the smallest ratio; ties are broken by the smallest basic variable. */
    private int leaving(int entering) {
      int best = -1;
      for (int r = 0; r < basic.length; r++) {
        BigInteger[] row = tableau.get(r);
        if (row[entering].signum() <= 0) {
          continue;
        }
        if (best < 0) {
          best = r;
          continue;
        }
        BigInteger[] other = tableau.get(best);
        int order =
            row[columns]
                .multiply(other[entering])
                .compareTo(other[columns].multiply(row[entering]));
        if (order < 0 || (order == 0 && basic[r] < basic[best])) {
          best = r;
        }
      }
      return best;
    }

    private void pivot(int leaving, int entering) {
      BigInteger[] lead = tableau.get(leaving);
      basic[leaving] = entering;
      for (int r = 0; r < basic.length; r++) {
        BigInteger[] row = tableau.get(r);
        if (r == leaving || row[entering].signum() == 0) {
          continue;
        }
        BigInteger factor = row[entering];
        BigInteger[] result = new BigInteger[row.length];
        BigInteger own = scale.get(r).multiply(lead[entering]);
        BigInteger common = own;
        for (int c = 0; c < row.length; c++) {
          result[c] = row[c].multiply(lead[entering]).subtract(lead[c].multiply(factor));
          common = common.gcd(result[c]);
        }
        for (int c = 0; c < row.length; c++) {
          result[c] = result[c].divide(common);
        }
        tableau.set(r, result);
        scale.set(r, own.divide(common));
      }
    }
  }
}
