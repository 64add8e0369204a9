package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.boot.DefaultApplicationArguments;

/** Contacts are free text and are never stored in clear. */
@OnBothDatabases
@Tag("slow")
class SealedContactsTest {
  @Parameter House house;

  @Test
  void whomToCallIsSealedOnBothSidesAlsoWhatWasThereBefore() {
    ReferralScenes referrals = new ReferralScenes(house);
    HandOverScenes scenes = new HandOverScenes(house);
    ReferralScenes.Scene scene =
        referrals.minor(referrals.scene("RS", "ngo", "AL", "national_coordinator"));
    SignedIn sender = scene.sender();
    UUID there = scene.recipient().organisation();
    SignedIn recipient = Staff.signedIn(Staff.user(house, there, Role.FOCAL_POINT).user());
    UUID guardian = referrals.guardian(scene, false, true);
    UUID basis = scenes.consent(scene.caseId(), there, guardian, sender);
    UUID id = scenes.sent(scene.caseId(), there, true, basis, sender);
    referrals.deliver();
    scenes.handOvers().acknowledge(id, "Ms K., she knows Arta", recipient);
    referrals.deliver();
    assertThat(scenes.find(id, sender).contact()).isEqualTo("Ms K., she knows Arta");
    assertThat(inClear(id)).isEmpty();
    house
        .db()
        .sql("update hand_over set contact = 'Mr P.', contact_sealed = null where id = :id")
        .param("id", id)
        .update();
    house.get(SealedContacts.class).run(new DefaultApplicationArguments());
    assertThat(inClear(id)).isEmpty();
    assertThat(scenes.find(id, sender).contact()).isEqualTo("Mr P.");
    assertThat(scenes.find(id, recipient).contact()).isEqualTo("Mr P.");
  }

  private List<String> inClear(UUID id) {
    return house
        .db()
        .sql("select contact from hand_over where id = :id and contact is not null")
        .param("id", id)
        .query(String.class)
        .list();
  }
}
