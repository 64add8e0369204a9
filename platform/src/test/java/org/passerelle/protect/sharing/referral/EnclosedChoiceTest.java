package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.partner.nodes.envelope.Schemas;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.dossier.EnclosureSelection;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.OnBothDatabases;

/** Each enclosure is selected individually and judged by the basis of the referral. */
@OnBothDatabases
class EnclosedChoiceTest extends EnclosedScene {
  @Test
  void nothingIsEnclosedByDefault() {
    file("medical_report", "report.txt", WORDS);
    UUID id = draft();
    assertThat(
            house
                .get(EnclosureSelection.class)
                .choices(house.get(Referrals.class).find(id, scene.sender()), scene.sender()))
        .singleElement()
        .satisfies(choice -> assertThat(choice.ticked()).isFalse());
    house.get(Referrals.class).send(id, scene.sender());
    scenes.deliver();
    assertThat(came(id)).isEmpty();
  }

  @Test
  void whatTheBasisDoesNotCoverIsRefusedByName() {
    UUID statement = file("statement", "account.txt", WORDS);
    UUID id = draft();
    enclose(id, Map.of(statement, ""));
    assertThatThrownBy(() -> house.get(Referrals.class).send(id, scene.sender()))
        .isInstanceOf(Refused.class);
    assertThat(
            house
                .get(EnclosureSelection.class)
                .choices(house.get(Referrals.class).find(id, scene.sender()), scene.sender()))
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.category()).as("its kind says so").isEqualTo("narrative");
              assertThat(choice.objection().orElseThrow().key())
                  .isEqualTo("enclosure.refused.not-covered");
              assertThat(choice.objection().orElseThrow().arguments()).contains("account.txt");
            });
    scenes.deliver();
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
  }

  @Test
  void aPictureOfThePersonIsOfACategoryOfItsOwn() {
    UUID picture = file("photograph", "face.jpg", SomeFiles.picture("jpg"));
    UUID id = draft();
    enclose(id, Map.of(picture, ""));
    assertThat(objections(id)).containsExactly("enclosure.refused.category");
    enclose(id, Map.of(picture, "photograph"));
    assertThat(objections(id)).containsExactly("enclosure.refused.not-covered");
    UUID covering = scenes.consent(scene, Set.of("identity", "case", "photograph"), "adult", null);
    house.get(Referrals.class).choose(id, List.of("known_as"), covering, scene.sender());
    assertThat(objections(id)).isEmpty();
    house.get(Referrals.class).send(id, scene.sender());
    scenes.deliver();
    assertThat(came(id)).singleElement().matches(StoredEnclosures.Came::isWhole);
  }

  @Test
  void tooManyAndTooMuchAreRefusedBesideTheFileAndNothingTickedIsLost() {
    byte[] large = SomeFiles.text(9 << 20);
    Map<UUID, String> all = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      all.put(file("medical_report", "large" + i + ".txt", large), "health");
    }
    UUID id = draft();
    enclose(id, all);
    assertThat(objections(id)).containsExactly("enclosure.refused.together");
    Browser browser = sender.browser();
    String at = "/protect/referrals/" + id + "/content";
    browser.get(at);
    String[] ticked = all.keySet().stream().map(UUID::toString).toArray(String[]::new);
    Browser.Answer page =
        browser.post(
            at,
            "basis",
            basis.toString(),
            "fields",
            "known_as",
            "files",
            ticked[0],
            "files",
            ticked[1],
            "files",
            ticked[2],
            "files",
            ticked[3],
            "step",
            "review");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("href=\"#file-", "the limit is 30 MB");
    for (String file : ticked) {
      assertThat(page.body())
          .contains("id=\"file-" + file + "\" name=\"files\" value=\"" + file + "\" checked");
    }
    for (int i = 0; i < 8; i++) {
      all.put(file("medical_report", "small" + i + ".txt", WORDS), "health");
    }
    all.keySet().stream().limit(4).toList().forEach(all::remove);
    for (int i = 0; i < 3; i++) {
      all.put(file("medical_report", "more" + i + ".txt", WORDS), "health");
    }
    enclose(id, all);
    assertThat(objections(id)).containsExactly("enclosure.refused.many");
  }

  /**
   * The user is told before sending that the recipient's node is too old; nothing is left out
   * silently.
   */
  @Test
  void aPartnerThatCannotTakeFilesIsNamedBeforehand() {
    StubNode older = new StubNode(house, "http://127.0.0.1:9");
    Map<String, List<Integer>> kinds = new TreeMap<>(house.get(Schemas.class).versions());
    kinds.remove(EnclosedPiece.KIND);
    older.agree(older.descriptor(Map.of(older.organisation(), "ngo"), kinds));
    try {
      SignedIn there =
          new SignedIn(
              scene.recipient().user(),
              "there",
              older.organisation(),
              "there",
              scene.recipient().roles());
      ReferralScenes.Scene far = new ReferralScenes.Scene(scene.sender(), there, scene.caseId());
      UUID covering = scenes.consent(far, Set.of("identity", "case", "health"), "adult", null);
      UUID report = file("medical_report", "report.txt", WORDS);
      UUID id = scenes.draft(far);
      house.get(Referrals.class).choose(id, List.of("known_as"), covering, scene.sender());
      assertThat(sender.browser().get("/protect/referrals/" + id + "/content").body())
          .contains("uses a system that cannot take files yet");
      enclose(id, Map.of(report, "health"));
      assertThat(objections(id)).containsExactly("enclosure.refused.older");
      assertThatThrownBy(() -> house.get(Referrals.class).send(id, scene.sender()))
          .isInstanceOf(Refused.class)
          .hasMessage("enclosure.refused.older");
      enclose(id, Map.of());
      assertThat(house.get(Referrals.class).send(id, scene.sender()))
          .isEqualTo(Referrals.Sent.LEFT);
      house.get(Referrals.class).revoke(id, scene.sender());
    } finally {
      older.end();
    }
  }

  @Test
  void anEmptyFileIsRefusedWhereItIsAdded() {
    assertThatThrownBy(() -> file("other", "empty.txt", new byte[0]))
        .isInstanceOf(Refused.class)
        .hasMessage("cases.refused.file-empty");
  }
}
