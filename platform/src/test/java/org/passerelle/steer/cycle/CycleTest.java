package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Languages;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.register.Strategy;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.steer.cycle.CycleDocument.State;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The yearly cycle from the draft to the frozen version and its amendment. */
@OnBothDatabases
class CycleTest {
  private static final AtomicInteger YEAR = new AtomicInteger(2021);
  @Parameter House house;
  private LocalDate session;
  private Cycle cycle;
  private SignedIn manager;
  private List<Member> members;

  @BeforeEach
  void committee() {
    Strategy.in(house);
    session = LocalDate.ofInstant(house.get(Clock.class).instant(), ZoneOffset.UTC).plusDays(5);
    cycle = house.get(Cycle.class);
    Member writer = Member.of(house, Role.PROGRAMME_MANAGER);
    manager = Staff.signedIn(writer.user());
    Seats seats = house.get(Seats.class);
    members = new ArrayList<>();
    for (Entry body : seats.members()) {
      Member member = Member.of(house, Role.STEERING_MEMBER);
      seats.seat(manager, member.user().id(), body.id());
      members.add(member);
    }
    assertThat(members).as("the five bodies of the letter").hasSize(5);
  }

  @Test
  void theReportOf2018IsDraftedFromTheData() {
    // from what comes with the product: other tests enter amounts into the same house
    Values report = Values.of(house.get(CycleDraft.class).of(Facts.shipped(), Kind.REPORT, 2018));
    assertThat(report.content().toString())
        .contains("27 May 2018", "Sofia", "27 mai 2018", "27. мај 2018.")
        .contains("No amount has been entered")
        .doesNotContain("⟦");
    assertThat(report.rows("sections"))
        .extracting(s -> s.text("key"))
        .contains("understanding", "prevention", "protection", "prosecution", "partnership");
  }

  @Test
  void aReportCallsHeldOnlyWhatIsOver() {
    Clock april = Clock.fixed(Instant.parse("2019-04-17T09:00:00Z"), ZoneOffset.UTC);
    CycleDraft draft =
        new CycleDraft(house.get(Languages.class), house.get(YearsCampaigns.class), april);
    Values report = Values.of(draft.of(Facts.shipped(), Kind.REPORT, 2019));
    String events = text(report, "events");
    String planned = events.substring(events.indexOf("Planned, and not over yet:"));
    String held = events.substring(0, events.length() - planned.length());
    assertThat(held).contains("8–9 April 2019").doesNotContain("Mission in Serbia");
    assertThat(planned).contains("16–18 April 2019", "20–24 May 2019").doesNotContain("8–9 April");
    long lines = held.lines().filter(line -> line.startsWith("– ")).count();
    assertThat(text(report, "overview")).contains(lines + " events");
    assertThat(text(Values.of(draft.of(Facts.shipped(), Kind.PROGRAMME, 2019)), "events"))
        .contains("8–9 April 2019", "16–18 April 2019")
        .doesNotContain("not over yet");
  }

  /** It said "1 event in 0 countries". */
  @Test
  void anEventOfWhichNoCountryIsKnownIsInNone() {
    List<Entry> entries =
        new ArrayList<>(
            Facts.shipped().everything().stream()
                .filter(one -> !one.kind().id().equals("event"))
                .toList());
    Map<String, Object> content =
        Map.of(
            "title",
            Map.of("en", "A call", "fr", "Un appel", "sr", "Позив"),
            "start",
            "2016-02-02");
    entries.add(new Entry(Kinds.shipped().find("event").orElseThrow(), "call", 1, content));
    CycleDraft draft =
        new CycleDraft(house.get(Languages.class), house.get(YearsCampaigns.class), house.clock());
    Values report = Values.of(draft.of(new Facts(entries), Kind.REPORT, 2016));
    assertThat(text(report, "overview")).contains("1 event.").doesNotContain("countr");
  }

  private static String text(Values document, String section) {
    return document.rows("sections").stream()
        .filter(s -> s.text("key").equals(section))
        .findFirst()
        .map(s -> s.wording("text").byLanguage().getOrDefault("en", ""))
        .orElseThrow();
  }

