package org.passerelle.protect.casework.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Two teams of two countries, and the question whether something stands on a first page in each
 * language, which then does not say that nothing waits.
 */
@OnBothDatabases
abstract class WaitingScene {
  @Parameter House house;
  ReferralScenes scenes;
  HandOverScenes crossing;

  /** From an organisation in Serbia to one in Albania. */
  ReferralScenes.Scene scene;

  UUID here;
  UUID there;

  /** Whoever follows the case, and their supervisor. */
  Member giver;

  Member aboveGiver;

  /** Whoever answers, and their supervisor. */
  Member point;

  Member abovePoint;

  @BeforeEach
  void twoTeams() {
    scenes = new ReferralScenes(house);
    crossing = new HandOverScenes(house);
    here = Staff.organisation(house).id();
    giver = Member.in(house, here, Role.CASE_MANAGER);
    aboveGiver = Member.in(house, here, Role.SUPERVISOR);
    ReferralScenes.Scene made =
        scenes.scene(
            Staff.signedIn(giver.user()),
            "AL",
            "national_coordinator",
            ReferralScenes.file().asylum("none"));
    there = made.recipient().organisation();
    point = Member.in(house, there, Role.FOCAL_POINT, Role.CASE_MANAGER);
    abovePoint = Member.in(house, there, Role.SUPERVISOR);
    scene = scenes.with(point, made);
  }

  /** The line with its link on the first page of each, in each language. */
  void waits(String href, Function<Texts, String> words, Member... members) {
    for (Member member : members) {
      // days may have passed since they signed in
      Browser browser = member.elsewhere();
      for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
        browser.get("/language/" + tag + "?to=/");
        Texts texts = house.get(Languages.class).texts(new Language(tag));
        assertThat(browser.get("/").body())
            .as("%s, %s", member.user().roles(), tag)
            .contains("href=\"" + href + "\"", words.apply(texts))
            .doesNotContain("⟦", texts.text("home.nothing"), texts.text("home.head", "", 0, 0, 0));
      }
    }
  }

  void waits(String href, String key, Member... members) {
    waits(href, texts -> texts.text(key), members);
  }

  String name(UUID organisation, Texts texts) {
    return house.get(Addressees.class).name(organisation, texts.language());
  }

  String inCountry(UUID organisation, String country, Texts texts) {
    return texts.text(
        "handover.today.of",
        name(organisation, texts),
        house.get(FormDefinitions.class).lists().label("countries", country, texts.language()));
  }

  ReceivedReferrals received() {
    return house.get(ReceivedReferrals.class);
  }
}
