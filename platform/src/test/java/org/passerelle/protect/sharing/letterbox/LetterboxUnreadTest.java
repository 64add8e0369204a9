package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A referral in a letterbox counts as received only once somebody opens it. */
@OnBothDatabases
@Tag("slow")
class LetterboxUnreadTest {
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID id;

  @BeforeEach
  void aReferralThatIsNoHandOver() {
    scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    UUID basis =
        new HandOverScenes(house).consent(file, scenes.letterbox, "assistance", null, scenes.who);
    Referrals referrals = house.get(Referrals.class);
    id =
        referrals.draft(
            file,
            new Referral.Draft(
                scenes.letterbox,
                "medical_care",
                "assistance",
                house.clock().instant().plus(Duration.ofDays(5)),
                "Please see her"),
            scenes.who);
    referrals.choose(id, List.of("known_as", "age"), basis, scenes.who);
    referrals.send(id, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  @Test
  void nobodyHasItBeforeTheLetterboxIsOpened() {
    Browser sender = scenes.sender.browser();
    String at = "/protect/referrals/" + id;
    assertThat(sender.get("/").body()).doesNotContain("Arrived at");
    assertThat(sender.get(at).body())
        .contains("nobody has opened it yet")
        .doesNotContain("Arrived at", "nobody there has answered yet");
    assertThat(in("fr", at).body()).contains("personne ne l’a encore ouverte");
    assertThat(in("sr-Cyrl", at).body()).contains("још га нико није отворио");
    assertThat(scenes.guest(id).get("/letterbox").body()).contains("Please see her");
    assertThat(in("en", "/").body()).contains("Arrived at Contact point");
    assertThat(sender.get(at).body())
        .contains("nobody there has answered yet")
        .doesNotContain("nobody has opened it yet");
  }

  private Browser.Answer in(String language, String at) {
    Browser sender = scenes.sender.browser();
    sender.get("/language/" + language + "?to=" + at);
    return sender.get(at);
  }

  @Test
  void whatAGuestWritesNamesNoShelter() {
    PlaceScenes places = new PlaceScenes(house);
    var officer = places.officer();
    UUID place = places.place(2, officer);
    String code =
        places.places().lines(officer).stream()
            .filter(one -> one.id().equals(place))
            .findFirst()
            .orElseThrow()
            .code();
    Browser guest = scenes.guest(id);
    guest.get("/letterbox");
    Browser.Answer refused =
        guest.post("/letterbox/acts/write", "text", "She can sleep in " + code);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("This names a shelter");
    LetterboxScenes.does(guest, "write", "text", "She can sleep here");
  }
}