  @Test
  void itIsFrozenWhenAllFiveHaveApprovedAndNotBefore() {
    CycleDocument document = submitted();
    for (int i = 0; i < 5; i++) {
      assertThat(cycle.need(document.id()).state()).isEqualTo(State.SUBMITTED);
      cycle.decide(who(i), cycle.need(document.id()), true, "");
    }
    CycleDocument approved = cycle.need(document.id());
    assertThat(approved.state()).isEqualTo(State.APPROVED);
    assertThat(approved.digest()).isEqualTo(approved.sum()).hasSize(64);
    assertThat(cycle.decisions(approved))
        .hasSize(5)
        .allSatisfy(d -> assertThat(d.byName()).isNotBlank());
    assertThatThrownBy(
            () -> cycle.edit(approved, approved.revision(), "overview", Map.of(), Map.of(), false))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> cycle.decide(who(0), approved, false, "too late"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void twoLastApprovalsAtOnceFreezeItAllTheSame() {
    CycleDocument document = submitted();
    for (int i = 0; i < 3; i++) {
      cycle.decide(who(i), cycle.need(document.id()), true, "");
    }
    List.of(3, 4).parallelStream().forEach(i -> cycle.decide(who(i), document, true, ""));
    assertThat(cycle.need(document.id()).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void oneMemberCountsOnceHoweverOftenTheyApprove() {
    CycleDocument document = submitted();
    for (int i = 0; i < 5; i++) {
      cycle.decide(who(0), cycle.need(document.id()), true, "");
    }
    assertThat(cycle.need(document.id()).state()).isEqualTo(State.SUBMITTED);
  }

  @Test
  void aReturnNeedsAReasonAndOpensTheDocumentAgain() {
    CycleDocument document = submitted();
    assertThatThrownBy(() -> cycle.decide(who(1), cycle.need(document.id()), false, ""))
        .isInstanceOf(Refused.class);
    cycle.decide(who(1), cycle.need(document.id()), false, "The seminar in Sofia is missing.");
    CycleDocument returned = cycle.need(document.id());
    assertThat(returned.state()).isEqualTo(State.RETURNED);
    cycle.submit(manager, returned, returned.revision(), session);
    assertThat(cycle.decisions(cycle.need(document.id())))
        .as("a new round begins without decisions")
        .isEmpty();
  }

  @Test
  void whoHasNoSeatCannotDecide() {
    CycleDocument document = submitted();
    SignedIn stranger = house.somebody(Role.STEERING_MEMBER);
    assertThatThrownBy(() -> cycle.decide(stranger, document, true, ""))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aMissingTranslationIsNotPutBeforeTheCommittee() {
    CycleDocument draft = cycle.draft(manager, Kind.PROGRAMME, YEAR.incrementAndGet());
    cycle.edit(
        draft,
        draft.revision(),
        "overview",
        Map.of("en", "Overview", "fr", "Aperçu", "sr", "Преглед"),
        Map.of("en", "Rewritten.", "fr", "Réécrit."),
        true);
    CycleDocument edited = cycle.need(draft.id());
    assertThatThrownBy(() -> cycle.submit(manager, edited, edited.revision(), session))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> cycle.edit(edited, draft.revision(), "overview", Map.of(), Map.of(), true))
        .as("an old revision")
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void twoWhoWriteASectionReadBothTexts() {
    CycleDocument draft = cycle.draft(manager, Kind.PROGRAMME, YEAR.incrementAndGet());
    String at = "/steer/cycle/" + draft.id() + "/sections/overview";
    Browser mine = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    mine.get(at);
    Browser theirs = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    theirs.get(at);
    theirs.post(at, "heading.en", "Overview", "text.en", "Their words.", "_version", "1");
    Browser.Answer late =
        mine.post(at, "heading.en", "Overview", "text.en", "My words.", "_version", "1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body())
        .contains("English, Text", "Their words.", "My words.")
        .contains("name=\"_version\" value=\"2\"");
  }

  @Test
  void anAmendmentIsANewVersionAndShowsTheDifference() {
    CycleDocument approved = approved();
    CycleDocument amendment = cycle.amend(manager, approved);
    assertThat(amendment.version()).isEqualTo(2);
    cycle.edit(
        amendment,
        1,
        "funding",
        Map.of("en", "Funding", "fr", "Financement", "sr", "Финансирање"),
        Map.of("en", "A grant was renewed.", "fr", "Renouvelée.", "sr", "Обновљено."),
        true);
    String page =
        members.get(0).browser().get("/steer/cycle/" + amendment.id() + "/difference").body();
    assertThat(page).contains("<ins>", "<del>", "renewed.");
    assertThat(cycle.need(approved.id()).digest()).isEqualTo(approved.digest());
  }

  @Test
  void theWholeWayInABrowserByTwoRoles() {
    int year = YEAR.incrementAndGet();
    Browser writer = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    writer.get("/steer/cycle");
    String at =
        writer.post("/steer/cycle", "kind", "REPORT", "year", String.valueOf(year)).location();
    assertThat(writer.get(at).body()).contains("Report for " + year);
    writer.post(at + "/submit", "session", session.toString(), "_version", "1");
    assertThat(writer.get("/").body())
        .contains("Report for " + year + ": 5 of 5 members have not answered");
    Browser reader = members.get(2).browser();
    assertThat(reader.get("/").body())
        .contains("Report for " + year + ": decide")
        .doesNotContain("have not answered");
    reader.get(at);
    Browser.Answer mute = reader.post(at + "/decisions", "as", "return");
    assertThat(mute.status()).isEqualTo(422);
    assertThat(mute.body()).contains("Write why you return it");
    reader.post(at + "/comments", "section", "funding", "comment", "Which year’s budget?");
    reader.get(at);
    reader.post(at + "/decisions", "as", "return", "reason", "The budget lacks its year.");
    assertThat(writer.get("/").body()).contains("Report for " + year + " was returned");
    assertThat(writer.get(at).body())
        .contains("The budget lacks its year.", "Which year’s budget?");
    assertThat(reader.get(at + "/sections/funding").status()).isEqualTo(404);
    Browser outsider = Member.of(house, Role.CASE_MANAGER).browser();
    assertThat(outsider.get(at).status()).isEqualTo(404);
  }

  private CycleDocument submitted() {
    CycleDocument draft = cycle.draft(manager, Kind.REPORT, YEAR.incrementAndGet());
    cycle.submit(manager, draft, 1, session);
    return cycle.need(draft.id());
  }

  private CycleDocument approved() {
    CycleDocument document = submitted();
    for (int i = 0; i < 5; i++) {
      cycle.decide(who(i), cycle.need(document.id()), true, "");
    }
    return cycle.need(document.id());
  }

  private SignedIn who(int i) {
    return Staff.signedIn(members.get(i).user());
  }
}
