package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** What a guest writes and reads is shown to each member of the sender's team. */
@OnBothDatabases
@Tag("slow")
class LetterboxNewsTest {
  @Parameter House house;

  @Test
  void aFileIsNewsUntilEachHasSeenIt() {
    LetterboxScenes scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    Member colleague =
        Member.in(house, scenes.who.organisation(), Role.CASE_MANAGER, Role.FOCAL_POINT);
    UUID id = scenes.sent(file, scenes.basis(file));
    house.get(CaseTeam.class).add(file, Staff.signedIn(colleague.user()).user(), scenes.who);
    house
        .get(GuestActs.class)
        .leave(
            id,
            house.get(Identifiers.class).next(),
            "answer.txt",
            "We have a place.".getBytes(StandardCharsets.UTF_8));
    String words = " left a file in the letterbox";
    String at = "/protect/letterboxes/" + id;
    Browser sender = scenes.sender.browser();
    assertThat(sender.get("/").body()).contains(words, "href=\"" + at + "\"");
    assertThat(sender.get("/protect/cases").body()).contains("badge accent\">New<");
    assertThat(sender.get("/protect/handovers").body()).contains("badge accent\">New<");
    assertThat(sender.get("/protect/cases/" + file).body()).contains(words);
    assertThat(sender.get(at).body()).contains("New since you last looked", words);
    assertThat(sender.get("/").body()).doesNotContain(words);
    assertThat(colleague.browser().get("/").body()).contains(words);
  }

  /** The recall deletes what lies there: whoever enters afterwards has not read it. */
  @Test
  void whatWasTakenBackUnreadIsNotRead() {
    LetterboxScenes scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    UUID basis = scenes.basis(file);
    UUID id = scenes.sent(file, basis);
    scenes.guest(id);
    Browser sender = scenes.sender.browser();
    sender.get("/protect/referrals/" + id);
    sender.post("/protect/referrals/" + id + "/messages", "text", "Who comes along?");
    scenes.carry();
    house.get(Consents.class).withdraw(file, basis, scenes.who);
    scenes.carry();
    assertThat(scenes.guest(id).get("/letterbox").body()).doesNotContain("Who comes along?");
    assertThat(sender.get("/protect/referrals/" + id).body())
        .contains("Who comes along?", ">Arrived</span>")
        .doesNotContain(">Read</span>");
  }

  /** With the access ended nobody is written to, so the sender is told that a code is needed. */
  @Test
  void whatArrivesAfterTheAccessWasEndedNeedsACode() {
    LetterboxScenes scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    UUID id = scenes.sent(file, scenes.basis(file));
    scenes.guest(id);
    String at = "/protect/letterboxes/" + id;
    house.get(SenderView.class).end(id, scenes.who);
    Browser sender = scenes.sender.browser();
    assertThat(sender.get("/").body()).doesNotContain(at);
    house.clock().pass(Duration.ofMinutes(1));
    sender.get("/protect/referrals/" + id);
    sender.post("/protect/referrals/" + id + "/messages", "text", "The journey is put off.");
    scenes.carry();
    assertThat(sender.get("/").body()).contains(at);
    scenes.code(id);
    assertThat(sender.get("/").body()).doesNotContain(at);
  }

  @Test
  void whatTheSenderWroteIsReadWhenTheLetterboxIsOpened() {
    LetterboxScenes scenes = new LetterboxScenes(house);
    UUID file = scenes.file();
    UUID id = scenes.sent(file, scenes.basis(file));
    Browser sender = scenes.sender.browser();
    sender.get("/protect/referrals/" + id);
    sender.post("/protect/referrals/" + id + "/messages", "text", "Who comes along?");
    house.get(LetterboxCarrier.class).carry(scenes.letterbox);
    assertThat(sender.get("/protect/referrals/" + id).body()).contains(">Arrived</span>");
    Browser guest = scenes.guest(id);
    assertThat(guest.get("/letterbox").body()).contains("Who comes along?");
    assertThat(sender.get("/protect/referrals/" + id).body()).contains(">Read</span>");
    LetterboxScenes.does(guest, "write", "text", "Her aunt");
    assertThat(guest.get("/letterbox").body()).contains(">Arrived</span>");
    sender.get("/protect/referrals/" + id);
    assertThat(guest.get("/letterbox").body()).contains(">Read</span>");
  }
}
