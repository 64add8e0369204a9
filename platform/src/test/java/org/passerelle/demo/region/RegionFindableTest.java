package org.passerelle.demo.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.identity.elsewhere.Findability;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A house of the region that was used before opens its doors again, and no door too many. */
@OnBothDatabases
@Tag("slow")
class RegionFindableTest {
  @Parameter House house;
  private SignedIn leads;
  private UUID asker;
  private UUID child;

  @BeforeEach
  void theChildOfTheStory() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("MK", "ngo", "AL", "police");
    leads = scene.sender();
    asker = scene.recipient().organisation();
    child = scene.caseId();
  }

  @Test
  void whatCameByAHandOverStaysShutWhereAsylumForbids() {
    UUID came = ReferralScenes.file().asylum("not_asked").open(house, leads);
    open();
    open();
    assertThat(findability().of(child, leads)).containsExactly(asker);
    assertThat(findability().of(came, leads)).isEmpty();
  }

  @Test
  void whatSomebodyShutStaysShut() {
    open();
    findability().set(child, List.of(), leads);
    open();
    assertThat(findability().of(child, leads)).isEmpty();
  }

  private void open() {
    house.get(RegionFindable.class).open(List.of(asker), leads);
  }

  private Findability findability() {
    return house.get(Findability.class);
  }
}
