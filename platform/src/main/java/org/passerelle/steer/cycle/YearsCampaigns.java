package org.passerelle.steer.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.QuestionResult;
import org.passerelle.prevent.effect.ShareDifference;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.wording.CampaignWordings;
import org.passerelle.prevent.wording.ToldCampaign;
import org.springframework.stereotype.Component;

/**
 * Campaigns of a year as a report or a programme tells of them. What they reached stands with its
 * source and method and is never added up; what was asked before and after is association alone.
 * Texts stand as they were written for letters, otherwise as they were entered. Thread-safe.
 */
@Component
class YearsCampaigns {
  private final CampaignWordings wordings;

  YearsCampaigns(CampaignWordings wordings) {
    this.wordings = wordings;
  }

  /** The section in the words of a language; what it tells is read once for all of them. */
  Function<DraftWords, String> of(boolean report, int year) {
    List<ToldCampaign> ran =
        new ArrayList<>(wordings.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    // the list begins with what ends last
    Collections.reverse(ran);
    return words -> told(words, report, ran);
  }

  private static String told(DraftWords words, boolean report, List<ToldCampaign> ran) {
    if (ran.isEmpty()) {
      return words.text("cycle.draft.no-campaign");
    }
    List<String> lines = new ArrayList<>();
    boolean reached = false;
    boolean asked = false;
    for (ToldCampaign one : ran) {
      CampaignSheet sheet = one.sheet();
      lines.add(
          words.line(said(words, one, sheet.title()), period(words, sheet.from(), sheet.until())));
      if (report) {
        one.reached().forEach(draft -> lines.add(reach(words, one, draft)));
        if (one.reached().isEmpty()) {
          lines.add(words.text("cycle.draft.no-reach"));
        }
        List<String> answers = answers(words, one);
        lines.addAll(answers);
        reached |= !one.reached().isEmpty();
        asked |= !answers.isEmpty();
      }
    }
    StringBuilder told = new StringBuilder(String.join("\n", lines));
    if (reached) {
      told.append("\n\n").append(words.text("cycle.draft.reach-not-effect"));
    }
    if (asked) {
      told.append("\n\n").append(words.text("cycle.draft.association"));
    }
    return told.toString();
  }

  private static String said(DraftWords words, ToldCampaign campaign, String text) {
    return campaign.in(text).byLanguage().getOrDefault(words.texts().language().key(), text);
  }

  private static String reach(DraftWords words, ToldCampaign campaign, Reach.Draft draft) {
    return words.text(
        "cycle.draft.reach",
        words.text("campaign.channel." + draft.channel()),
        words.text("campaign.unit.is." + draft.unit(), draft.number()),
        period(words, draft.from(), draft.until()),
        said(words, campaign, draft.source()),
        said(words, campaign, draft.method()));
  }

  /** Questions chosen for letters, with what was answered before and after. */
  private static List<String> answers(DraftWords words, ToldCampaign campaign) {
    return campaign.surveys().stream()
        .flatMap(
            survey ->
                campaign.chosen(survey).stream()
                    .flatMap(result -> answer(words, campaign, survey, result).stream()))
        .toList();
  }

  private static Optional<String> answer(
      DraftWords words, ToldCampaign campaign, Survey survey, QuestionResult result) {
    QuestionResult.Share before = result.before();
    QuestionResult.Share after = result.after();
    ShareDifference difference = result.difference();
    if (before == null || after == null || difference == null) {
      return Optional.empty();
    }
    return Optional.of(
        words.text(
            "cycle.draft.asked",
            said(words, campaign, result.question().text()),
            percent(words, before.share()),
            words.moments().number(before.asked()),
            percent(words, after.share()),
            words.moments().number(after.asked()),
            percent(words, difference.difference()),
            percent(words, difference.lower()),
            percent(words, difference.upper()),
            said(words, campaign, survey.source())));
  }

  private static String percent(DraftWords words, double share) {
    BigDecimal percent = QuestionResult.percent(share);
    return (percent.signum() < 0 ? "−" : "") + words.moments().fixed(percent.abs());
  }

  private static String period(DraftWords words, LocalDate from, LocalDate until) {
    return from.equals(until)
        ? words.moments().date(from)
        : words.text("campaign.period.is", words.moments().date(from), words.moments().date(until));
  }
}
