package org.passerelle.estimation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of one method. A number that does not exist is null, never NaN. Immutable.
 *
 * @param lists names of the lists
 * @param observed people seen
 * @param method method: stepwise, bic, dga, lcmcr, chao, coverage, loglinear
 * @param estimate total number of people, null if there is no estimate; {@code warnings} say why
 * @param lower lower limit of the interval
 * @param upper upper limit of the interval
 * @param level level of the interval
 * @param model the model's name, such as {@code [123,34,5]}
 * @param terms its interactions by the names of the lists
 * @param df degrees of freedom of the deviance
 * @param refusedModels desired models without an estimate, with the reason
 * @param details further results of the method by name: numbers, strings, lists and maps
 * @param seconds wall-clock duration
 */
public record Estimate(
    List<String> lists,
    long observed,
    String method,
    @Nullable Double estimate,
    @Nullable Double lower,
    @Nullable Double upper,
    double level,
    @Nullable String model,
    List<String> terms,
    @Nullable Double aic,
    @Nullable Double bic,
    @Nullable Double deviance,
    @Nullable Integer df,
    List<RefusedModel> refusedModels,
    List<Sentence> warnings,
    Map<String, Object> details,
    double seconds) {

  /** A model without an estimate. Code 1: none exists; 2: not identifiable; 3: both. */
  public record RefusedModel(String model, int code) {
    /** The reason in words. */
    public Sentence reason() {
      return Sentence.of("refused.code." + code);
    }
  }

  public Estimate {
    terms = List.copyOf(terms);
    refusedModels = List.copyOf(refusedModels);
    warnings = List.copyOf(warnings);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  Estimate withWarnings(List<Sentence> more) {
    List<Sentence> all = new ArrayList<>(more);
    all.addAll(warnings);
    return with(all, seconds);
  }

  /** A copy without the duration, for comparing two runs. */
  public Estimate timeless() {
    return with(warnings, 0);
  }

  private Estimate with(List<Sentence> said, double took) {
    return new Estimate(
        lists,
        observed,
        method,
        estimate,
        lower,
        upper,
        level,
        model,
        terms,
        aic,
        bic,
        deviance,
        df,
        refusedModels,
        said,
        details,
        took);
  }

  /** An estimate under construction. */
  static final class Draft {
    /** Details that say the number in other words, and go with it. */
    private static final Set<String> NUMBERS =
        Set.of(
            "mean",
            "mode",
            "quantiles",
            "bootstrapQuantiles",
            "standardError",
            "deltaSensitivity",
            "highestInteraction",
            "profileEstimate",
            "profileLower",
            "profileUpper");

    private final CaptureHistories table;
    private final String method;
    private final double level;
    private final long began;
    private @Nullable Double estimate;
    private @Nullable Double lower;
    private @Nullable Double upper;
    private @Nullable String model;
    private List<String> terms = List.of();
    private @Nullable Double aic;
    private @Nullable Double bic;
    private @Nullable Double deviance;
    private @Nullable Integer df;
    private final List<RefusedModel> refused = new ArrayList<>();
    private final List<Sentence> warnings = new ArrayList<>();
    private final Map<String, Object> details = new LinkedHashMap<>();

    Draft(CaptureHistories table, String method, double level, long began) {
      this.table = table;
      this.method = method;
      this.level = level;
      this.began = began;
    }

    Draft estimate(double value) {
      estimate = finite(value);
      return this;
    }

    Draft interval(double from, double to) {
      lower = finite(from);
      upper = finite(to);
      return this;
    }

    Draft model(@Nullable String name, List<String> interactions) {
      model = name;
      terms = interactions;
      return this;
    }

    Draft fit(double aicValue, double bicValue, double devianceValue, int freedom) {
      aic = finite(aicValue);
      bic = finite(bicValue);
      deviance = finite(devianceValue);
      df = freedom;
      return this;
    }

    Draft refused(String name, int code) {
      refused.add(new RefusedModel(name, code));
      return this;
    }

    Draft warning(String key, Object... arguments) {
      Sentence sentence = Sentence.of("warning." + key, arguments);
      if (!warnings.contains(sentence)) {
        warnings.add(sentence);
      }
      return this;
    }

    Draft detail(String name, Object value) {
      if (value instanceof Double number && finite(number) == null) {
        return this;
      }
      details.put(name, value);
      return this;
    }

    /** Withdraws the number, with the reason. */
    Draft none(String key, Object... arguments) {
      estimate = null;
      lower = null;
      upper = null;
      return warning(key, arguments);
    }

    Estimate done() {
      if (estimate == null) {
        details.keySet().removeAll(NUMBERS);
      }
      return new Estimate(
          table.lists(),
          table.observed(),
          method,
          estimate,
          lower,
          upper,
          level,
          model,
          terms,
          aic,
          bic,
          deviance,
          df,
          refused,
          warnings,
          details,
          (System.nanoTime() - began) / 1e9);
    }

    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? (Double) value : null;
    }
  }
}
