package org.passerelle.protect.casework.care.catalogue.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.care.catalogue.AskedService;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;

/**
 * View of a catalogue search.
 *
 * @param file case for which a service is sought, or null
 * @param own whether only the user's organisation's services are shown
 * @param keeps whether the reader maintains them
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

  /** Whether there are more results than shown. */
  public boolean more() {
    return lines.size() >= Catalogue.MOST;
  }

  /** URL of an entry, including the case. */
  public String at(UUID entry) {
    return "/protect/catalogue/" + entry + (file == null ? "" : "?case=" + file.id());
  }

  /** Age criterion. */
  public String age() {
    Integer age = search.age();
    return age == null ? "" : age.toString();
  }

  /** Age range of a service, as text. */
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
   * View of an entry.
   *
   * @param mine whether the reader maintains it
   * @param here whether a referral can be sent to its organisation
   */
  public record One(
      CareService.Entry entry, @Nullable Case file, boolean mine, boolean here, CaseWords words) {

    /** The corresponding referral service. */
    public String referral() {
      return entry.service().needs().stream().findFirst().map(AskedService::of).orElse("other");
    }

    /** Opening days, as text. */
    public String days(Page page) {
      return String.join(
          ", ",
          entry.service().when().days().stream()
              .map(d -> page.text("catalogue.day." + d))
              .toList());
    }

    /** Cost, as text. */
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

  /** Days of the week as options. */
  public static List<Option> days(Page page) {
    return ServiceForm.DAYS.stream()
        .map(d -> new Option(d, page.text("catalogue.day." + d)))
        .toList();
  }

  /** Availability as options. */
  public static List<Option> states(Page page) {
    return ServiceForm.STATUS.stream()
        .map(s -> new Option(s, page.text("catalogue.status." + s.replace(' ', '-'))))
        .toList();
  }
}
