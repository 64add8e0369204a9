package org.passerelle.protect.sharing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.files.FileVersions;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.dossier.FilesSent;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.JoinedCases;
import org.passerelle.protect.sharing.referral.received.ReceivedFiles;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.OnBothDatabases;

/** Enclosures are sent encrypted, each on its basis, and end with the referral. */
@OnBothDatabases
class EnclosedFilesTest extends EnclosedScene {
  @Test
  void aFileIsReadThroughTheReferralAndEveryLookIsLogged() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    assertThat(came(id))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.isWhole()).isTrue();
              assertThat(one.name()).isEqualTo("report.txt");
              assertThat(open(id, one).content()).isEqualTo(WORDS);
            });
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = 'dossier.file-read' and subject = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(
            () -> house.get(ReceivedFiles.class).open(id, came(id).get(0).file().id(), stranger))
        .isInstanceOf(NotFound.class);
    assertThat(
            house
                .get(FilesSent.class)
                .of(house.get(Referrals.class).find(id, scene.sender()), scene.sender()))
        .extracting(FilesSent.Sent::code)
        .containsExactly("there");
    assertThat(
            house
                .db()
                .sql("select fields from disclosure where referral = :id")
                .param("id", id)
                .query(String.class)
                .list())
        .singleElement()
        .satisfies(fields -> assertThat(fields).contains("enclosed_health"));
  }

  @Test
  void afterDecliningNoFileCanBeReadUntilItIsReversed() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    StoredEnclosures.Came one = came(id).get(0);
    house.get(Declines.class).decline(id, "no_capacity", "Nobody is free here.", scene.recipient());
    assertThatThrownBy(() -> open(id, one)).isInstanceOf(NotFound.class);
    assertThat(came(id)).isEmpty();
    house.get(Declines.class).takeBack(id, scene.recipient());
    assertThat(open(id, one).content()).isEqualTo(WORDS);
  }

  @Test
  void onAcceptanceTheyAreFilesOfTheCaseOnceAndAWithdrawalRemovesThem() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    UUID caseId = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    assertThat(of(caseId))
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.newest().cameWith()).isEqualTo(id);
              assertThat(listed.newest().cameFrom()).isEqualTo(scene.sender().organisation());
              assertThat(listed.newest().kind()).isEqualTo("medical_report");
            });
    UUID file = of(caseId).get(0).newest().id();
    assertThat(house.get(CaseAttachments.class).open(caseId, file, scene.recipient()).content())
        .isEqualTo(WORDS);
    assertThatThrownBy(
            () ->
                house
                    .get(FileVersions.class)
                    .add(caseId, file, "mine.txt", WORDS, scene.recipient()))
        .hasMessage("cases.refused.file-of-others");
    house
        .get(Acceptances.class)
        .takeBack(id, "Our house is closed until April.", scene.recipient());
    assertThat(house.get(ReceivedReferrals.class).accept(id, scene.recipient())).isEqualTo(caseId);
    assertThat(of(caseId)).hasSize(1);
    scenes.deliver();

    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(of(caseId)).isEmpty();
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
    assertThat(rows("case_file where came_with = '" + id + "'")).isZero();
    assertThatThrownBy(() -> house.get(CaseAttachments.class).open(caseId, file, scene.recipient()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsWithdrawnOnTheWayDoesNotArrive() {
    UUID id = sent(file("medical_report", "report.txt", SomeFiles.text(1 << 20)));
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    assertThat(rows("came_piece where referral = '" + id + "'")).isZero();
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from outbox_message where type = 'referral.file' and order_key = :id and octet_length(payload) > 0")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void erasureAtTheSenderLeavesNothingOnEitherSide() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    scenes.erase(scene, scene.caseId());
    scenes.deliver();
    for (String table :
        List.of(
            "enclosed_file where referral = '" + id + "'",
            "enclosed_piece where enclosed not in (select id from enclosed_file)",
            "came_file where referral = '" + id + "'",
            "came_piece where referral = '" + id + "'",
            "case_file where case_id = '" + scene.caseId() + "'")) {
      assertThat(rows(table)).as(table).isZero();
    }
  }

  @Test
  void erasureAtTheRecipientTakesWhatCame() {
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    UUID caseId = house.get(ReceivedReferrals.class).accept(id, scene.recipient());
    scenes.erase(
        new ReferralScenes.Scene(
            /* sender= */ scene.recipient(), /* recipient= */ scene.sender(), scene.caseId()),
        caseId);
    assertThat(rows("came_file where referral = '" + id + "'")).isZero();
    assertThat(rows("case_file where came_with = '" + id + "'")).isZero();
  }

  @Test
  void joiningPutsThemIntoTheCaseAndRefusingAfterAllTakesThemOut() {
    UUID own = ReferralScenes.file().open(house, scene.recipient());
    UUID id = arrived(file("medical_report", "report.txt", WORDS));
    house.get(JoinedCases.class).accept(id, own, scene.recipient());
    assertThat(of(own)).hasSize(1);
    scenes.deliver();
    house
        .get(Acceptances.class)
        .takeBack(id, "Our house is closed until April.", scene.recipient());
    house.get(Declines.class).decline(id, "no_capacity", "Nobody is free here.", scene.recipient());
    assertThat(of(own)).isEmpty();
  }

  @Test
  void thePagesSayWhatGoesWhatCameAndFromWhom() {
    Member recipient = Member.in(house, scene.recipient().organisation(), Role.CASE_MANAGER);
    UUID report = file("medical_report", "report.txt", WORDS);
    UUID id = draft();
    hold(true);
    Browser browser = sender.browser();
    String at = "/protect/referrals/" + id;
    assertThat(browser.get(at + "/content").body())
        .contains(
            "Files of the case", "report.txt", "At most 10 files, 10 MB each and 30 MB in all")
        .doesNotContain("value=\"" + report + "\" checked");
    assertThat(
            browser
                .post(
                    at + "/content",
                    "basis",
                    basis.toString(),
                    "fields",
                    "known_as",
                    "files",
                    report.toString(),
                    "step",
                    "review")
                .location())
        .isEqualTo(at + "/review");
    assertThat(browser.get(at + "/review").body()).contains("report.txt");
    assertThat(browser.post(at + "/send").location()).isEqualTo(at);
    assertThat(browser.get(at).body()).contains("Files on their way: 0 of 1 arrived.");
    hold(false);
    scenes.deliver();
    assertThat(browser.get(at).body()).contains("The file has arrived.");
    String there = "/protect/received/" + id;
    Browser other = recipient.browser();
    String page = other.get(there).body();
    assertThat(page).contains("The file has arrived.", "report.txt");
    String link = page.replaceAll("(?s).*href=\"(" + there + "/files/[^\"]+)\".*", "$1");
    assertThat(other.get(link).body()).isEqualTo("She was seen on Monday.");
    String opened = other.post(there + "/accept").location();
    assertThat(other.get(opened.replaceAll("\\?.*", "") + "/notes").body())
        .contains("report.txt", "with a referral", "href=\"" + there + "\"");
  }
}
