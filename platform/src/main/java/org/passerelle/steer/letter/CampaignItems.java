package org.passerelle.steer.letter;

import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.QuestionResult;
import org.passerelle.prevent.effect.ShareDifference;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.wording.ToldCampaign;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.CampaignSource;
import org.passerelle.storage.Sha256;

/**
 * Campaigns of the months of an issue as an edition tells of them. What they reached stands with
 * its source and method and is never added up; what was asked before and after is association
 * alone. For one edition.
 */
final class CampaignItems {
  private static final String TYPE = "campaigns";
  private static final int MONTHS = 3;
  private final Reading read;
  private final CampaignSource source;

  CampaignItems(Reading read, CampaignSource source) {
    this.read = read;
    this.source = source;
  }

  /** The blocks of an issue that show campaigns. */
  static List<Entry> blocks(Facts facts, Entry letter) {
    return Composer.blocks(facts, letter).stream()
        .filter(block -> block.text("type").equals(TYPE))
        .toList();
  }

  /** The first day of the months of which an issue tells: where its calendar begins. */
  static LocalDate from(Facts facts, Entry letter) {
    LocalDate from = CalendarSplit.from(facts, letter);
    LocalDate issued = CalendarSplit.issued(letter);
    return from.isBefore(issued) ? from : issued.minusMonths(MONTHS);
  }

  /** The last day of them: the one before the issue. */
  static LocalDate until(Entry letter) {
    return CalendarSplit.issued(letter).minusDays(1);
  }

  /** The campaigns of which an issue tells. */
  static List<ToldCampaign> of(CampaignSource source, Facts facts, Entry letter) {
    return source.between(from(facts, letter), until(letter));
  }

  /**
   * Digest of all that an issue could show of campaigns, for whoever keeps what was made of it;
   * empty if it shows none.
   */
  static String state(CampaignSource source, Facts facts, Entry letter) {
    return blocks(facts, letter).isEmpty() ? "" : Sha256.of(of(source, facts, letter).toString());
  }

  Body of() {
    return new Body.Campaigns(
        of(source, read.facts(), read.letter()).stream().map(this::campaign).toList());
  }

  private Body.Campaign campaign(ToldCampaign campaign) {
    CampaignSheet sheet = campaign.sheet();
    List<Body.Row> rows = new ArrayList<>();
    rows.add(row("audience", said(campaign, sheet.audience())));
    rows.add(row("places", joined(places(sheet), said(campaign, sheet.areas()))));
    rows.add(row("channels", joined(channels(sheet), said(campaign, sheet.channelWords()))));
    return new Body.Campaign(
        said(campaign, sheet.title()),
        days(sheet.from(), sheet.until()),
        rows,
        campaign.reached().stream().map(draft -> reached(campaign, draft)).toList(),
        campaign.surveys().stream()
            .flatMap(
                survey ->
                    campaign.chosen(survey).stream().map(result -> asked(campaign, survey, result)))
            .toList());
  }

  private Body.Row row(String name, String value) {
    return new Body.Row(read.word("campaigns." + name), value);
  }

  private String said(ToldCampaign campaign, String text) {
    if (text.isEmpty()) {
      return "";
    }
    // what nobody wrote is visible as missing
    return campaign.wording().has(text)
        ? read.text(campaign.in(text))
        : "⟦" + read.language().key() + "⟧";
  }

  private static String joined(String first, String second) {
    return second.isEmpty() ? first : first + " – " + second;
  }

  private String places(CampaignSheet sheet) {
    return String.join(", ", read.sorted(sheet.countries().stream().map(this::country).toList()));
  }

  /** A country outside the register is named as it is in general. */
  private String country(String code) {
    String name = read.country(code, false);
    return name.equals(code)
        ? ULocale.getDisplayCountry("und-" + code, ULocale.forLocale(read.language().locale()))
        : name;
  }

  private String channels(CampaignSheet sheet) {
    return sheet.channels().stream()
        .map(channel -> read.said("campaign.channel." + channel))
        .collect(Collectors.joining(", "));
  }

  private String days(LocalDate from, LocalDate until) {
    return read.dates().between(PartialDate.of(from), PartialDate.of(until), 0);
  }

  private Body.Told reached(ToldCampaign campaign, Reach.Draft draft) {
    return new Body.Told(
        read.word(
            "campaigns.reach",
            read.said("campaign.channel." + draft.channel()),
            read.said("campaign.unit.is." + draft.unit(), draft.number()),
            days(draft.from(), draft.until())),
        read.word(
            "campaigns.source", said(campaign, draft.source()), said(campaign, draft.method())));
  }

  private Body.Told asked(ToldCampaign campaign, Survey survey, QuestionResult result) {
    return new Body.Told(
        read.word(
                "campaigns.asked",
                said(campaign, result.question().text()),
                read.word("campaigns.counts." + result.question().kind(), result.question().from()),
                share(result.before()),
                share(result.after()))
            + " "
            + difference(result.difference()),
        read.word("campaigns.survey", said(campaign, survey.source()))
            + (survey.people().equals("others") ? "" : " " + read.word("campaigns.rough")));
  }

  private String share(QuestionResult.@Nullable Share share) {
    return share == null
        ? ""
        : read.word(
            "campaigns.share",
            tenths(share.share()),
            read.numbers().of(BigDecimal.valueOf(share.asked()), ""));
  }

  private String difference(@Nullable ShareDifference difference) {
    return difference == null
        ? ""
        : read.word(
            "campaigns.difference",
            tenths(difference.difference()),
            tenths(difference.lower()),
            tenths(difference.upper()));
  }

  /** A share in percent, with one decimal at most and a true minus. */
  private String tenths(double share) {
    BigDecimal percent = QuestionResult.percent(share);
    return (percent.signum() < 0 ? "−" : "") + read.numbers().of(percent.abs(), "");
  }
}
