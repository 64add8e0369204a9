package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.JoinedCases;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;

/**
 * Ways in which a live exchange between instances of another such system failed, by its public
 * issues (SORMAS to SORMAS: 6067, 9945, 9955, 10489, 10690, 6941); each does the opposite here.
 */
@Tag("long")
class ShareAgainTest extends TwoNodes {

  /** There: what was refused once could not be shared again, or came back as two cases. */
  @Test
  void whatWasRefusedTwiceIsAcceptedTheThirdTimeAsOneCase() {
    int before = casesThere();
    for (String why : List.of("No bed is free now.", "The educator is away this week.")) {
      UUID id = arrived();
      athens.get(Declines.class).decline(id, "no_capacity", why, scene.recipient());
      await().until(() -> scenes.state(id, scene).equals("declined"));
      assertThat(here().messages(id, scene.sender()))
          .extracting(Referral.Message::text)
          .as("whoever was refused is told why")
          .containsExactly(why);
      assertThat(there().dossier(id, scene.recipient())).isEmpty();
    }
    assertThat(casesThere()).isEqualTo(before);
    UUID third = arrived();
    there().accept(third, scene.recipient());
    await().until(() -> scenes.state(third, scene).equals("accepted"));
    assertThat(casesThere()).isEqualTo(before + 1);
  }

  /** There: what came back after it had been given opened a second case of the same person. */
  @Test
  void whoComesBackIsOfferedAsWhoTheyAre() {
    UUID id = scenes.draft(scene);
    here().choose(id, List.of("known_as", "names", "gender"), basis, scene.sender());
    here().send(id, scene.sender());
    await().until(() -> received(id) == 1);
    UUID file = there().accept(id, scene.recipient());
    await().until(() -> scenes.state(id, scene).equals("accepted"));

    ReferralScenes.Scene back =
        new ReferralScenes.Scene(
            /* sender= */ scene.recipient(), /* recipient= */ scene.sender(), file);
    UUID ground =
        athens
            .get(LegalGrounds.class)
            .record(
                file,
                new LegalGround.Draft(
                    "law",
                    "assistance",
                    scene.sender().organisation(),
                    null,
                    null,
                    "Art. 5",
                    Set.of("case", "identity")),
                back.sender());
    UUID again =
        new ReferralScenes(athens).passedOn(back, ground, List.of("known_as", "names", "gender"));
    ReceivedReferrals home = skopje.get(ReceivedReferrals.class);
    await().until(() -> home.mine(scene.sender(), 9).size() == 1);
    ReceivedReferral came = home.find(again, scene.sender());
    Dossier dossier = home.dossier(again, scene.sender()).orElseThrow();
    JoinedCases joined = skopje.get(JoinedCases.class);
    assertThat(joined.offered(came, dossier, scene.sender()))
        .extracting(Case::id)
        .contains(scene.caseId());
    joined.accept(again, scene.caseId(), scene.sender());
    await()
        .until(
            () ->
                athens
                    .get(Referrals.class)
                    .find(again, scene.recipient())
                    .state()
                    .equals("accepted"));
    assertThat(home.find(again, scene.sender()).caseId()).isEqualTo(scene.caseId());
  }

  /** There: what was changed at the recipient's was born again at the sender's. */
  @Test
  void whatIsChangedThereStaysThere() {
    UUID id = arrived();
    UUID file = there().accept(id, scene.recipient());
    await().until(() -> scenes.state(id, scene).equals("accepted"));
    Case before = skopje.get(Cases.class).find(scene.caseId(), scene.sender());
    int cases = casesHere();
    SomeCase.change(
        athens, file, d -> new CaseDetails("Another name", d.howCame(), "", ""), scene.recipient());
    there().write(id, "She is well", scene.recipient());
    await().until(() -> here().messages(id, scene.sender()).size() == 1);
    Case after = skopje.get(Cases.class).find(scene.caseId(), scene.sender());
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.details()).isEqualTo(before.details());
    assertThat(casesHere()).isEqualTo(cases);
  }

  /** There: what was added after sharing was missing at the recipient's, or all of it went. */
  @Test
  void whatIsAddedAfterwardsGoesOnlyWhenSomebodySendsIt() {
    UUID id = arrived();
    Dossier given = there().dossier(id, scene.recipient()).orElseThrow();
    SomeCase.change(
        skopje,
        scene.caseId(),
        d -> new CaseDetails("Known since today", d.howCame(), "", ""),
        scene.sender());
    here().write(id, "One thing more", scene.sender());
    await().until(() -> there().messages(id, scene.recipient()).size() == 1);
    assertThat(there().dossier(id, scene.recipient()).orElseThrow().fields())
        .isEqualTo(given.fields());
  }

  private UUID arrived() {
    UUID id = scenes.sent(scene, basis);
    await().until(() -> received(id) == 1);
    await().until(() -> scenes.state(id, scene).equals("sent"));
    return id;
  }

  private int casesThere() {
    return cases(athens, scene.recipient());
  }

  private int casesHere() {
    return cases(skopje, scene.sender());
  }

  private static int cases(House house, SignedIn of) {
    return house
        .db()
        .sql("select count(*) from protect_case where organisation = :organisation")
        .param("organisation", of.organisation())
        .query(Integer.class)
        .single();
  }
}
