package org.passerelle.protect.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.undo.Undo;

/**
 * Nobody declines by one tap: the reason is chosen, and what is answered twice is answered once.
 */
@OnBothDatabases
class DeclineTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Given given;
  private UUID id;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    given = scenes.given();
    id = given.id();
  }

  @Test
  void aReasonIsChosenAndNotProposed() {
    Browser browser = given.recipient().browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body())
        .contains("<option value=\"\">")
        .doesNotContain("selected=\"true\"");
    Browser.Answer without = browser.post(page + "/decline", "reason", "");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("href=\"#reason\"");
    assertThat(state()).isNotEqualTo("declined");
    assertThat(browser.post(page + "/decline", "reason", "no_capacity").status()).isEqualTo(302);
    house.clock().pass(Undo.OPEN);
    scenes.deliver();
    assertThat(state()).isEqualTo("declined");
  }

  private String state() {
    return house.get(Referrals.class).find(id, given.scene().sender()).state();
  }
}
