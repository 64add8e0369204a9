package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A case records through whom its person came, instead of always an NGO. */
@OnBothDatabases
class OriginTest {
  @Parameter House house;

  @Test
  void aReferralOfAContactPointIsItsOrigin() {
    assertThat(origin("RS", "national_coordinator")).isEqualTo("contact_point");
    assertThat(origin("MK", "national_coordinator")).isEqualTo("contact_point");
  }

  @Test
  void ofOthersItIsWhatTheyAreAndOfAnotherCountryThatItIsOne() {
    assertThat(origin("RS", "ngo")).isEqualTo("ngo");
    assertThat(origin("RS", "border_police")).isEqualTo("border_control");
    assertThat(origin("MK", "ngo")).isEqualTo("other_country");
  }

  private String origin(String from, String type) {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene(from, type, "RS", "health", "none");
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    UUID opened = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    return house.get(Cases.class).find(opened, scene.recipient()).howCame();
  }
}
