package org.passerelle.prevent.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Strategy;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Of campaigns, what cannot be is refused, and reach is corrected by another entry. */
@OnBothDatabases
@Tag("slow")
class CampaignsTest {
  private static final String HERE = CampaignScene.HERE;
  @Parameter House house;
  private CampaignScene scene;
  private Member manager;
  private SignedIn who;
  private Campaigns campaigns;
  private CampaignReach reach;

  @BeforeEach
  void aProgrammeManager() {
    scene = new CampaignScene(house);
    manager = scene.manager;
    who = scene.who;
    campaigns = scene.campaigns;
    reach = scene.reach;
  }

  @AfterEach
  void noneIsLeft() {
    scene.noneIsLeft();
  }

  private static void refused(String key, String field, ThrowingCallable act) {
    assertThatThrownBy(act)
        .hasMessage(key)
        .isInstanceOf(Refused.class)
        .extracting(one -> ((Refused) one).field())
        .isEqualTo(field);
  }

  @Test
  void whatCannotBeIsRefused() {
    UUID id = scene.running();
    refused(
        "campaign.refused.period",
        "until",
        () ->
            campaigns.enter(
                who, scene.sheet("Ask", scene.today(), scene.today().minusDays(1), false)));
    LocalDate day = scene.today().minusDays(3);
    refused(
        "campaign.refused.period",
        "until",
        () ->
            reach.enter(
                who,
                id,
                new Reach.Draft("web", 1, "views", day, day.minusDays(1), "a", "b"),
                null));
    LocalDate later = scene.today().plusDays(3);
    refused(
        "form.error.future",
        "until",
        () -> reach.enter(who, id, new Reach.Draft("web", 1, "views", day, later, "a", "b"), null));
    refused(
        "campaign.refused.source",
        "source",
        () -> reach.enter(who, id, new Reach.Draft("web", 1, "views", day, day, " ", "b"), null));
    refused(
        "campaign.refused.method",
        "method",
        () -> reach.enter(who, id, new Reach.Draft("web", 1, "views", day, day, "a", ""), null));
    refused(
        "campaign.refused.basis",
        "basis-words",
        () -> campaigns.addMaterial(who, id, CampaignScene.film("consent", "", null)));
    campaigns.addBrief(who, id, new CampaignBrief("AL", "Ask for the contract"));
    refused(
        "campaign.refused.country",
        "country",
        () -> campaigns.addBrief(who, id, new CampaignBrief("AL", "Again")));
    assertThat(reach.of(campaigns.find(id))).isEmpty();
    assertThat(house.get(CampaignMentions.class).keeps(scene.measure, Strategy.in(house)))
        .contains("campaign.refused.used");
  }

  @Test
  void noTextNamesAShelter() {
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer(who.organisation());
    String words = "Come to " + places.code(places.place(2, officer), officer);
    UUID id = scene.running();
    String key = "placement.refused.shelter";
    LocalDate day = scene.today().minusDays(2);
    refused(key, "says", () -> campaigns.enter(who, scene.sheet(words, day, day, false)));
    refused(key, "says", () -> campaigns.change(who, id, 1, scene.sheet(words, day, day, false)));
    refused(
        key,
        "basis-words",
        () -> campaigns.addMaterial(who, id, CampaignScene.film("licence", words, null)));
    refused(key, "text", () -> campaigns.addBrief(who, id, new CampaignBrief("AL", words)));
    refused(
        key,
        "method",
        () ->
            reach.enter(
                who, id, new Reach.Draft("web", 1, "views", day, day, "Report", words), null));
  }

  @Test
  void ofTwoWhoCorrectAReachOneIsRefusedAndTheOldOneStays() throws Exception {
    UUID id = scene.running();
    UUID wrong = reach.enter(who, id, scene.pupils(2400), null);
    Callable<String> correcting =
        () -> {
          try {
            return reach.enter(who, id, scene.pupils(240), wrong).toString();
          } catch (Refused refused) {
            return "refused at " + refused.field();
          }
        };
    assertThat(AtOnce.all(List.of(correcting, correcting))).containsOnlyOnce("refused at number");
    List<Reach> entries = reach.of(campaigns.find(id));
    assertThat(entries).hasSize(2);
    assertThat(entries).filteredOn(Reach::isStruck).extracting(Reach::id).containsExactly(wrong);
    assertThat(manager.browser().get(HERE + "/" + id).body())
        .contains("<del>2,400 pupils</del>", "240 pupils", "Corrected");
    assertThatThrownBy(() -> reach.standing(id, wrong)).isInstanceOf(NotFound.class);
    UUID other = scene.running();
    UUID right = entries.stream().filter(one -> !one.isStruck()).findFirst().orElseThrow().id();
    assertThatThrownBy(() -> reach.enter(who, other, scene.pupils(1), right))
        .as("an entry of another campaign")
        .isInstanceOf(NotFound.class);
    assertThat(reach.of(campaigns.find(other))).isEmpty();
  }
}
