package org.passerelle.protect.care.catalogue.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.care.catalogue.AskedService;
import org.passerelle.protect.care.catalogue.CareService;
import org.passerelle.protect.care.catalogue.Catalogue;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;

/**
 * Services that fit a search.
 *
 * @param file for whom one is looked for, or null
 * @param own whether only one's own organisation's are shown
 * @param keeps whether the reader keeps them
 */
public record CataloguePage(
    @Nullable Case file,
    CareService.Search search,
    List<CareService.Line> lines,
    boolean own,
    boolean keeps,
    CaseWords words) {
  public CataloguePage {
    lines = List.copyOf(lines);
  }

  /** Whether more fit than are shown. */
  public boolean more() {
    return lines.size() >= Catalogue.MOST;
  }

  /** Address of an entry, with the case it is looked for. */
  public String at(UUID entry) {
    return "/protect/catalogue/" + entry + (file == null ? "" : "?case=" + file.id());
  }

  /** Age that was asked for. */
  public String age() {
    Integer age = search.age();
    return age == null ? "" : age.toString();
  }

  /** The ages that a service takes. */
  public static String ages(@Nullable Integer from, @Nullable Integer until, Page page) {
    if (from == null) {
      return until == null
          ? page.text("catalogue.ages.any")
          : page.text("catalogue.ages.until", until);
    }
    return until == null
        ? page.text("catalogue.ages.from", from)
        : page.text("catalogue.ages.between", from, until);
  }

  /**
   * One of them.
   *
   * @param mine whether the reader keeps it
   * @param here whether a referral can go to its organisation
   */
  public record One(
      CareService.Entry entry, @Nullable Case file, boolean mine, boolean here, CaseWords words) {

    /** What it is called in a referral. */
    public String referral() {
      return entry.service().needs().stream().findFirst().map(AskedService::of).orElse("other");
    }

    /** The days it is open. */
    public String days(Page page) {
      return String.join(
          ", ",
          entry.service().when().days().stream()
              .map(d -> page.text("catalogue.day." + d))
              .toList());
    }

    /** What it costs. */
    public String cost(Page page) {
      CareService.Cost cost = entry.service().cost();
      if (cost.amount() == null) {
        return page.text("form.not-known");
      }
      return cost.amount().signum() == 0
          ? page.text("catalogue.free")
          : page.moments().decimal(cost.amount()) + "\u00A0" + cost.currency();
    }
  }

  /** The days of a week as choices. */
  public static List<Option> days(Page page) {
    return ServiceForm.DAYS.stream()
        .map(d -> new Option(d, page.text("catalogue.day." + d)))
        .toList();
  }

  /** Whether it can be used, as choices. */
  public static List<Option> states(Page page) {
    return ServiceForm.STATUS.stream()
        .map(s -> new Option(s, page.text("catalogue.status." + s.replace(' ', '-'))))
        .toList();
  }
}
