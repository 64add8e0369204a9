package org.passerelle.prevent.campaign.web;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.prevent.campaign.CampaignDues;
import org.passerelle.prevent.campaign.Campaigns;
import org.springframework.stereotype.Component;

/** Today page: rights that run out, and campaigns that are over without any reach entered. */
@Component
class CampaignsToday implements Today {
  private final CampaignDues dues;

  CampaignsToday(CampaignDues dues) {
    this.dues = dues;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    return Campaigns.keeps(who)
        ? dues.of(who, page.moments().today()).stream().map(due -> item(due, page)).toList()
        : List.of();
  }

  private static Item item(CampaignDues.Due due, Page page) {
    String at = CampaignsController.at(due.campaign());
    String day = page.moments().date(due.day());
    String open = page.text("home.open");
    return due.isOfRights()
        ? new Item(
            page.moments().due(due.day()),
            page.text("campaign.today.rights", due.material()),
            page.text("campaign.today.rights.what", due.title(), day),
            at,
            open)
        : new Item(
            page.moments().due(due.day().plusDays(CampaignDues.REACH_DAYS)),
            page.text("campaign.today.reach", due.title()),
            page.text("campaign.today.reach.what", day),
            at,
            open);
  }
}
