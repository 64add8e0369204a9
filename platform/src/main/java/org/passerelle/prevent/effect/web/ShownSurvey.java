package org.passerelle.prevent.effect.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.prevent.effect.Kept;
import org.passerelle.prevent.effect.QuestionResult;
import org.passerelle.prevent.effect.ShareDifference;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.effect.SurveyComparison;

/**
 * A survey in words.
 *
 * @param by name of whoever entered this version
 * @param changes what it says of the questions of the version before; none if that is not asked
 */
public record ShownSurvey(Kept<Survey> survey, String by, List<Line> lines, List<String> changes) {
  public ShownSurvey {
    lines = List.copyOf(lines);
    changes = List.copyOf(changes);
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
            .toList(),
        List.of());
  }

  /** The same with what it says of the questions of the version before. */
  ShownSurvey after(Kept<Survey> before, Page page) {
    return new ShownSurvey(
        survey,
        by,
        lines,
        SurveyComparison.of(before.content(), survey.content()).changes().stream()
            .map(change -> said(change, page))
            .toList());
  }

  private static String said(SurveyComparison.Change change, Page page) {
    QuestionResult before = change.before();
    QuestionResult now = change.now();
    String key = "effect.compared." + change.how().name().toLowerCase(Locale.ROOT);
    return before == null || now == null
        ? page.text(key, change.question())
        : page.text(
            key,
            change.question(),
            share(before.before(), page),
            share(now.before(), page),
            share(before.after(), page),
            share(now.after(), page));
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
            tenths(share.share(), page),
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
    BigDecimal percent = QuestionResult.percent(share);
    return (percent.signum() < 0 ? "−" : "") + page.moments().fixed(percent.abs());
  }
}
