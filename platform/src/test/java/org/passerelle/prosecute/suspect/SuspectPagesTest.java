package org.passerelle.prosecute.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Suspects by their forms, with what the page says when something is not taken. */
@OnBothDatabases
class SuspectPagesTest {
  private static final String NEEDED = "This is needed to go on.";
  private static final Pattern NAMED =
      Pattern.compile("action=\"[^\"]+(/named/[0-9a-f-]{36}/[0-9]+)\"");
  private static final Pattern REMOVE = Pattern.compile("action=\"[^\"]+(/traits/[^\"]+/remove)\"");
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
  }

  @Test
  void aSuspectIsEnteredChangedRecognisedAndFlagged() {
    RoomForms blank = on("/suspects/new");
    blank.shown();
    Browser.Answer wrong =
        member.browser().post(here("/suspects"), suspect("", "suspect", "1990", "1980"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains(NEEDED, "The later year comes before the earlier one.");
    String at = on("/suspects").sends("", suspect("Anton Grey", "suspect", "1980", "1990"));
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown()).contains("Anton Grey", "1980–1990");
    one.isTold(
        "Enter at least 4 letters or digits.",
        "/traits",
        "kind",
        "vehicle",
        "value",
        "A-1",
        "note",
        "");
    one.sends("/traits", "kind", "vehicle", "value", "AB-123-CD", "note", "Seen on 3 May");
    RoomForms search = new RoomForms(member.browser(), "/prosecute/suspects");
    search.isTold("Enter at least 4 letters or digits.", "", "kind", "vehicle", "value", "ab");
    search.isRefused(200, at, "", "kind", "vehicle", "value", "ab 123 cd");
    Matcher remove = REMOVE.matcher(one.shown());
    assertThat(remove.find()).isTrue();
    one.sends(remove.group(1));
    assertThat(one.shown()).doesNotContain("AB-123-CD");
    one.isTold(NEEDED, "/flag", "reason", "");
    one.sends("/flag", "reason", "Told what to bring");
    one.sends("/lift", "reason", "He led the others");
    assertThat(one.shown()).contains("Told what to bring", "He led the others");
    one.isRefused(409, "Only who was cleared can be erased.", "/erase");
    RoomForms edit = new RoomForms(member.browser(), at + "/edit");
    String version = Browser.hidden(member.browser().get(at + "/edit"), "_version");
    String[] changed = suspect("Anton Grau", "cleared", "1980", "");
    edit.sends("", with(changed, version));
    assertThat(one.shown()).contains("Anton Grau", ">cleared<");
    edit.shown();
    assertThat(member.browser().post(at + "/edit", with(changed, version)).status())
        .as("somebody saved in between")
        .isEqualTo(409);
    one.sends("/erase");
    assertThat(one.shown()).contains("Asked. A second person decides.");
  }

  private static String[] suspect(String name, String state, String from, String to) {
    return new String[] {"nature", "natural", "state", state, "name", name, "from", from, "to", to};
  }

  private static String[] with(String[] fields, String version) {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "_version";
    all[fields.length + 1] = version;
    return all;
  }

  @Test
  void whomACaseSuspectsIsEnteredByAButton() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    new Scenes(house).names(scene, "Boris Amber", "+33 6 00 00 00 17");
    Member there = Member.in(house, scene.recipient().organisation(), Role.PROSECUTOR);
    SignedIn prosecutor = Staff.signedIn(there.user());
    UUID theirs = new Scenes(house).begun(prosecutor).id();
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case", "narrative"), "adult", null);
    house.get(Victims.class).enter(theirs, basis, prosecutor);
    RoomForms all =
        new RoomForms(there.browser(), "/prosecute/investigations/" + theirs + "/suspects");
    assertThat(all.shown()).contains("Named by cases", "Boris Amber", "from the case of V-1");
    Matcher named = NAMED.matcher(all.shown());
    assertThat(named.find()).isTrue();
    String at = all.sends(named.group(1), "of", "1");
    assertThat(there.browser().get(at).body())
        .contains("Boris Amber", "from the case of V-1", "+33 6 00 00 00 17");
    assertThat(all.shown()).doesNotContain("Named by cases");
    all.isRefused(404, "", named.group(1), "of", "1");
    all.isRefused(404, "", named.group(1).replaceFirst("[0-9]+$", "x"), "of", "1");
  }

  @Test
  void aFlagThatAColleagueRaisedMeanwhileIsNotRaisedAgain() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    NonPunishment flags = house.get(NonPunishment.class);
    RoomForms one = on("/suspects/" + suspect);
    one.isToldAfter(
        () -> flags.raise(id, suspect, "Theirs", who),
        "The flag stands already.",
        "/flag",
        "reason",
        "Mine");
    one.isToldAfter(
        () -> flags.lift(id, suspect, "Theirs", who),
        "The flag does not stand.",
        "/lift",
        "reason",
        "Mine");
  }

  @Test
  void anInvestigatorRaisesAFlagAndDoesNotTakeItBack() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    Member investigator = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user().id(), null, who);
    RoomForms one = new RoomForms(investigator.browser(), here("/suspects/" + suspect));
    one.sends("/flag", "reason", "Owed them for the journey");
    assertThat(one.shown()).doesNotContain("/lift\" class");
    one.isRefused(404, "", "/lift", "reason", "no");
    one.isRefused(404, "", "/erase");
    assertThat(house.get(Suspects.class).find(id, suspect, who).flag().stands()).isTrue();
  }

  private RoomForms on(String below) {
    return new RoomForms(member.browser(), here(below));
  }

  private String here(String below) {
    return "/prosecute/investigations/" + id + below;
  }
}
