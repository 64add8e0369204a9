package org.passerelle.prevent.campaign;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Mentions;
import org.springframework.stereotype.Component;

/**
 * Campaigns on the page of the measure they carry out, of what pays for them and of who is
 * responsible; these stay in the register as long as a campaign leads to them.
 */
@Component
class CampaignMentions implements Mentions {
  private final CampaignRows rows;

  CampaignMentions(CampaignRows rows) {
    this.rows = rows;
  }

  @Override
  public List<Mention> of(Entry entry, SignedIn who, Page page) {
    if (!who.is(StrategyReaders.ROLES.toArray(Role[]::new)) || !isNamed(entry)) {
      return List.of();
    }
    return rows.all().stream()
        .filter(campaign -> leads(campaign.sheet(), entry))
        .map(
            campaign ->
                new Mention(
                    page.text("campaign.title"),
                    campaign.sheet().title(),
                    "/prevent/campaigns/" + campaign.id()))
        .toList();
  }

  private static boolean leads(CampaignSheet sheet, Entry entry) {
    String reference = entry.reference();
    return reference.equals("measure:" + sheet.measure())
        || reference.equals("organisation:" + sheet.responsible())
        || reference.equals(sheet.money());
  }

  @Override
  public Optional<String> keeps(Entry entry, Facts facts) {
    return isNamed(entry) ? Optional.of("campaign.refused.used") : Optional.empty();
  }

  private boolean isNamed(Entry entry) {
    return rows.refersTo(entry.kind().id(), entry.id());
  }
}
