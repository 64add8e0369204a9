package org.passerelle.protect.identity.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
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
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.protect.identity.desk.DeskScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Two organisations of one node: one asks from a case, the other sees the match and answers. */
@OnBothDatabases
@Tag("slow")
class ElsewherePagesTest {
  @Parameter House house;
  private KnownScenes scenes;
  private Member asker;
  private Member asked;
  private UUID child;
  private UUID known;

  @BeforeEach
  void twoOrganisations() {
    scenes = new KnownScenes(house);
    asker = Member.in(house, Staff.organisation(house).id(), Role.FOCAL_POINT);
    asked = Member.in(house, Staff.organisation(house).id(), Role.FOCAL_POINT);
    child = scenes.child("Џемиле Мустафа", "2011-05-17", "none", Staff.signedIn(asker.user()));
    known = scenes.child("Xhemile Mustafa", "2011", "none", Staff.signedIn(asked.user()));
  }

  @Test
  void aFocalPointAsksAndAnotherAnswers() {
    assertThat(asked.browser().get("/protect/cases/" + known + "/elsewhere").body())
        .contains("Nobody can find this case at present");
    String opened =
        asked
            .browser()
            .post(
                "/protect/cases/" + known + "/findable",
                "by",
                Staff.signedIn(asker.user()).organisation().toString())
            .location();
    assertThat(asked.browser().get(opened).body())
        .contains("Not independently reviewed yet", "1 organisation may find this case");
    asker.browser().get("/protect/cases/" + child + "/elsewhere/ask");
    Browser.Answer empty = asker.browser().post("/protect/cases/" + child + "/elsewhere/ask");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body())
        .as("all at once, each beside its field")
        .contains("Choose at least one organisation", "href=\"#kind\"", "href=\"#purpose\"");
    Browser.Answer noConsent = ask("consent", "");
    assertThat(noConsent.status()).isEqualTo(422);
    String consent = "/protect/cases/" + child + "/consents/new?recipient=";
    assertThat(noConsent.body())
        .contains("No valid consent covers this organisation", consent)
        .contains("question=" + child);
    assertThat(ask("law", "").body())
        .as("a faulty form is kept, for the way back")
        .contains("href=\"#reason\"");
    assertThat(asker.browser().get("/protect/cases/" + child + "/elsewhere/ask").body())
        .contains("data-kept=\"/protect/cases/" + child + "/elsewhere/ask\"");
    assertThat(ask("law", "Art. 5").status()).isEqualTo(302);
    Browser.Answer again = ask("law", "Art. 5");
    assertThat(again.status()).as("back, and sent once more").isIn(302, 422);
    assertThat(scenes.questions().of(child, Staff.signedIn(asker.user()))).hasSize(1);
    assertThat(asker.browser().get("/protect/cases/" + child + "/elsewhere").body())
        .contains("on its way");

    Member colleague =
        Member.in(house, Staff.signedIn(asked.user()).organisation(), Role.FOCAL_POINT);
    await()
        .until(
            () -> {
              // the question is processed and its answer delivered in several runs
              house.runSchedules();
              return scenes.hits(Staff.signedIn(colleague.user())).size() == 1;
            });
    Hit hit = scenes.hits(Staff.signedIn(colleague.user())).get(0);
    assertThat(hit.kinds()).containsExactly("name_and_year");
    assertThat(colleague.browser().get("/protect/elsewhere").body())
        .contains("One of your cases was asked about", hit.code(), "name and year of birth");
    String at = "/protect/elsewhere/" + hit.id();
    assertThat(colleague.browser().get(at).body())
        .contains(hit.code(), "On what this can rest towards", "No valid consent covers")
        .doesNotContain("Xhemile", "/protect/cases/" + known);
    Browser.Answer bare = colleague.browser().post(at, "band", "likely");
    assertThat(bare.status()).isEqualTo(422);
    PlaceScenes places = new PlaceScenes(house);
    SignedIn officer = places.officer();
    String shelter = places.code(places.place(2, officer), officer);
    Browser.Answer named =
        colleague
            .browser()
            .post(at, "band", "likely", "contact", shelter, "kind", "law", "reason", "Art. 7");
    assertThat(named.body()).contains("This names a shelter", "href=\"#contact\"");
    assertThat(
            colleague
                .browser()
                .post(
                    at,
                    "band",
                    "likely",
                    "contact",
                    "Ms K., 011",
                    "kind",
                    "law",
                    "reason",
                    "Art. 7")
                .location())
        .isEqualTo("/protect/elsewhere");
    assertThat(colleague.browser().get("/protect/elsewhere").body())
        .contains("goes out with the next daily answers");
    assertThat(scenes.question(child, Staff.signedIn(asker.user())).band()).isNull();
  }

  private Browser.Answer ask(String kind, String reason) {
    return asker
        .browser()
        .post(
            "/protect/cases/" + child + "/elsewhere/ask",
            "partners",
            Staff.signedIn(asked.user()).organisation().toString(),
            "purpose",
            "matching",
            "how",
            "once",
            "kind",
            kind,
            "reason",
            reason);
  }

  @Test
  void whoDoesNotAnswerSeesNothingOfIt() {
    for (Role role : List.of(Role.CASE_MANAGER, Role.AUDITOR, Role.ADMINISTRATOR)) {
      Member other = Member.in(house, Staff.signedIn(asked.user()).organisation(), role);
      assertThat(other.browser().get("/protect/elsewhere").status()).isEqualTo(404);
      assertThat(other.browser().get("/protect/cases/" + known + "/elsewhere").status())
          .isEqualTo(404);
    }
    assertThat(asked.browser().get("/protect/elsewhere").body())
        .contains("There is nothing for you to answer");
  }

  @Test
  void anAgreementNotInForceIsNotABasisAndThePageExplainsAlternatives() {
    DeskScenes desks = new DeskScenes(house);
    UUID here = desks.side("IS").organisation();
    UUID bound = desks.side("MT").organisation();
    UUID signed = desks.side("LI").organisation();
    desks.agreement("IS", "MT", true);
    String waits = desks.agreement("IS", "LI", false);
    asker = Member.in(house, here, Role.FOCAL_POINT);
    child = scenes.child("Џемиле Мустафа", "2011-05-17", "none", Staff.signedIn(asker.user()));

    Browser.Answer refused = ask("convention_in_force", "Art. 5", bound, signed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("cannot use this basis for one of the organisations", waits)
        .contains("not in force for both countries", "Request of a court or prosecutor")
        .contains("consents/new?recipient=" + signed)
        .doesNotContain("recipient=" + bound);
    assertThat(scenes.questions().of(child, Staff.signedIn(asker.user()))).isEmpty();

    assertThat(ask("convention_in_force", "Art. 5", bound).status()).isEqualTo(302);
    assertThat(ask("law", "Art. 5", signed).status()).isEqualTo(302);
    assertThat(scenes.questions().of(child, Staff.signedIn(asker.user()))).hasSize(2);
  }

  private Browser.Answer ask(String kind, String reason, UUID... partners) {
    List<String> fields = new ArrayList<>();
    for (UUID partner : partners) {
      fields.addAll(List.of("partners", partner.toString()));
    }
    fields.addAll(
        List.of(
            "purpose", "protection_and_placement", "how", "once", "kind", kind, "reason", reason));
    asker.browser().get("/protect/cases/" + child + "/elsewhere/ask");
    return asker
        .browser()
        .post("/protect/cases/" + child + "/elsewhere/ask", fields.toArray(String[]::new));
  }
}
