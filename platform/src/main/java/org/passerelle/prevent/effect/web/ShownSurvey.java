package org.passerelle.prevent.effect.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.QuestionResult;
import org.passerelle.prevent.effect.ShareDifference;
import org.passerelle.prevent.effect.Survey;

/**
 * A survey in words.
 *
 * @param by name of whoever entered this version
 */
public record ShownSurvey(Kept<Survey> survey, String by, List<Line> lines) {
  public ShownSurvey {
    lines = List.copyOf(lines);
  }

  /** A question with its shares and their difference. */
  public record Line(
      String question, String counts, String before, String after, String difference) {}

  static ShownSurvey of(Kept<Survey> survey, String by, Page page) {
    return new ShownSurvey(
        survey,
        by,
        survey.content().questions().stream()
            .map(question -> line(QuestionResult.of(question), page))
            .toList());
  }

  private static Line line(QuestionResult result, Page page) {
    Survey.Question question = result.question();
    return new Line(
        question.text(),
        page.text("effect.counts." + question.kind(), question.from()),
        share(result.before(), page),
        share(result.after(), page),
        difference(result, page));
  }

  private static String share(QuestionResult.@Nullable Share share, Page page) {
    if (share == null) {
      return page.text("effect.not-asked");
    }
    if (share.isSmall()) {
      return page.text("figures.fewer", SmallCells.THRESHOLD);
    }
    String asked = page.moments().number(share.asked());
    return share.isShown()
        ? page.text(
            "effect.share",
            tenths(share.counted() / (double) share.asked(), page),
            page.moments().number(share.counted()),
            asked)
        : page.text("effect.share.withheld", asked);
  }

  private static String difference(QuestionResult result, Page page) {
    ShareDifference difference = result.difference();
    if (difference != null) {
      return page.text(
          "effect.difference.is",
          tenths(difference.difference(), page),
          tenths(difference.lower(), page),
          tenths(difference.upper(), page));
    }
    return result.before() == null || result.after() == null
        ? page.text("effect.difference.none")
        : page.text("figures.withheld");
  }

  /** A share in percent, with one decimal and a true minus. */
  private static String tenths(double share, Page page) {
    BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
    return (percent.signum() < 0 ? "−" : "") + page.moments().fixed(percent.abs());
  }
}
