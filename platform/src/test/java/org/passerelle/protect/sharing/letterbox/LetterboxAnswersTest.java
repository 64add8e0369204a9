package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A guest's answers when the sender corrects or recalls something. */
@OnBothDatabases
class LetterboxAnswersTest {
  @Parameter House house;
  private LetterboxScenes scenes;
  private UUID file;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void aCase() {
    scenes = new LetterboxScenes(house);
    file = scenes.file();
    basis = scenes.basis(file);
    id = scenes.sent(file, basis);
  }

  /**
   * Delivers everything under way, so that other tests of this installation count only their own.
   */
  @AfterEach
  void quiet() {
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
  }

  @Test
  void correctionsAreShownAndConfirmedByTheGuest() {
    Browser guest = scenes.guest(id);
    assertThat(guest.get("/letterbox").body()).contains("Lumi");
    SomeCase.change(
        house,
        file,
        d -> new CaseDetails("Lumturi", d.howCame(), d.takeCare(), d.safeNote()),
        scenes.who);
    Corrections corrections = house.get(Corrections.class);
    assertThat(corrections.send(file, Map.of(id, List.of("known_as")), scenes.who)).isEqualTo(1);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(guest.get("/letterbox").body())
        .contains("Lumturi", "has corrected what it had told you")
        .doesNotContain("Lumi<");
    LetterboxScenes.does(
        guest, "corrected", "correction", Browser.hidden(guest.get("/letterbox"), "correction"));
    assertThat(house.get(Referrals.class).find(id, scenes.who).correctionTakenAt()).isNotNull();
    assertThat(guest.get("/letterbox").body()).doesNotContain("has corrected what");
  }

  @Test
  void whyItWasTakenBackIsReadUntilItIsConfirmed() {
    Browser guest = scenes.guest(id);
    LetterboxScenes.does(guest, "accept");
    house.get(Referrals.class).revoke(id, "Her aunt takes her to another town.", scenes.who);
    scenes.carry();
    assertThat(guest.get("/letterbox").body())
        .contains("Her aunt takes her to another town.")
        .doesNotContain("Lumi");
    assertThat(kept()).isOne();
    LetterboxScenes.does(guest, "confirm", "answer", "");
    assertThat(kept()).as("nothing is kept").isZero();
  }

  private int kept() {
    return house
        .db()
        .sql(
            """
            select count(*) from letterbox_dossier
             where referral = :id and taken_back_why is not null
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatTheSenderWritesAfterADeclineIsRead() {
    Referrals referrals = house.get(Referrals.class);
    referrals.write(id, "She likes to be called Lumi.", scenes.who);
    scenes.carry();
    Browser guest = scenes.guest(id);
    LetterboxScenes.does(
        guest, "decline", "reason", "no_capacity", "why", "No bed is free before Friday.");
    referrals.write(id, "Saturday would do.", scenes.who);
    scenes.carry();
    assertThat(guest.get("/letterbox").body())
        .contains("Saturday would do.")
        .doesNotContain("Lumi");
  }

  /** "Close access now" does not prevent the guest from learning of the withdrawal. */
  @Test
  void aWithdrawalIsHeardAndConfirmedAlsoWhereTheAccessWasEnded() {
    Browser guest = scenes.guest(id);
    String code = scenes.code(id);
    house.get(SenderView.class).end(id, scenes.who);
    assertThat(guest.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(scenes.sender.browser().get("/").body()).contains("/protect/letterboxes/" + id);
    Browser again = new Browser(house);
    String link = scenes.link(id);
    again.open(link);
    assertThat(again.post(link, "code", code).location()).isNotEqualTo("/letterbox");
    LetterboxScenes.does(scenes.guest(id), "confirm");
    assertThat(house.get(Referrals.class).find(id, scenes.who).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void aWithdrawalIsConfirmedAlsoWhereTheLetterboxIsClosed() {
    scenes.guest(id);
    SignedIn administrator = house.somebody(Role.ADMINISTRATOR);
    house.inTransaction(
        () -> {
          house.get(Letterboxes.class).end(scenes.letterbox, administrator);
          return true;
        });
    assertThatThrownBy(() -> scenes.code(id)).hasMessage("letterbox.refused.over");
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    LetterboxScenes.does(scenes.guest(id), "confirm");
    assertThat(house.get(Referrals.class).find(id, scenes.who).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void aLawThatForbidsErasingIsStatedAndAnsweredLaterWithANewCode() {
    Browser guest = scenes.guest(id);
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    LetterboxScenes.does(
        guest, "retained", "ground", "court_order", "reference", "Decision 12/26", "until", "");
    assertThat(house.get(Referrals.class).law(id, scenes.who))
        .hasValueSatisfying(law -> assertThat(law.reference()).isEqualTo("Decision 12/26"));
    assertThat(guest.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    assertThat(scenes.sender.browser().get("/protect/letterboxes/" + id).body())
        .contains("says that a law forbids erasing its own file", "Decision 12/26");
    Browser later = scenes.guest(id);
    assertThat(later.get("/letterbox").body()).contains("Decision 12/26").doesNotContain("Lumi");
    LetterboxScenes.does(later, "confirm");
    assertThat(house.get(Referrals.class).law(id, scenes.who)).isEmpty();
  }
}
