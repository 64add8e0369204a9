package org.passerelle.prevent.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignHistory;
import org.passerelle.prevent.campaign.CampaignReach;
import org.passerelle.prevent.campaign.Campaigns;
import org.passerelle.prevent.campaign.Reach;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Campaigns as everybody who works with the strategy reads them. */
@Controller
@StrategyReaders
class CampaignsController {
  static final String HERE = "/prevent/campaigns";
  static final String ONE = HERE + "/{id}";
  private final Campaigns campaigns;
  private final CampaignReach reach;
  private final CampaignHistory history;
  private final CampaignWords words;
  private final Users users;

  CampaignsController(
      Campaigns campaigns,
      CampaignReach reach,
      CampaignHistory history,
      CampaignWords words,
      Users users) {
    this.campaigns = campaigns;
    this.reach = reach;
    this.history = history;
    this.words = words;
    this.users = users;
  }

  static String at(UUID id) {
    return HERE + "/" + id;
  }

  @GetMapping(HERE)
  String list(Act act) {
    List<Campaign> all = campaigns.list();
    return act.show(
        "prevent/campaign/list",
        new CampaignListPage(
            all,
            words.in(act.page()),
            footnotes(all.stream().flatMap(CampaignsController::countries), act),
            Campaigns.keeps(act.who())));
  }

  private List<String> footnotes(Stream<String> named, Act act) {
    return words.footnotes(named.distinct().toList(), act.language());
  }

  private static Stream<String> countries(Campaign campaign) {
    return Stream.concat(
        campaign.sheet().countries().stream(),
        campaign.briefs().stream().map(brief -> brief.text().country()));
  }

  @GetMapping(ONE)
  String open(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    List<Reach> entries = reach.of(campaign);
    LocalDate today = act.page().moments().today();
    return act.show(
        "prevent/campaign/one",
        new CampaignPage(
            campaign,
            entries,
            users.names(entries.stream().map(Reach::by).distinct().toList()),
            words.in(act.page()),
            footnotes(countries(campaign), act),
            today,
            Campaigns.keeps(act.who())));
  }

  @GetMapping(ONE + "/history")
  String history(@PathVariable UUID id, Act act) {
    Campaign campaign = campaigns.find(id);
    List<Campaign.Revision> revisions = history.of(id);
    Map<UUID, String> names =
        users.names(revisions.stream().map(Campaign.Revision::by).distinct().toList());
    return act.show(
        "prevent/campaign/history",
        new CampaignHistoryPage(
            campaign,
            revisions,
            names,
            words.in(act.page()),
            footnotes(
                revisions.stream()
                    .flatMap(revision -> revision.changed().entrySet().stream())
                    .filter(changed -> changed.getKey().startsWith("countr"))
                    .flatMap(
                        changed ->
                            Stream.concat(
                                changed.getValue().before().stream(),
                                changed.getValue().after().stream())),
                act)));
  }
}
