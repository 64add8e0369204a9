package org.passerelle.prosecute.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.casework.compensation.Claim;
import org.passerelle.protect.casework.compensation.Claims;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Orders by their forms, and what the caseworker of the claim reads. */
@OnBothDatabases
class OrderPagesTest {
  @Parameter House house;
  private Member lead;
  private Member member;
  private SignedIn who;
  private UUID caseId;
  private UUID victim;
  private String at;
  private UUID car;

  @BeforeEach
  void aProceedingAboutAVictimWithACase() {
    Scenes scenes = new Scenes(house);
    ReferralScenes cases = new ReferralScenes(house);
    lead = Member.of(house, Role.CASE_MANAGER);
    ReferralScenes.Scene scene =
        cases.scene(Staff.signedIn(lead.user()), "RS", "prosecutor", ReferralScenes.file());
    caseId = scene.caseId();
    member = Member.in(house, scene.recipient().organisation(), Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    UUID id = scenes.begun(who).id();
    UUID basis = cases.consent(scene, "prosecution", Set.of("case"), "adult", null);
    victim = house.get(Victims.class).enter(id, basis, who);
    UUID suspect = scenes.suspect(id, "Anton Grey", who);
    UUID charge =
        house
            .get(Charges.class)
            .propose(
                id, new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of()), who);
    house.get(Charges.class).bring(id, charge, scenes.today(), "", who);
    car =
        house
            .get(Assets.class)
            .enter(id, new Asset.Draft("vehicle", null, null, "EUR", "RS", "A red van"), who);
    at =
        "/prosecute/investigations/"
            + id
            + "/proceedings/"
            + scenes.proceeding(id, who, charge)
            + "/orders";
  }

  private String awarded() {
    return new RoomForms(member.browser(), at)
        .sends(
            "",
            "kind",
            "compensation",
            "victim",
            victim.toString(),
            "amount",
            "12 500,50",
            "currency",
            "EUR",
            "on",
            new Scenes(house).today().toString());
  }

  @Test
  void anOrderIsEnteredExecutedAndStruckOut() {
    RoomForms all = new RoomForms(member.browser(), at);
    String today = new Scenes(house).today().toString();
    assertThat(all.shown()).contains("No order yet", "A red van");
    all.isTold(
        "Say in whose favour",
        "",
        "kind",
        "compensation",
        "amount",
        "5",
        "currency",
        "EUR",
        "on",
        today);
    String car =
        all.sends(
            "",
            "kind",
            "confiscation",
            "currency",
            "EUR",
            "on",
            today,
            "assets",
            this.car.toString(),
            "note",
            "With its papers");
    assertThat(new RoomForms(member.browser(), car).shown())
        .contains("A red van", "With its papers", "not executed")
        .doesNotContain("told");
    RoomForms one = new RoomForms(member.browser(), awarded());
    assertThat(one.shown()).contains("12,500.50 EUR", "V-1", "has been told");
    one.isTold("Say how much", "/steps", "kind", "executed_in_part", "on", today, "amount", "");
    one.sends("/steps", "kind", "executed_in_part", "on", today, "amount", "500");
    assertThat(one.shown()).contains("Executed in part · 500.00 EUR", "executed in part");
    UUID step =
        UUID.fromString(one.shown().replaceAll("(?s).*/steps/([0-9a-f-]{36})/strike.*", "$1"));
    one.sends("/steps/" + step + "/strike");
    assertThat(one.shown()).contains("<s>Executed in part").contains("not executed");
    one.sends("/strike");
    assertThat(one.shown()).contains("struck out").doesNotContain("/steps\"");
    assertThat(all.shown()).contains("Compensation · 12,500.50 EUR", "struck out");
  }

  /** What is told stands among the news, then with the compensation of the case. */
  @Test
  void theCaseworkerOfTheClaimReadsIt() {
    SignedIn worker = Staff.signedIn(lead.user());
    UUID claim =
        house
            .get(Claims.class)
            .open(
                caseId,
                new Claim.Draft("criminal_court", "RS", "EUR", new Claim.Words("", "", "", "")),
                worker);
    String told = "reports compensation ordered by a court";
    assertThat(lead.browser().get("/").body()).doesNotContain(told);
    String order = awarded();
    assertThat(lead.browser().get("/").body())
        .contains(told, "/protect/cases/" + caseId + "/compensation");
    assertThat(lead.browser().get("/protect/cases/" + caseId).body()).contains(told);
    String below = "/protect/cases/" + caseId + "/compensation";
    assertThat(lead.browser().get(below).body())
        .contains("Ordered by a court", "12,500.50", "can be appealed")
        .doesNotContain("Grey", "V-1", "A court,");
    assertThat(lead.browser().get("/").body()).as("seen").doesNotContain(told);
    new RoomForms(member.browser(), order).sends("/strike");
    assertThat(lead.browser().get("/").body()).contains("takes back what it reported");
    assertThat(lead.browser().get(below + "/" + claim).body())
        .contains("Ordered by a court", "reported by mistake");
    assertThat(lead.browser().get("/").body()).doesNotContain("takes back what it reported");
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNothing() {
    String order = awarded();
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    for (String path : List.of(at, order)) {
      assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
    }
    outside.browser().get("/prosecute/investigations");
    assertThat(outside.browser().post(order + "/steps", "kind", "final").status()).isEqualTo(404);
  }
}
