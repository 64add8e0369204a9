package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.paper.Paper;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Nobody releases an issue alone, and nobody approves what looks otherwise than they saw it. */
@OnBothDatabases
class SecondPersonTest {
  @Parameter House house;
  @RegisterExtension final LetterDesk desk = new LetterDesk(() -> house);

  @Test
  void theSecondPersonIsToldLooksAndApprovesAndBothStandBesideTheVersion() {
    LetterDesk.Pair pair = desk.pair();
    int number = desk.issue(pair.manager());
    String editor = "/steer/letters/" + number;
    String issue = "No. " + number + ", October 2019";
    assertThat(LetterDesk.ask(pair.manager(), editor).location()).isEqualTo(editor);
    assertThat(pair.manager().get("/").body()).contains(issue + " waits for a second person");
    assertThat(pair.manager().get(editor).body())
        .contains("The release waits for a second person", "Take the request back")
        .doesNotContain(editor + "/release\"", "Approve or decline");
    assertThat(pair.manager().get("/house/approvals").body()).doesNotContain("/approve\"");

    assertThat(pair.second().get("/").body()).contains("Decide one request");
    assertThat(pair.second().get(editor).body())
        .contains("Approve or decline")
        .doesNotContain("Take the request back");
    assertThat(pair.second().get("/house/approvals").body())
        .contains("Release the letter in four editions: " + issue, "href=\"" + editor + "\"");
    LetterDesk.approve(pair.second());
    assertThat(new Browser(house).get("/letters/" + number + "/fr").status()).isEqualTo(200);
    assertThat(pair.manager().get("/").body()).contains(issue + " was approved and is released");
    assertThat(signed(number)).hasSize(2).doesNotHaveDuplicates();
    assertThat(pair.manager().get(editor).body()).contains(", approved by ");

    pair.manager().post(editor + "/withdraw", "version", "1", "reason", "A name was wrong");
    assertThat(pair.manager().get("/").body())
        .doesNotContain(issue + " was approved and is released");
    Browser.Answer gone = new Browser(house).get("/letters/" + number + "/fr");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).contains("class=\"btn primary\" href=\"/letters\"");
  }

  @Test
  void whatChangedAfterTheRequestIsNotApproved() {
    LetterDesk.Pair pair = desk.pair();
    int number = desk.issue(pair.manager());
    String editor = "/steer/letters/" + number;
    String block = editor + "/blocks/letter-" + number + "-text";
    LetterDesk.ask(pair.manager(), editor);
    pair.manager().get(block);
    LetterDesk.write(pair.manager(), block, 2, "text.fr", "Un autre texte.", "text.fits", "yes");
    assertThat(LetterDesk.approve(pair.second()).body()).contains("looks otherwise than when");
    assertThat(new Browser(house).get("/letters/" + number + "/fr").status()).isEqualTo(404);
    assertThat(pair.manager().get(editor).body())
        .contains("The issue was changed after that", "Take the request back");

    // as it was seen again, it may be approved
    pair.manager().get(block);
    LetterDesk.write(pair.manager(), block, 3, "text.fits", "yes");
    LetterDesk.approve(pair.second());
    assertThat(new Browser(house).get("/letters/" + number + "/fr").status()).isEqualTo(200);
  }

  /** The form of an earlier page is sent all the same: an empty block is not released by it. */
  @Test
  void anEmptyBlockIsNotAskedFor() {
    LetterDesk.Pair pair = desk.pair();
    int number = desk.issue(pair.manager());
    String editor = "/steer/letters/" + number;
    String seen = LetterDesk.seen(pair.manager(), editor);
    pair.manager().post(editor + "/blocks", "type", "figures");
    assertThat(pair.manager().get(editor).body()).contains("shows no figure");
    Browser.Answer refused = pair.manager().post(editor + "/release", "seen", seen);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("There is still one obstacle to the release");
    assertThat(pair.second().get("/house/approvals").body()).doesNotContain("/approve\"");
    assertThat(pair.manager().get(editor).body()).doesNotContain("waits for a second person");
  }

  @Test
  void whatAColleagueChangedAMomentBeforeIsNotAskedForUnseen() {
    LetterDesk.Pair pair = desk.pair();
    int number = desk.issue(pair.manager());
    String editor = "/steer/letters/" + number;
    String seen = LetterDesk.seen(pair.manager(), editor);
    String block = editor + "/blocks/letter-" + number + "-text";
    Browser colleague = desk.manager();
    colleague.get(block);
    LetterDesk.write(colleague, block, 2, "text.fr", "Un autre texte.", "text.fits", "yes");
    assertThat(pair.manager().post(editor + "/release", "seen", seen).body())
        .contains("looks otherwise than when");
    assertThat(pair.second().get("/house/approvals").body()).doesNotContain("/approve\"");
  }

  @Test
  void whoeverIsDeclinedReadsWhy() {
    LetterDesk.Pair pair = desk.pair();
    int number = desk.issue(pair.manager());
    LetterDesk.ask(pair.manager(), "/steer/letters/" + number);
    String page = pair.second().get("/house/approvals").body();
    String id = page.replaceFirst("(?s).*/house/approvals/([0-9a-f-]{36})/decline.*", "$1");
    pair.second().post("/house/approvals/" + id + "/decline", "reason-" + id, "The date is wrong.");
    assertThat(pair.manager().get("/").body())
        .contains(
            "The release of No. " + number + ", October 2019 was declined", "The date is wrong.");
    assertThat(pair.manager().get("/steer/letters/" + number).body())
        .contains("Ask for the release");
  }

  @Test
  void whoIsAloneIsToldWhoCouldApprove() {
    Browser alone = desk.manager();
    int number = desk.issue(alone);
    assertThat(LetterDesk.ask(alone, "/steer/letters/" + number).body())
        .contains("Nobody else in your organisation can approve a release");
    assertThat(alone.get("/house/approvals").body()).doesNotContain("Release the letter");
  }

  @Test
  void whoseSecondPersonLeftIsNotSentToTheOperator() {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    UUID organisation = manager.user().organisation();
    Member second = Member.in(house, organisation, Role.STEERING_MEMBER).nextCode();
    int number = desk.issue(manager.browser());
    LetterDesk.ask(manager.browser(), "/steer/letters/" + number);
    Member administrator = Member.in(house, organisation, Role.ADMINISTRATOR);
    Staff.setRoles(house, Staff.signedIn(administrator.user()), second.user().id(), Role.TRAINER);
    assertThat(manager.browser().get("/house/approvals").body())
        .contains(
            "nobody in your organisation can decide this now",
            "Programme manager, Steering committee member")
        .doesNotContain("./passerelle approve");
  }

  /** The editions are made before the transaction, so a colleague may save in between. */
  @Test
  void whatChangedWhileTheEditionsWereMadeIsNotReleased() {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    Member second =
        Member.in(house, manager.user().organisation(), Role.STEERING_MEMBER).nextCode();
    int number = desk.issue(manager.browser());
    String block = "/steer/letters/" + number + "/blocks/letter-" + number + "-text";
    LetterDesk.ask(manager.browser(), "/steer/letters/" + number);
    Approvals approvals = house.get(Approvals.class);
    SignedIn who = Staff.signedIn(second.user());
    UUID request = approvals.toDecide(who).get(0).id();
    TwoPersonAct.Prepared made = approvals.prepare(who, request);
    manager.browser().get(block);
    LetterDesk.write(manager.browser(), block, 2, "text.fr", "Un autre texte.", "text.fits", "yes");
    assertThatThrownBy(() -> approvals.approve(who, request, "", made)).isInstanceOf(Refused.class);
    assertThat(new Browser(house).get("/letters/" + number + "/fr").status()).isEqualTo(404);
  }

  @Test
  void noPageIsSetWithinATransaction() {
    assertThatThrownBy(() -> house.inTransaction(() -> Paper.pdf("en", "<html/>")))
        .isInstanceOf(IllegalStateException.class);
  }

  private List<String> signed(int number) {
    return house
        .db()
        .sql("select by_user, approved_by from letter_release where number = :number")
        .param("number", number)
        .query((row, n) -> List.of(row.getString("by_user"), row.getString("approved_by")))
        .single();
  }
}
