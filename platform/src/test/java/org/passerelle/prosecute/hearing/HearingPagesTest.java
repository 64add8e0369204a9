package org.passerelle.prosecute.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Hearings of children by their forms, with what the page says when something is missing. */
@OnBothDatabases
class HearingPagesTest {
  private static final String NEEDED = "This is needed to go on.";
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String today;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    today = new Scenes(house).today().toString();
  }

  @Test
  void aHearingIsPlannedAndHeld() {
    RoomForms all = on("/hearings");
    assertThat(all.shown()).contains("No hearing yet", "Nobody here may be a child");
    UUID child = child(null);
    UUID adult = child(false);
    assertThat(all.shown()).contains("V-1 (age not known)").doesNotContain(adult.toString());
    all.isTold(NEEDED, "", plan("", "specialised", "video", ""));
    all.isTold("Choose one of the options", "", plan(adult.toString(), "other", "video", ""));
    all.isTold(
        "Say why it is not in a room made for hearings of children.",
        "",
        plan(child.toString(), "other", "video", ""));
    all.isTold(
        "Say why the hearing is not recorded.",
        "",
        plan(child.toString(), "specialised", "none", ""));
    String at = all.sends("", plan(child.toString(), "specialised", "video", ""));
    all.isTold(
        "Say why the child must be heard again.",
        "",
        plan(child.toString(), "specialised", "video", ""));
    assertThat(all.shown()).contains("V-1, hearing 1", ">planned<");
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown()).contains("Court of the city", "Albanian", "Without the public");
    one.isTold(NEEDED, "/held", "on", "", "support", "An aunt");
    one.isTold("An interpreter was needed.", "/held", "on", today, "support", "An aunt");
    one.isTold(
        "Say who was there for the child", "/held", "on", today, "interpreter", "Interpreter 12");
    one.isTold(
        "Say where the recording is.",
        "/held",
        "on",
        today,
        "interpreter",
        "Interpreter 12",
        "support",
        "An aunt");
    one.sends(
        "/held",
        "on",
        today,
        "interpreter",
        "Interpreter 12",
        "support",
        "An aunt",
        "record",
        "CD 7");
    assertThat(one.shown()).contains("CD 7", ">held<").doesNotContain(at + "/held\" class");
    assertThat(on("").shown()).contains("Hearing of V-1 held");
  }

  @Test
  void aHearingIsCancelledWithAReasonAndOnce() {
    String at = on("/hearings").sends("", plan(child(true).toString(), "specialised", "video", ""));
    RoomForms one = new RoomForms(member.browser(), at);
    one.isTold(NEEDED, "/cancel", "reason", "");
    UUID hearing = UUID.fromString(at.replaceFirst(".*/", ""));
    one.isToldAfter(
        () -> house.get(ChildHearings.class).cancel(id, hearing, "Theirs", who),
        "The hearing was held or cancelled meanwhile.",
        "/cancel",
        "reason",
        "Mine");
    assertThat(one.shown()).contains("Theirs", ">cancelled<");
    ChildHearing.Outcome outcome = house.get(ChildHearings.class).find(id, hearing, who).outcome();
    assertThat(outcome).isEqualTo(new ChildHearing.Outcome("", "", "", "Theirs"));
  }

  @Test
  void aClosedInvestigationShowsNoFormAndTakesNothing() {
    String[] plan = plan(child(true).toString(), "specialised", "video", "");
    RoomForms all = on("/hearings");
    String at = all.sends("", plan);
    plan[plan.length - 1] = "Again";
    all.isToldAfter(this::close, "The investigation is closed.", "", plan);
    assertThat(all.shown()).doesNotContain("id=\"second\"");
    assertThat(new RoomForms(member.browser(), at).shown())
        .doesNotContain(at + "/held\"", at + "/cancel\"");
    assertThat(house.get(ChildHearings.class).of(id, who)).hasSize(1);
  }

  private void close() {
    house.get(Investigations.class).close(id, "handed_over", new Scenes(house).today(), who);
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNeitherPageNorForm() {
    String at = on("/hearings").sends("", plan(child(true).toString(), "specialised", "video", ""));
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    assertThat(outside.browser().get(at).status()).isEqualTo(404);
    outside.browser().get("/prosecute/investigations");
    assertThat(outside.browser().post(at + "/cancel", "reason", "Mine").status()).isEqualTo(404);
  }

  private UUID child(@Nullable Boolean minor) {
    Victim.Facts facts =
        new Victim.Facts(null, null, minor, null, List.of(), new Scenes(house).today());
    return house.get(Victims.class).enterOwn(id, facts, who);
  }

  private String[] plan(String child, String room, String recording, String second) {
    return new String[] {
      "victim",
      child,
      "day",
      today,
      "time",
      "10:30",
      "room",
      room,
      "place",
      "Court of the city",
      "recording",
      recording,
      "language",
      "sq",
      "protection",
      "closed",
      "second",
      second
    };
  }

  private RoomForms on(String below) {
    return new RoomForms(member.browser(), "/prosecute/investigations/" + id + below);
  }
}
