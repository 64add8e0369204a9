package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.referral.CommonReference;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/**
 * Two browsers in two countries: from the case to the closed hand-over, and users who see nothing.
 */
@OnBothDatabases
@Tag("slow")
class HandOverPagesTest {
  @Parameter House house;
  private Member sender;
  private Member recipient;
  private UUID caseId;
  private UUID there;

  @BeforeEach
  void twoCountries() {
    UUID here = organisation("RS", "ngo");
    there = organisation("AL", "national_coordinator");
    sender = Member.in(house, here, Role.CASE_MANAGER, Role.FOCAL_POINT);
    recipient = Member.in(house, there, Role.FOCAL_POINT);
    caseId =
        SomeCase.in("RS")
            .named("Arta B.")
            .gender("female")
            .nationalities("AL")
            .languages("sq")
            .safe("unknown")
            .knownAs("Lumi")
            .asylum("none")
            .open(house, Staff.signedIn(sender.user()));
  }

  private UUID organisation(String country, String type) {
    String handle = ("h-" + house.get(Identifiers.class).next()).substring(0, 38);
    return house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                handle,
                new Wording(java.util.Map.of("en", handle, "fr", handle, "sr", handle)),
                type,
                country,
                "",
                "",
                "+355 00 000 007",
                true))
        .id();
  }

  @Test
  void aCaseIsHandedOverFromPageToPage() {
    Browser here = sender.browser();
    String at = "/protect/cases/" + caseId + "/handovers";
    assertThat(here.get(at).body()).contains("has not been handed over", at + "/new");
    here.get(at + "/new");
    Browser.Answer empty = here.post(at, "recipient", "", "acknowledge", "24", "answer", "");
    assertThat(empty.status()).isEqualTo(422);
    String content =
        here.post(
                at,
                "recipient",
                there.toString(),
                "returns",
                "yes",
                "purpose",
                "return",
                "acknowledge",
                "24",
                "answer",
                new HandOverScenes(house).today().plusDays(10).toString(),
                "request",
                "Please trace the family")
            .location();
    assertThat(content).matches("/protect/referrals/.*/content");
    UUID id = UUID.fromString(content.split("/", -1)[3]);
    SignedIn who = Staff.signedIn(sender.user());
    UUID basis = new HandOverScenes(house).consent(caseId, there, "return", null, who);
    here.get(content);
    assertThat(
            here.post(content, "fields", "known_as", "basis", basis.toString(), "step", "review")
                .location())
        .isEqualTo("/protect/referrals/" + id + "/review");
    assertThat(here.post("/protect/referrals/" + id + "/send").location())
        .isEqualTo("/protect/referrals/" + id);
    assertThat(here.get("/protect/handovers/" + id).body())
        .contains("nobody has taken it in hand yet", "Return and social inclusion");
    house.get(Deliveries.class).deliverDue();

    Browser abroad = recipient.browser();
    String one = "/protect/handovers/" + id;
    assertThat(abroad.get("/").body()).contains("take it in hand");
    assertThat(abroad.get("/protect/handovers").body())
        .contains("1 hand-over is waiting", "Serbia");
    assertThat(abroad.post(one + "/acknowledge", "contact", "").status()).isEqualTo(422);
    assertThat(abroad.post(one + "/acknowledge", "contact", "Duty officer, 042").location())
        .isEqualTo(one);
    abroad.get("/protect/received/" + id);
    assertThat(abroad.post("/protect/received/" + id + "/accept").location())
        .startsWith("/protect/cases/");
    abroad.get(one + "/steps/reception");
    assertThat(
            abroad
                .post(
                    one + "/steps/reception",
                    "state",
                    "planned",
                    "on",
                    new HandOverScenes(house).today().plusDays(5).toString(),
                    "words",
                    "Two educators will come")
                .location())
        .isEqualTo(one + "/return");
    house.get(Deliveries.class).deliverDue();

    assertThat(here.get(one).body()).contains("Duty officer, 042", "accepted");
    assertThat(here.get(one + "/return").body()).contains("Two educators will come");
    assertThat(here.get("/protect/cases/" + caseId).body())
        .contains(
            "They lead the case from now on", "Hand-over abroad: Reception arranged, planned");
    String said = CommonReference.of(id);
    assertThat(here.get(one).body()).contains(said);
    assertThat(abroad.get(one).body()).contains(said);
    abroad.get("/protect/cases");
    assertThat(abroad.post("/protect/cases/find", "q", said.replace(" ", "")).location())
        .as("what was said on the telephone is found")
        .isEqualTo(one);
    here.get(one + "/steps/travel");
    Browser.Answer early =
        here.post(
            one + "/steps/travel",
            "state",
            "planned",
            "on",
            new HandOverScenes(house).today().plusDays(5).toString(),
            "meeting",
            "airport",
            "place",
            "Desk 4",
            "hour",
            "10:30",
            "escort",
            "ngo");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("Nobody has assessed the risk of the return yet", "Desk 4");
    assertThat(early.body())
        .as("what is missing leads to its step")
        .contains("href=\"" + one + "/steps/risk\"", "First: Risk assessment before return");
    abroad.get(one);
    assertThat(abroad.post(one + "/close", "outcome", "other").location()).isEqualTo(one);
    house.get(Deliveries.class).deliverDue();
    assertThat(here.get(one).body()).contains("closed");
    assertThat(here.get("/protect/handovers").body()).contains("1 is over");
  }

  @Test
  void deputiesAreNamedAndTheCountryIsWatched() {
    Member deputy = Member.in(house, there, Role.FOCAL_POINT);
    assertThat(recipient.browser().get("/protect/handovers").body())
        .contains("No deputy is named for");
    recipient.browser().get("/protect/deputies");
    assertThat(
            recipient
                .browser()
                .post(
                    "/protect/deputies",
                    "focal",
                    recipient.user().id().toString(),
                    "deputy",
                    deputy.user().id().toString())
                .location())
        .isEqualTo("/protect/deputies");
    assertThat(recipient.browser().get("/protect/deputies").body())
        .contains("Deputy: " + deputy.user().name());
    HandOverScenes scenes = new HandOverScenes(house);
    SignedIn who = Staff.signedIn(sender.user());
    UUID id = scenes.sent(caseId, there, false, scenes.consent(caseId, there, null, who), who);
    house.get(Deliveries.class).deliverDue();
    Member coordinator = Member.in(house, there, Role.NATIONAL_COORDINATOR);
    assertThat(coordinator.browser().get("/protect/handovers").body())
        .contains("nobody has taken it in hand yet", "Who to ring at", recipient.user().name())
        .contains("+355 00 000 007")
        .doesNotContain("/protect/handovers/" + id, "Lumi");
    for (String closed :
        List.of("/protect/handovers/" + id, "/protect/received/" + id, "/protect/deputies")) {
      assertThat(coordinator.browser().get(closed).status()).as(closed).isEqualTo(404);
    }
    Member auditor = Member.in(house, there, Role.AUDITOR);
    assertThat(auditor.browser().get("/protect/handovers").status()).isEqualTo(404);
  }
}
