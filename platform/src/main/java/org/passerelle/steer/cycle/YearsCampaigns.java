package org.passerelle.steer.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignReach;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.campaign.Reach;
import org.springframework.stereotype.Component;

/**
 * Campaigns of a year as a report or a programme tells of them. What they reached stands with its
 * source and method, in the words in which it was entered, and is never added up. Thread-safe.
 */
@Component
class YearsCampaigns {
  private final Campaigns campaigns;
  private final CampaignReach reach;

  YearsCampaigns(Campaigns campaigns, CampaignReach reach) {
    this.campaigns = campaigns;
    this.reach = reach;
  }

  /** The section in the words of one language. */
  String of(DraftWords words, boolean report, int year) {
    List<String> lines = new ArrayList<>();
    boolean reached = false;
    List<Campaign> all = new ArrayList<>(campaigns.list());
    // the list begins with what ends last
    Collections.reverse(all);
    for (Campaign campaign : all) {
      if (!campaign.sheet().calledOff()
          && runs(campaign.sheet().from(), campaign.sheet().until(), year)) {
        lines.add(
            words.line(
                campaign.sheet().title(),
                period(words, campaign.sheet().from(), campaign.sheet().until())));
        if (report) {
          List<String> told = told(words, campaign, year);
          reached |= !told.isEmpty();
          lines.addAll(told.isEmpty() ? List.of(words.text("cycle.draft.no-reach")) : told);
        }
      }
    }
    if (lines.isEmpty()) {
      return words.text("cycle.draft.no-campaign");
    }
    String told = String.join("\n", lines);
    return reached ? told + "\n\n" + words.text("cycle.draft.reach-not-effect") : told;
  }

  private List<String> told(DraftWords words, Campaign campaign, int year) {
    return reach.of(campaign).stream()
        .filter(entry -> !entry.isStruck())
        .map(Reach::draft)
        .filter(draft -> runs(draft.from(), draft.until(), year))
        .map(
            draft ->
                words.text(
                    "cycle.draft.reach",
                    words.text("campaign.channel." + draft.channel()),
                    words.text("campaign.unit.is." + draft.unit(), draft.number()),
                    period(words, draft.from(), draft.until()),
                    draft.source(),
                    draft.method()))
        .toList();
  }

  private static String period(DraftWords words, LocalDate from, LocalDate until) {
    return from.equals(until)
        ? words.moments().date(from)
        : words.text("campaign.period.is", words.moments().date(from), words.moments().date(until));
  }

  private static boolean runs(LocalDate from, LocalDate until, int year) {
    return from.getYear() <= year && until.getYear() >= year;
  }
}
