package org.passerelle.steer.release;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.disclosure.Policy;

/**
 * How figures of a release are protected. None is weaker than the usual one, so that no choice
 * shows a number that another release had to hide.
 */
public enum ReleasePolicy {
  /** Counts from 1 to 9 are hidden; a hidden count keeps six possible values. */
  USUAL(Policy.USUAL),

  /** The same threshold; a hidden count keeps ten possible values. */
  WIDER(new Policy(Policy.Method.SUPPRESSION, 10, 9, true, true, 5)),

  /** Counts from 1 to 19 are hidden; a hidden count keeps eleven possible values. */
  STRICTER(new Policy(Policy.Method.SUPPRESSION, 20, 10, true, true, 5)),

  /** Every count is rounded to a neighbouring multiple of ten, and none is hidden. */
  ROUNDED(new Policy(Policy.Method.ROUNDING, 10, 5, true, true, 10));

  private static final int MOST_ROUNDED = 150;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Policy policy;

  ReleasePolicy(Policy policy) {
    this.policy = policy;
  }

  /** All of them, the usual one first. */
  public static List<ReleasePolicy> all() {
    return List.of(values());
  }

  /** The one with this code. */
  public static Optional<ReleasePolicy> find(String code) {
    return all().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** The one under which figures were protected; empty for a policy of another version. */
  public static Optional<ReleasePolicy> of(Policy policy) {
    return all().stream()
        .filter(
            one ->
                one.policy.method() == policy.method()
                    && one.policy.threshold() == policy.threshold()
                    && one.policy.width() == policy.width())
        .findFirst();
  }

  /** As in addresses and in keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For the engine. */
  public Policy policy() {
    return policy;
  }

  /**
   * How many figures tables may have together. Of rounded ones each is attacked, also zeros, which
   * takes minutes for a table of all citizenships.
   */
  int mostFigures() {
    return policy.method() == Policy.Method.ROUNDING ? MOST_ROUNDED : Integer.MAX_VALUE;
  }

  /** Caveat in files for programs; pages have their own words. */
  String caveat() {
    return "Counts who was found, not who is exploited. "
        + (policy.method() == Policy.Method.ROUNDING
            ? "Counts are rounded to neighbouring multiples of %d.".formatted(policy.base())
            : "Counts from 1 to %d are hidden, and others with them."
                .formatted(policy.threshold() - 1));
  }
}
