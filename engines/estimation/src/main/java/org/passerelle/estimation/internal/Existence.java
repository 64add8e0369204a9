package org.passerelle.estimation.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides exactly whether the extended maximum likelihood estimate of a model exists on a table
 * (Fienberg and Rinaldo 2012) and is unique.
 *
 * <p>Both depend on the table only through which of its cells are zero. Let {@code X} be the design
 * on the histories without a dead term. If the rows of the positive cells have full column rank,
 * both hold; that is proven over GF(2) or modulo a prime, since a rank there is never above the
 * rational one. Only if neither proves it, the null space and a small linear programme are computed
 * in rational arithmetic, and cached by zero pattern and model.
 *
 * <p>Not thread-safe.
 */
public final class Existence {
  public static final int FINE = 0;
  public static final int NO_ESTIMATE = 1;
  public static final int NOT_IDENTIFIABLE = 2;
  private static final long PRIME = 2147483647L;
  private static final int MOST_REMEMBERED = 200_000;

  private final int size;
  private final Map<Question, Integer> remembered = new HashMap<>();
  private final long[] pivots = new long[64];
  private final int[] liveTerms;
  private final boolean[] removed;
  private int live;

  public Existence(int lists) {
    size = 1 << lists;
    liveTerms = new int[size];
    removed = new boolean[size];
  }

  /** 0 fine; 1 no extended estimate; 2 not identifiable; 3 both. */
  public int code(double[] counts, double[] sums, int[] terms, int p) {
    prepare(sums, terms, p);
    if (live <= 64 && fullRankModuloTwo(counts)) {
      return FINE;
    }
    Question question = new Question(counts, terms, p);
    Integer known = remembered.get(question);
    if (known != null) {
      return known;
    }
    int code = fullRankModuloPrime(counts) ? FINE : exact(counts);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(question, code);
    }
    return code;
  }

  private void prepare(double[] sums, int[] terms, int p) {
    live = 0;
    Arrays.fill(removed, false);
    removed[0] = true;
    for (int i = 0; i < p; i++) {
      int term = terms[i];
      if (sums[term] > 0) {
        liveTerms[live++] = term;
      } else {
        for (int cell = term; cell < size; cell = (cell + 1) | term) {
          removed[cell] = true;
        }
      }
    }
  }

  private boolean fullRankModuloTwo(double[] counts) {
    Arrays.fill(pivots, 0, live, 0);
    int rank = 0;
    for (int cell = 1; cell < size; cell++) {
      if (!(counts[cell] > 0)) {
        continue;
      }
      long row = 0;
      for (int i = 0; i < live; i++) {
        if ((liveTerms[i] & ~cell) == 0) {
          row |= 1L << i;
        }
      }
      while (row != 0) {
        int lead = 63 - Long.numberOfLeadingZeros(row);
        if (pivots[lead] == 0) {
          pivots[lead] = row;
          rank++;
          break;
        }
        row ^= pivots[lead];
      }
      if (rank == live) {
        return true;
      }
    }
    return false;
  }

  private boolean fullRankModuloPrime(double[] counts) {
    long[][] basis = new long[live][];
    int rank = 0;
    for (int cell = 1; cell < size && rank < live; cell++) {
      if (!(counts[cell] > 0)) {
        continue;
      }
      long[] row = new long[live];
      for (int i = 0; i < live; i++) {
        row[i] = (liveTerms[i] & ~cell) == 0 ? 1 : 0;
      }
      for (int i = 0; i < live; i++) {
        if (row[i] == 0) {
          continue;
        }
        long[] pivot = basis[i];
        if (pivot == null) {
          basis[i] = scaled(row, i);
          rank++;
          break;
        }
        long factor = PRIME - row[i];
        for (int k = i; k < live; k++) {
          row[k] = (row[k] + factor * pivot[k]) % PRIME;
        }
      }
    }
    return rank == live;
  }

  private static long[] scaled(long[] row, int lead) {
    long inverse = 1;
    long power = row[lead];
    for (long e = PRIME - 2; e > 0; e >>= 1) {
      if ((e & 1) != 0) {
        inverse = inverse * power % PRIME;
      }
      power = power * power % PRIME;
    }
    for (int k = lead; k < row.length; k++) {
      row[k] = row[k] * inverse % PRIME;
    }
    return row;
  }

  /**
   * With {@code B} a basis of the parameters that all positive cells leave free, and {@code D} the
   * values of {@code XB} on the zero cells: the model is identifiable iff {@code D} has full column
   * rank, and the estimate exists iff some {@code z > 0} has {@code Dᵀz = 0} (Stiemke 1915).
   */
  private int exact(double[] counts) {
    int[] terms = Arrays.copyOf(liveTerms, live);
    int[] positive = cells(counts, true);
    int[] zero = cells(counts, false);
    int[][] design = new int[positive.length][live];
    for (int r = 0; r < positive.length; r++) {
      for (int i = 0; i < live; i++) {
        design[r][i] = (terms[i] & ~positive[r]) == 0 ? 1 : 0;
      }
    }
    ExactMatrix free = ExactMatrix.of(design, live).nullSpace();
    if (free.rows() == 0) {
      return FINE;
    }
    int[][] inCell = new int[live][zero.length];
    for (int i = 0; i < live; i++) {
      for (int c = 0; c < zero.length; c++) {
        inCell[i][c] = (terms[i] & ~zero[c]) == 0 ? 1 : 0;
      }
    }
    ExactMatrix values = free.times(ExactMatrix.of(inCell, zero.length)).reduced();
    int code = values.rows() < free.rows() ? NOT_IDENTIFIABLE : FINE;
    return values.hasPositiveKernelVector() ? code : code | NO_ESTIMATE;
  }

  private int[] cells(double[] counts, boolean positive) {
    int[] found = new int[size];
    int k = 0;
    for (int cell = 1; cell < size; cell++) {
      if (!removed[cell] && counts[cell] > 0 == positive) {
        found[k++] = cell;
      }
    }
    return Arrays.copyOf(found, k);
  }

  /** The zero pattern of the cells, and the terms of the model. */
  private static final class Question {
    private final long[] pattern;
    private final int[] terms;
    private final int hash;

    Question(double[] counts, int[] model, int p) {
      pattern = new long[(counts.length + 63) / 64];
      for (int cell = 1; cell < counts.length; cell++) {
        if (counts[cell] > 0) {
          pattern[cell >> 6] |= 1L << cell;
        }
      }
      terms = Arrays.copyOf(model, p);
      Arrays.sort(terms);
      hash = 31 * Arrays.hashCode(pattern) + Arrays.hashCode(terms);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Question q
          && Arrays.equals(q.pattern, pattern)
          && Arrays.equals(q.terms, terms);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
