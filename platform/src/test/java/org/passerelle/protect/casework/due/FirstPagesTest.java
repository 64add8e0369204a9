package org.passerelle.protect.casework.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** No Today page says that nothing waits while it lists something that does. */
@OnBothDatabases
@Tag("slow")
class FirstPagesTest {
  /** What the first page says to whoever has nothing to do until tomorrow, and this week. */
  private static final Map<String, List<String>> NOTHING =
      Map.of(
          "en", List.of("nothing is waiting until tomorrow", "Nothing is due this week"),
          "fr", List.of("rien n’attend avant demain", "Rien n’est attendu cette semaine"),
          "sr-Cyrl", List.of("до сутра ништа не чека", "Ове недеље нема рокова"),
          "sr-Latn", List.of("do sutra ništa ne čeka", "Ove nedelje nema rokova"));

  @Parameter House house;
  private ReferralScenes scenes;
  private HandOverScenes crossing;
  private ReferralScenes.Scene scene;

  @BeforeEach
  void abroad() {
    scenes = new ReferralScenes(house);
    crossing = new HandOverScenes(house);
    scene = scenes.scene("RS", "ngo", "AL", "national_coordinator");
  }

  private UUID organisation(String country) {
    String handle = ("f-" + house.get(Identifiers.class).next()).substring(0, 38);
    return house
        .get(Organisations.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new OrganisationDraft(
                handle,
                new Wording(Map.of("en", handle, "fr", handle, "sr", handle)),
                "national_coordinator",
                country,
                "",
                "",
                "",
                true))
        .id();
  }

  private static void waits(Member member, String what, String... words) {
    // days may have passed since they signed in
    Browser browser = member.elsewhere();
    assertThat(browser.get("/").body()).as(what).contains(words);
    NOTHING.forEach(
        (tag, nothing) -> {
          String page = in(tag, browser);
          assertThat(page).as(what + " in " + tag).doesNotContain(nothing);
          Stream.of(words)
              .filter(word -> word.startsWith("href"))
              .forEach(way -> assertThat(page).as(what + " in " + tag).contains(way));
        });
    in("en", browser);
  }

  private static String in(String tag, Browser browser) {
    browser.get("/language/" + tag + "?to=/");
    return browser.get("/").body();
  }

  @Test
  void whereNothingWaitsItSaysSo() {
    // from a country without any hand-over in these tests
    UUID quiet = organisation("MT");
    for (Role role : List.of(Role.SUPERVISOR, Role.FOCAL_POINT, Role.NATIONAL_COORDINATOR)) {
      Browser browser = Member.in(house, quiet, role).browser();
      NOTHING.forEach(
          (tag, nothing) ->
              assertThat(in(tag, browser)).as(role.name() + " in " + tag).contains(nothing));
    }
  }

  @Test
  void aHandOverWaitsBeforeAllThreeFromItsFirstHour() {
    UUID to = scene.recipient().organisation();
    Member point = Member.in(house, to, Role.FOCAL_POINT);
    Member above = Member.in(house, to, Role.SUPERVISOR);
    Member coordinator = Member.in(house, to, Role.NATIONAL_COORDINATOR);
    SignedIn who = house.colleague(to, Role.FOCAL_POINT);
    UUID basis = crossing.consent(scene.caseId(), to, null, scene.sender());
    UUID id = crossing.sent(scene.caseId(), to, true, basis, scene.sender());
    scenes.deliver();
    String at = "href=\"/protect/handovers/" + id + "\"";
    waits(point, "to be taken in hand", at, "(Serbia)");
    waits(above, "to be taken in hand", at);
    waits(coordinator, "to be taken in hand", "href=\"/protect/handovers\"", "(Serbia)");
    crossing.handOvers().acknowledge(id, "Duty officer, 042", who);
    waits(point, "to be answered", at);
    waits(above, "to be answered", at);
    waits(coordinator, "to be answered", "href=\"/protect/handovers\"");
    house.clock().pass(Duration.ofDays(8));
    waits(point, "late", at);
    waits(above, "late", at);
    waits(coordinator, "late", "href=\"/protect/handovers\"");
    house.get(ReceivedReferrals.class).accept(id, who);
    scenes.deliver();
    crossing.done(id, Step.RISK, "safe", scene.sender());
    crossing.done(id, Step.RETURN_CONSENT, "", scene.sender());
    crossing.travel(id, "ngo", "Arrivals hall, desk 4", scene.sender());
    crossing.record(id, Step.RECEPTION, "planned", RecordedStep.Details.of("Two educators"), who);
    scenes.deliver();
    crossing.done(id, Step.DEPARTED, "", scene.sender());
    scenes.deliver();
    crossing.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of("Nobody came"), who);
    waits(coordinator, "lost", "href=\"/protect/handovers\"");
  }

  @Test
  void whatWasReceivedWaitsBeforeTheSupervisorAndThePoint() {
    UUID to = scene.recipient().organisation();
    Member point = Member.in(house, to, Role.FOCAL_POINT);
    Member above = Member.in(house, to, Role.SUPERVISOR);
    UUID basis = scenes.consent(scene, Set.of("identity", "case"), "adult", null);
    UUID id = scenes.sent(scene, basis);
    scenes.deliver();
    String at = "href=\"/protect/received/" + id + "\"";
    waits(point, "a referral", at);
    waits(above, "a referral", at);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    scenes.deliver();
    waits(point, "a withdrawal to be confirmed", at);
    waits(above, "a withdrawal to be confirmed", at);
  }

  @Test
  void whatIsOverdueWithColleaguesWaitsBeforeTheSupervisor() {
    UUID here = Staff.organisation(house).id();
    Member above = Member.in(house, here, Role.SUPERVISOR);
    SignedIn manager = house.colleague(here, Role.CASE_MANAGER);
    UUID file = SomeCase.in("RS").open(house, manager);
    house
        .get(CaseTasks.class)
        .task(
            file,
            "other",
            "Ask about the aunt",
            house.clock().instant().plus(Duration.ofDays(1)),
            manager.user(),
            manager);
    house.clock().pass(Duration.ofDays(3));
    waits(above, "overdue with colleagues", "/protect/supervision/overdue");
  }

  @Test
  void aCaseWithALateLegalDeadlineDoesNotSayThatNothingIsDue() {
    UUID here = Staff.organisation(house).id();
    Member manager = Member.in(house, here, Role.CASE_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    UUID file = SomeCase.in("RS").minor("no").open(house, who);
    String page = "/protect/cases/" + file;
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    house
        .get(Decisions.class)
        .record(
            file,
            new Decisions.Draft(
                "refused", today, today.plusDays(15), new Decisions.Content("Centre", "Reasons")),
            who);
    assertThat(
            house
                .get(Dues.class)
                .of(file, who, house.get(Languages.class).texts(new Language("en"))))
        .extracting(DueThing::kind)
        .as("nothing else is due")
        .containsOnly("deadline");
    assertThat(manager.browser().get(page).body()).doesNotContain("Nothing is due");
    house.clock().pass(Duration.ofDays(86));
    assertThat(manager.elsewhere().get(page).body()).doesNotContain("Nothing is due");
    waits(manager, "a late deadline", file.toString());
    assertThat(manager.elsewhere().get("/protect/cases?due=late").body())
        .contains("/protect/cases/" + file);
  }
}
