package org.passerelle.prevent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.storage.House;

/** Staff of a partner report on a page, without scripts, and the team sorts what came. */
@Tag("slow")
class ChannelPagesTest {
  private final House house = House.on(House.Database.H2);
  private ChannelScene scene;
  private UUID platform;
  private String token;

  @BeforeEach
  void aPlatformHasAToken() {
    house.clock().pass(Duration.ofHours(2));
    scene = new ChannelScene(house);
    platform = scene.partner("Platform Example", "platform");
    token = scene.token(platform);
  }

  @AfterEach
  void theRegisterIsAsBefore() {
    scene.takeBack();
  }

  private Browser inside() {
    Browser staff = new Browser(house);
    staff.get("/partners");
    assertThat(staff.post("/partners", "token", token).location()).isEqualTo("/partners/inside");
    return staff;
  }

  private static String[] advert(Browser.Answer form, String... more) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "form",
                "advert",
                "key",
                Browser.hidden(form, "key"),
                "danger_now",
                "no",
                "platform",
                "example.org",
                "address",
                "https://example.org/ad/7",
                "phrases",
                "No papers needed"));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  @Test
  void aReportIsSentOnceAndItsStateIsRead() {
    Browser staff = inside();
    Browser.Answer form = staff.get("/partners/inside");
    assertThat(form.body())
        .contains("Platform Example", "Words of the advert", "Nothing was reported yet");
    assertThat(staff.get("/partners/inside?form=account").body()).contains("Name of the account");
    assertThat(staff.post("/partners/inside", advert(form)).location())
        .isEqualTo("/partners/inside?form=advert&sent=yes");
    assertThat(staff.post("/partners/inside", advert(form)).location()).startsWith("/partners");
    Tip tip = scene.tip();
    assertThat(tip.partner()).isEqualTo(platform);
    assertThat(staff.get("/partners/inside?sent=yes").body())
        .contains("The report arrived", "Received")
        .doesNotContain(tip.code());
    scene.triage().open(scene.who, tip.id());
    assertThat(staff.get("/partners/inside").body()).contains("Being looked at");
    scene.triage().close(scene.who, tip.id(), "advised", "Told to the network team", "");
    assertThat(staff.get("/partners/inside").body())
        .contains("Acted upon")
        .doesNotContain("network team");
    staff.get("/partners/inside");
    assertThat(staff.post("/partners/leave").location()).isEqualTo("/partners");
    assertThat(staff.get("/partners/inside").location()).isEqualTo("/partners");
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() {
    Browser staff = inside();
    Browser.Answer form = staff.get("/partners/inside");
    Browser.Answer wrong =
        staff.post(
            "/partners/inside",
            "form",
            "advert",
            "key",
            Browser.hidden(form, "key"),
            "phrases",
            "<b>No papers</b>");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("address-error", "danger_now-error", "&lt;b&gt;No papers")
        .doesNotContain("<b>No papers");
    assertThat(Browser.hidden(wrong, "key")).isEqualTo(Browser.hidden(form, "key"));
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
  }

  @Test
  void withoutATokenNobodyIsInside() {
    Browser stranger = new Browser(house);
    assertThat(stranger.get("/partners/inside").location()).isEqualTo("/partners");
    stranger.get("/partners");
    Browser.Answer wrong = stranger.post("/partners", "token", "passerelle_partner_guess");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("not known").doesNotContain("passerelle_partner_guess");
    assertThat(stranger.post("/partners/inside", "form", "advert").location())
        .isEqualTo("/partners");
    assertThat(new Browser(house).postBare("/partners", "token", token).status()).isEqualTo(403);
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
  }

  @Test
  void aVisitEndsWithTheTokenAndAfterAnHour() {
    Browser staff = inside();
    Browser.Answer form = staff.get("/partners/inside");
    scene.channels.withdraw(
        scene.who, platform, scene.channels.tokens(scene.who, platform).get(0).id());
    Browser.Answer refused = staff.post("/partners/inside", advert(form));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("This token was withdrawn");
    assertThat(staff.get("/partners/inside").location()).isEqualTo("/partners");
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
    token = scene.token(platform);
    Browser other = inside();
    house.clock().pass(Duration.ofMinutes(61));
    assertThat(other.get("/partners/inside").location()).isEqualTo("/partners");
  }

  @Test
  void everySectorHasItsTrainingInEveryLanguage() {
    Browser reader = new Browser(house);
    for (String language : List.of("en", "fr", "sr")) {
      reader.get("/language/" + language + "?to=/partners");
      for (String sector : Tip.SECTORS) {
        Browser.Answer page = reader.get("/partners/training/" + sector);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("tel:112").doesNotContain("channel.");
      }
    }
    assertThat(reader.get("/partners/training/navy").status()).isEqualTo(404);
  }

  @Test
  void theTeamSortsBySenderAndCountsBySector() throws Exception {
    String airline = scene.token(scene.partner("Air Example", "airline"));
    scene.taken(airline, ChannelScene.CREW);
    for (int i = 0; i < 6; i++) {
      Browser staff = inside();
      staff.post("/partners/inside", advert(staff.get("/partners/inside")));
    }
    Browser officer = scene.officer.browser();
    String all = officer.get("/prevent/tips").body();
    assertThat(all).contains("Air Example (Airline)", "Platform Example (Online platform)");
    assertThat(officer.get("/prevent/tips?from=airline").body())
        .contains("Air Example (Airline)")
        .doesNotContain("Platform Example (");
    assertThat(officer.get("/prevent/tips?from=" + platform).body())
        .contains("Platform Example (Online platform)")
        .doesNotContain("Air Example (");
    assertThat(officer.get("/prevent/tips?from=public").body()).contains("No tip is open");
    for (Tip tip : scene.triage().list(scene.who, false)) {
      scene.triage().close(scene.who, tip.id(), "aside", "Nothing to go by", "");
    }
    String figures = officer.get("/prevent/tips/figures").body();
    assertThat(figures)
        .contains("Online platform: Not assessed", "Airline: Not assessed", "fewer than 5")
        .as("six would tell that the other is one of seven")
        .doesNotContain(">1<", ">6<");
    house.clock().pass(Duration.ofDays(91));
    house.runSchedules();
    assertThat(scene.triage().list(scene.who, true)).isEmpty();
    assertThat(officer.get("/partners").status()).isEqualTo(200);
    assertThat(
            house
                .db()
                .sql(
                    "select tips from tip_sector_tally where organisation = :o and sector = 'platform'")
                .param("o", scene.who.organisation())
                .query(Integer.class)
                .single())
        .isEqualTo(6);
    assertThat(
            house
                .db()
                .sql("select count(*) from channel_report where partner = :p")
                .param("p", platform)
                .query(Integer.class)
                .single())
        .isZero();
  }
}
