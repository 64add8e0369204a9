package org.passerelle.protect.sharing.referral.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.ClosingReasons;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.CommonReference;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A child does not get two files: a referral can be joined to an existing case. */
@OnBothDatabases
class JoinedCasesTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member recipient;
  private SignedIn reader;
  private UUID known;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void somebodyWhomTheRecipientKnows() {
    scenes = new ReferralScenes(house);
    ReferralScenes.Scene first = scenes.scene("RS", "ngo", "RS", "health");
    ReferralScenes.Scene made =
        new ReferralScenes.Scene(
            first.sender(),
            first.recipient(),
            ReferralScenes.file().named("Xhemile Marku").open(house, first.sender()));
    recipient = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    scene = scenes.with(recipient, made);
    reader = scene.recipient();
    known = ReferralScenes.file().named("Џемиле Марку").knownAs("Zana").open(house, reader);
    basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    id = scenes.draft(scene);
    house.get(Referrals.class).choose(id, List.of("known_as", "names"), basis, scene.sender());
    house.get(Referrals.class).send(id, scene.sender());
    scenes.deliver();
  }

  @Test
  void theCaseThatIsThereIsOfferedAndTakesItUp() {
    Browser browser = recipient.browser();
    String page = "/protect/received/" + id;
    assertThat(browser.get(page).body())
        .contains("This may be “Zana”", "whom you already know", CommonReference.of(id));
    int before = cases();
    assertThat(browser.post(page + "/accept", "case", known.toString()).location())
        .isEqualTo("/protect/cases/" + known);
    assertThat(cases()).as("no second file").isEqualTo(before);
    assertThat(browser.get("/protect/cases/" + known).body())
        .contains("asks you for: Medical care", CommonReference.of(id), "Taken up in this case");
    scenes.deliver();
    assertThat(house.get(Referrals.class).find(id, scene.sender()).state()).isEqualTo("accepted");
    assertThat(browser.get(page).body()).doesNotContain("This may be");
  }

  @Test
  void whatIsSaidOnTheTelephoneLeadsToItOnBothSidesAndNobodyElse() {
    String said = CommonReference.of(id);
    assertThat(found(recipient, said)).isEqualTo("/protect/received/" + id);
    Member sender = Member.in(house, scene.sender().organisation(), Role.SUPERVISOR);
    assertThat(found(sender, said)).isEqualTo("/protect/referrals/" + id);
    assertThat(found(Member.of(house, Role.SUPERVISOR), said)).isEmpty();
  }

  private static String found(Member who, String said) {
    Browser browser = who.browser();
    browser.get("/protect/cases");
    return browser.post("/protect/cases/find", "q", said).location();
  }

  @Test
  void aWithdrawalIsConfirmedWithoutErasingIt() {
    house.get(JoinedCases.class).accept(id, known, reader);
    scenes.deliver();
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    house.get(WithdrawalAnswers.class).acknowledge(id, reader);
    scenes.deliver();
    assertThat(house.get(Referrals.class).find(id, scene.sender()).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void whoTakesTheAcceptanceBackAndDeclinesKeepsTheCaseThatWasThere() {
    house.get(JoinedCases.class).accept(id, known, reader);
    scenes.deliver();
    house.get(Acceptances.class).takeBack(id, "Our doctor is away until April.", reader);
    scenes.deliver();
    String page = "/protect/received/" + id;
    Browser browser = recipient.browser();
    browser.get(page + "/decline");
    assertThat(
            browser
                .post(
                    page + "/decline",
                    "reason",
                    "no_capacity",
                    "why",
                    "Our doctor is away until April.")
                .status())
        .isEqualTo(302);
    // the sender is told once it can no longer be undone
    house.clock().pass(Duration.ofMinutes(1));
    scenes.deliver();
    assertThat(house.get(Referrals.class).find(id, scene.sender()).state()).isEqualTo("declined");
    assertThat(browser.get("/protect/cases/" + known).status()).isEqualTo(200);
    assertThat(house.get(ReceivedReferrals.class).find(id, reader).caseId()).isNull();
  }

  @Test
  void itIsTakenUpOnceAndOnlyWhereTheReaderWorks() {
    UUID theirs = ReferralScenes.file().open(house, scene.sender());
    JoinedCases joined = house.get(JoinedCases.class);
    assertThatThrownBy(() -> joined.accept(id, theirs, reader)).isInstanceOf(NotFound.class);
    house.get(CaseStates.class).close(known, ClosingReasons.ALL.get(0), reader);
    assertThatThrownBy(() -> joined.accept(id, known, reader)).isInstanceOf(Refused.class);
    house.get(ReceivedReferrals.class).accept(id, reader);
    UUID other = ReferralScenes.file().open(house, reader);
    assertThatThrownBy(() -> joined.accept(id, other, reader)).isInstanceOf(Refused.class);
  }

  private int cases() {
    return house
        .db()
        .sql("select count(*) from protect_case where organisation = :organisation")
        .param("organisation", reader.organisation())
        .query(Integer.class)
        .single();
  }
}
