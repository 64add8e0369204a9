package org.passerelle.steer.programme.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Values;

/**
 * An indicator as a bar chart: baseline, actual values, and the target as a line. Zero has a bar
 * without length and the digit 0; an unknown value has no bar and is marked as unknown.
 *
 * @param title title of the indicator
 * @param unit unit in words
 * @param bars bars, starting with the baseline
 * @param target position of the target line, or null
 * @param sentence text alternative
 */
public record Chart(
    String title,
    String href,
    String unit,
    List<Bar> bars,
    @Nullable Line target,
    String sentence,
    List<String> sources) {
  /** Width of the longest bar. */
  private static final int WIDTH = 220;

  public Chart {
    bars = List.copyOf(bars);
    sources = List.copyOf(sources);
  }

  /**
   * A value.
   *
   * @param width width of its bar
   */
  public record Bar(String word, String value, int width, boolean baseline) {}

  /** The target. */
  public record Line(String word, int at) {}

  static Chart of(Entry indicator, ProgrammeWords words, Page page) {
    BigDecimal most = BigDecimal.ONE;
    for (Values actual : indicator.rows("actuals")) {
      most = most.max(actual.decimal("value").orElse(BigDecimal.ZERO));
    }
    most = most.max(indicator.decimal("target").orElse(BigDecimal.ZERO));
    most = most.max(indicator.decimal("baseline").orElse(BigDecimal.ZERO));
    List<Bar> bars = new ArrayList<>();
    List<String> told = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    Optional<BigDecimal> baseline = indicator.decimal("baseline");
    if (baseline.isPresent()) {
      String year = indicator.text("baseline-year");
      bars.add(bar(page.text("programme.baseline", year), baseline.get(), most, true, words));
    }
    for (Values actual : indicator.rows("actuals")) {
      Optional<BigDecimal> value = actual.decimal("value");
      if (value.isPresent()) {
        bars.add(bar(words.date(actual, "period"), value.get(), most, false, words));
      }
      String source = words.text(actual, "source");
      if (!source.isEmpty() && !sources.contains(source)) {
        sources.add(source);
      }
    }
    bars.forEach(bar -> told.add(page.text("programme.told", bar.word(), bar.value())));
    Line target = null;
    Optional<BigDecimal> aim = indicator.decimal("target");
    if (aim.isPresent()) {
      String word =
          indicator.has("target-year")
              ? page.text(
                  "programme.target.in", words.number(aim.get()), indicator.text("target-year"))
              : page.text("programme.target", words.number(aim.get()));
      target = new Line(word, width(aim.get(), most));
      told.add(word);
    } else {
      told.add(page.text("programme.no-target"));
    }
    if (bars.stream().allMatch(Bar::baseline)) {
      told.add(page.text("programme.no-value"));
    }
    return new Chart(
        words.name(indicator),
        indicator.href(),
        words.code(indicator, "unit"),
        bars,
        target,
        String.join("; ", told),
        sources);
  }

  private static Bar bar(
      String word, BigDecimal value, BigDecimal most, boolean baseline, ProgrammeWords words) {
    return new Bar(word, words.number(value), width(value, most), baseline);
  }

  private static int width(BigDecimal value, BigDecimal most) {
    return value
        .max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(WIDTH))
        .divide(most, 0, RoundingMode.HALF_UP)
        .intValue();
  }

  /** Height of the chart. */
  public int height() {
    return Math.max(1, bars.size()) * 26 + (target == null ? 4 : 24);
  }
}
