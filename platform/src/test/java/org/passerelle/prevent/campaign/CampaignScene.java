package org.passerelle.prevent.campaign;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;

/** A programme manager, and campaigns that carry out a measure of the strategy. */
public final class CampaignScene {
  public static final String HERE = "/prevent/campaigns";
  public static final String TITLE = "Before you leave";
  public final House house;
  public final Member manager;
  public final SignedIn who;
  public final Campaigns campaigns;
  public final CampaignReach reach;
  final Entry measure;
  final Entry organisation;

  public CampaignScene(House house) {
    this.house = house;
    Facts facts = Strategy.in(house);
    this.measure = facts.all("measure").get(0);
    this.organisation = facts.all("organisation").get(0);
    this.manager = Member.of(house, Role.PROGRAMME_MANAGER);
    this.who = Staff.signedIn(manager.user());
    this.campaigns = house.get(Campaigns.class);
    this.reach = house.get(CampaignReach.class);
  }

  /** Campaigns keep entries of the register that other tests take out. */
  public void noneIsLeft() {
    for (String table :
        List.of(
            "campaign_wording",
            "campaign_effect_version",
            "campaign_effect",
            "campaign_reach_struck",
            "campaign_reach",
            "campaign_revision",
            "campaign_part",
            "campaign")) {
      house.db().sql("delete from " + table).update();
    }
  }

  public LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  public CampaignSheet sheet(String says, LocalDate from, LocalDate until, boolean calledOff) {
    return new CampaignSheet(
        TITLE,
        "Girls of 14 to 18",
        says,
        List.of("RS"),
        "",
        List.of("sr"),
        List.of("schools"),
        "",
        from,
        until,
        organisation.id(),
        measure.id(),
        "",
        calledOff);
  }

  CampaignSheet ended(boolean calledOff) {
    return sheet("Ask first", today().minusDays(60), today().minusDays(10), calledOff);
  }

  public UUID running() {
    return campaigns.enter(
        who, sheet("Ask first", today().minusDays(5), today().plusDays(90), false));
  }

  static CampaignMaterial film(String basis, String words, @Nullable LocalDate until) {
    return new CampaignMaterial(
        "The film", "film", Map.of("sr", "2"), "Studio", basis, words, until, "Shelf 4");
  }

  public Reach.Draft pupils(long number) {
    LocalDate day = today().minusDays(2);
    return new Reach.Draft("schools", number, "pupils", day, day, "The school", "Lists of classes");
  }

  String[] form(String title, String... more) {
    String[] fields = {
      "title",
      title,
      "audience",
      "Girls of 14 to 18",
      "says",
      "Ask first",
      "countries",
      "RS",
      "languages",
      "sr",
      "channels",
      "schools",
      "from",
      today().minusDays(60).toString(),
      "until",
      today().minusDays(10).toString(),
      "responsible",
      organisation.id(),
      "measure",
      measure.id()
    };
    String[] all = Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  String sends(Browser browser, String title, String... more) {
    browser.get(HERE + "/new");
    return browser.post(HERE, form(title, more)).location();
  }
}
