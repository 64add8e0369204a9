package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A country without a node reads and answers in its letterbox, and sees only one dossier. */
@OnBothDatabases
@Tag("slow")
class LetterboxTest {
  @Parameter House house;
  private LetterboxScenes scenes;
  private HandOverScenes handOvers;
  private UUID file;
  private UUID basis;
  private UUID id;

  @BeforeEach
  void aCase() {
    scenes = new LetterboxScenes(house);
    handOvers = new HandOverScenes(house);
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
  void aFocalPointWithOnlyABrowserCompletesAHandOver() {
    Browser guest = new Browser(house);
    String link = scenes.linkOnPage(id);
    guest.open(link);
    assertThat(guest.post(link, "code", scenes.codeOnPage(id)).location()).isEqualTo("/letterbox");
    String page = guest.get("/letterbox").body();
    assertThat(page)
        .contains("Lumi", "Nobody has taken this in hand yet")
        .doesNotContain("Arta B.");
    assertThat(guest.post("/letterbox/acts/take", "contact", "").status()).isEqualTo(422);
    LetterboxScenes.does(guest, "take", "contact", "Duty officer, +359");
    assertThat(handOvers.find(id, scenes.who).contact()).isEqualTo("Duty officer, +359");
    LetterboxScenes.does(guest, "accept");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("accepted");
    LetterboxScenes.does(guest, "write", "text", "Does she speak Turkish?");
    assertThat(house.get(Referrals.class).messages(id, scenes.who))
        .extracting(m -> m.text())
        .containsExactly("Does she speak Turkish?");
    house.get(Referrals.class).write(id, "She does", scenes.who);
    handOvers.done(id, Step.RISK, "safe", scenes.who);
    handOvers.done(id, Step.RETURN_CONSENT, "", scenes.who);
    handOvers.travel(id, "ngo", "Kalotina, lane 4", scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(guest.get("/letterbox").body())
        .contains("She does", "Kalotina, lane 4", "Safe")
        .doesNotContain("/letterbox/steps/risk");
    step(guest, Step.RECEPTION, "planned");
    guest.get("/letterbox/steps/arrived");
    Browser.Answer early = guest.post("/letterbox/steps/arrived", "state", "done", "on", today());
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("The departure has not been recorded");
    handOvers.done(id, Step.DEPARTED, "", scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    step(guest, Step.ARRIVED, "done");
    assertThat(handOvers.steps(id, scenes.who)).containsKeys(Step.RECEPTION, Step.ARRIVED);
    LetterboxScenes.does(guest, "close", "outcome", "durable_solution");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("closed");
  }

  @Test
  void anActSentTwiceTakesEffectOnce() {
    Browser guest = scenes.guest(id);
    guest.get("/letterbox");
    for (int i = 0; i < 2; i++) {
      assertThat(guest.post("/letterbox/acts/write", "text", "Once").location())
          .isEqualTo("/letterbox");
    }
    assertThat(house.get(Referrals.class).messages(id, scenes.who)).hasSize(1);
    guest.get("/letterbox");
    Browser.Answer unsaid = guest.post("/letterbox/acts/decline", "reason", "no_capacity");
    assertThat(unsaid.status()).isEqualTo(422);
    assertThat(unsaid.body()).contains("href=\"#why\"");
    LetterboxScenes.does(
        guest, "decline", "reason", "no_capacity", "why", "Our house is full until spring.");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("refused");
    assertThat(guest.get("/letterbox").body())
        .as("whoever declined no longer reads the dossier")
        .contains("You can no longer open the dossier", "/letterbox/acts/undecline")
        .doesNotContain("Please look for an aunt");
    assertThat(guest.post("/letterbox/acts/accept").status()).isEqualTo(422);
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("refused");
    LetterboxScenes.does(guest, "undecline");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("waits");
    assertThat(guest.get("/letterbox").body()).contains("Please look for an aunt");
    LetterboxScenes.does(guest, "accept");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("accepted");
    LetterboxScenes.does(guest, "unaccept", "why", "The house has closed this week.");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("waits");
    assertThat(guest.get("/letterbox").body()).contains("/letterbox/acts/accept");
    LetterboxScenes.does(guest, "accept");
    assertThat(handOvers.find(id, scenes.who).stands()).isEqualTo("accepted");
  }

  @Test
  void guessedCodesLockItAndAreReported() {
    String link = scenes.link(id);
    String code = scenes.code(id);
    Browser thief = new Browser(house);
    thief.open(link);
    String wrong = code.startsWith("0") ? "1111 1111" : "0000 0000";
    for (int i = 0; i < 5; i++) {
      assertThat(thief.post(link, "code", wrong).status()).isEqualTo(422);
    }
    assertThat(thief.post(link, "code", code).body()).contains("Too many wrong codes");
    assertThat(thief.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    assertThat(scenes.sender.browser().get("/").body())
        .contains("tried too many wrong codes on a letterbox");
    assertThat(lines("letterbox.wrong-code")).isEqualTo(4);
    assertThat(lines("letterbox.locked")).isEqualTo(2);
    assertThat(thief.open("/letterbox/" + "A".repeat(43)).body())
        .contains("This link no longer works");
    assertThat(scenes.guest(id).get("/letterbox").body()).contains("Lumi");
  }

  @Test
  void aGuestSeesOneDossierAndNothingElse() {
    UUID second = scenes.file();
    UUID other = scenes.sent(second, scenes.basis(second));
    Browser guest = scenes.guest(id);
    assertThat(guest.get("/letterbox").body()).doesNotContain(other.toString());
    for (String closed :
        new String[] {
          "/",
          "/protect/received/" + id,
          "/protect/handovers/" + id,
          "/protect/cases/" + file,
          "/protect/letterboxes/" + other
        }) {
      assertThat(guest.get(closed).location()).as(closed).isEqualTo("/sign-in");
    }
    Browser stranger = new Browser(house);
    assertThat(stranger.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    assertThat(stranger.get("/letterbox/steps/arrived").location()).isEqualTo("/letterbox/ended");
    Member colleague = Member.in(house, scenes.who.organisation(), Role.CASE_MANAGER);
    assertThat(colleague.browser().get("/protect/letterboxes/" + id).status()).isEqualTo(404);
  }

  @Test
  void accessExpiresAndCanBeEndedAtOnce() {
    Browser guest = scenes.guest(id);
    scenes.sender.browser().get("/protect/letterboxes/" + id);
    assertThat(scenes.sender.browser().post("/protect/letterboxes/" + id + "/end").location())
        .isNotEmpty();
    assertThat(guest.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    Browser again = scenes.guest(id);
    house.clock().pass(Duration.ofMinutes(31));
    assertThat(again.get("/letterbox").location()).isEqualTo("/letterbox/ended");
    Browser third = scenes.guest(id);
    scenes.code(id);
    assertThat(third.get("/letterbox").location())
        .as("another code ends what was opened before")
        .isEqualTo("/letterbox/ended");
    String link = scenes.link(id);
    house.clock().pass(Duration.ofDays(31));
    assertThat(new Browser(house).open(link).body()).contains("This link no longer works");
  }

  @Test
  void aWithdrawalEmptiesItAndTheReaderConfirms() {
    Browser guest = scenes.guest(id);
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(items()).isZero();
    // a guest who is inside is asked to confirm
    Browser.Answer after = guest.get("/letterbox");
    assertThat(after.body()).contains("I have kept nothing of it").doesNotContain("Lumi");
    assertThat(guest.post("/letterbox/acts/write", "text", "Too late").location())
        .as("what is written meanwhile leads to where it is said")
        .isEqualTo("/letterbox");
    assertThat(items()).isZero();
    assertThat(house.get(Referrals.class).find(id, scenes.who).withdrawalAcknowledgedAt()).isNull();
    LetterboxScenes.does(guest, "confirm");
    assertThat(house.get(Referrals.class).find(id, scenes.who).withdrawalAcknowledgedAt())
        .isNotNull();
    assertThat(guest.get("/letterbox").location()).isEqualTo("/letterbox/ended");
  }

  @Test
  void whoIsOutsideAtTheWithdrawalComesInOnceMoreToConfirm() {
    Browser before = scenes.guest(id);
    LetterboxScenes.does(before, "write", "text", "We have read it");
    String link = scenes.link(id);
    String code = scenes.code(id);
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    Browser after = new Browser(house);
    after.open(link);
    assertThat(after.post(link, "code", code).location()).isEqualTo("/letterbox");
    assertThat(after.get("/letterbox").body())
        .contains("I have kept nothing of it")
        .doesNotContain("Lumi", "We have read it");
    LetterboxScenes.does(after, "confirm");
    assertThat(house.get(Referrals.class).find(id, scenes.who).withdrawalAcknowledgedAt())
        .isNotNull();
  }

  @Test
  void anUnreadDossierIsRecalledAndConfirmedAtOnce() {
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(house.get(Referrals.class).find(id, scenes.who).withdrawalAcknowledgedAt())
        .isNotNull();
    assertThat(items()).isZero();
  }

  @Test
  void anErasureLeavesNothingInIt() {
    Browser guest = scenes.guest(id);
    LetterboxScenes.does(guest, "write", "text", "Who is her guardian?");
    new ReferralScenes(house).erase(new ReferralScenes.Scene(scenes.who, scenes.who, file), file);
    assertThat(items()).isZero();
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(guest.get("/letterbox").body()).doesNotContain("Lumi", "guardian");
  }

  @Test
  void aFileIsLeftAndTakenIntoTheCase() {
    Browser guest = scenes.guest(id);
    guest.get("/letterbox");
    byte[] text = "Report of the social worker".getBytes(StandardCharsets.UTF_8);
    assertThat(
            guest
                .postFile("/letterbox/acts/leave", "file", "report.exe", new byte[] {77, 90, 0, 3})
                .status())
        .isEqualTo(422);
    guest.get("/letterbox");
    assertThat(guest.postFile("/letterbox/acts/leave", "file", "report.txt", text).location())
        .isEqualTo("/letterbox");
    String at = "/protect/letterboxes/" + id;
    String page = scenes.sender.browser().get(at).body();
    assertThat(page).contains("report.txt");
    String take = page.replaceAll("(?s).*action=\"(" + at + "/files/[0-9a-f-]+)\".*", "$1");
    assertThat(scenes.sender.browser().post(take, "kind", "other").location()).isEqualTo(at);
    assertThat(scenes.sender.browser().get("/protect/cases/" + file + "/notes").body())
        .contains("report.txt");
  }

  private int items() {
    return house
        .db()
        .sql("select count(*) from letterbox_item where referral = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private int lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :id")
        .param("action", action)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private String today() {
    return handOvers.today().toString();
  }

  private void step(Browser guest, Step step, String state) {
    guest.get("/letterbox/steps/" + step.code());
    assertThat(
            guest.post("/letterbox/steps/" + step.code(), "state", state, "on", today()).location())
        .as(step.code())
        .isEqualTo("/letterbox");
  }
}
