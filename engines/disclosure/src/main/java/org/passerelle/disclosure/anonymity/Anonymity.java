package org.passerelle.disclosure.anonymity;

import java.util.Arrays;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Records;

/**
 * Requirements for every group of indistinguishable records (Sweeney 2002; Machanavajjhala and
 * others 2007; Li and others 2007).
 *
 * @param k minimum number of records in a group, from 2
 * @param sensitive index of the sensitive variable; −1 for none. All others are quasi-identifiers
 * @param l minimum number of different sensitive values in a group, from 1
 * @param t maximum difference between the distribution of sensitive values in a group and overall:
 *     half the sum of the absolute differences of shares, from 0 to 1; 1 disables it
 */
public record Anonymity(int k, int sensitive, int l, double t) {
  public Anonymity {
    if (k < 2 || l < 1 || t < 0 || t > 1 || (sensitive < 0 && (l > 1 || t < 1))) {
      throw new BadRelease(
          "k is %d, l %d, t %s, sensitive %d: k from 2, l from 1, t from 0 to 1 are expected, l and t with a sensitive variable."
              .formatted(k, l, t, sensitive));
    }
  }

  /** k-anonymity without a sensitive variable. */
  public static Anonymity of(int k) {
    return new Anonymity(k, -1, 1, 1);
  }

  /** The distribution of sensitive values in a range of records. */
  int[] values(Records records, int[] some, int from, int to) {
    if (sensitive < 0) {
      return new int[0];
    }
    int[] many = new int[records.release().variables().get(sensitive).tree().size()];
    for (int i = from; i < to; i++) {
      many[records.node(sensitive, some[i])]++;
    }
    return many;
  }

  /**
   * Whether a group satisfies the requirements.
   *
   * @param values distribution of its sensitive values
   * @param all distribution in all records
   */
  boolean holds(int size, int[] values, int[] all) {
    if (size < k) {
      return false;
    }
    if (sensitive < 0) {
      return true;
    }
    if (Arrays.stream(values).filter(many -> many > 0).count() < l) {
      return false;
    }
    double whole = Arrays.stream(all).sum();
    double apart = 0;
    for (int v = 0; v < values.length; v++) {
      apart += Math.abs((double) values[v] / size - all[v] / whole);
    }
    return apart / 2 <= t + 1e-12;
  }
}
