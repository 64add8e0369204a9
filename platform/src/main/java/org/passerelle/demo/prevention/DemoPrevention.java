package org.passerelle.demo.prevention;

import org.passerelle.access.SignedIn;
import org.passerelle.demo.tip.DemoTips;
import org.springframework.stereotype.Component;

/** Prevention in the demonstration: tips, campaigns, places at risk and a watch list. */
@Component
public record DemoPrevention(
    DemoTips tips, DemoCampaigns campaigns, DemoRiskPlaces places, DemoWatchList watched) {

  /**
   * Enters what nobody sends.
   *
   * @param manager who keeps campaigns and places
   * @param officer whose team keeps the watch list
   */
  public void enter(SignedIn manager, SignedIn officer) {
    campaigns.enter(manager);
    places.enter(manager);
    watched.enter(officer);
  }
}
