package org.passerelle.steer.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignReach;
import org.passerelle.prevent.campaign.CampaignSheet;
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

  private record Ran(CampaignSheet sheet, List<Reach.Draft> reached) {}

  /** The section in the words of a language; what it tells is read once for all of them. */
  Function<DraftWords, String> of(boolean report, int year) {
    List<Ran> ran =
        new ArrayList<>(
            campaigns.list().stream()
                .filter(one -> !one.sheet().calledOff())
                .filter(one -> runs(one.sheet().from(), one.sheet().until(), year))
                .map(one -> new Ran(one.sheet(), report ? reached(one, year) : List.of()))
                .toList());
    // the list begins with what ends last
    Collections.reverse(ran);
    return words -> told(words, report, ran);
  }

  private List<Reach.Draft> reached(Campaign campaign, int year) {
    return reach.of(campaign).stream()
        .filter(entry -> !entry.isStruck())
        .map(Reach::draft)
        .filter(draft -> runs(draft.from(), draft.until(), year))
        .toList();
  }

  private static String told(DraftWords words, boolean report, List<Ran> ran) {
    if (ran.isEmpty()) {
      return words.text("cycle.draft.no-campaign");
    }
    List<String> lines = new ArrayList<>();
    for (Ran one : ran) {
      CampaignSheet sheet = one.sheet();
      lines.add(words.line(sheet.title(), period(words, sheet.from(), sheet.until())));
      one.reached().forEach(draft -> lines.add(told(words, draft)));
      if (report && one.reached().isEmpty()) {
        lines.add(words.text("cycle.draft.no-reach"));
      }
    }
    String told = String.join("\n", lines);
    return ran.stream().allMatch(one -> one.reached().isEmpty())
        ? told
        : told + "\n\n" + words.text("cycle.draft.reach-not-effect");
  }

  private static String told(DraftWords words, Reach.Draft draft) {
    return words.text(
        "cycle.draft.reach",
        words.text("campaign.channel." + draft.channel()),
        words.text("campaign.unit.is." + draft.unit(), draft.number()),
        period(words, draft.from(), draft.until()),
        draft.source(),
        draft.method());
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
