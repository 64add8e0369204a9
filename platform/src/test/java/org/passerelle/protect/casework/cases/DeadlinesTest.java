package org.passerelle.protect.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.partner.LegalDeadlines;
import org.passerelle.protect.casework.cases.decisions.CaseDeadlines;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.due.DerivedDataUpdater;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Unverified rules compute nothing; computed deadlines state their source; a calendar reveals
 * nobody.
 */
@OnBothDatabases
class DeadlinesTest {
  @Parameter House house;
  private Member member;
  private SignedIn jelena;
  private UUID caseId;

  @BeforeEach
  void aCase() {
    house.clock().set(Instant.parse("2026-04-09T08:00:00Z"));
    member = Member.of(house, Role.CASE_MANAGER);
    jelena = Staff.signedIn(member.user());
    caseId =
        SomeCase.in("MD")
            .form("labour")
            .since(LocalDate.of(2026, 4, 1))
            .knownAs("Linden")
            .named("Xhemile Χ.")
            .open(house, jelena);
  }

  @Test
  void anUnverifiedLawIsShownAndComputesNothing() {
    decide("presumed", "2026-04-07", null);
    CaseDeadlines.Deadline only = deadlines().get(0);
    assertThat(only.due()).isNull();
    assertThat(only.kind()).isEqualTo("recovery-reflection");
    String page = member.browser().get("/protect/cases/" + caseId).body();
    assertThat(page).contains("date not known", "The law may give 30 days", "Law 241/2005");
    assertThat(dated(LocalDate.of(2027, 1, 1))).isEmpty();

    // the date from the document takes its place
    house
        .get(CaseTasks.class)
        .task(
            caseId,
            "reflection_period_ends",
            "As on paper",
            Instant.parse("2026-05-06T16:00:00Z"),
            jelena.user(),
            jelena);
    assertThat(deadlines()).isEmpty();
  }

  @Test
  void aVerifiedLawComputesTheLastDayFromTheDecision() {
    LegalDeadlines law = house.get(LegalDeadlines.class);
    LegalDeadlines.Rule thirty = rule("P30D", false, false);
    assertThat(law.end(thirty, LocalDate.of(2026, 4, 7))).contains(LocalDate.of(2026, 5, 7));
    assertThat(law.end(rule("P3M", false, false), LocalDate.of(2026, 11, 30)))
        .contains(LocalDate.of(2027, 2, 28));
    // Friday 10 April plus three working days is Wednesday
    assertThat(law.end(rule("P3D", true, false), LocalDate.of(2026, 4, 10)))
        .contains(LocalDate.of(2026, 4, 15));
    // 11 April 2026 is a Saturday: the deadline moves to Monday if the law says so
    assertThat(law.end(rule("P4D", false, true), LocalDate.of(2026, 4, 7)))
        .contains(LocalDate.of(2026, 4, 13));
    assertThat(law.end(rule("P4D", false, false), LocalDate.of(2026, 4, 7)))
        .contains(LocalDate.of(2026, 4, 11));
  }

  @Test
  void aVerifiedDeadlineIsShownOnTheCaseAndUnderToday() {
    decide("presumed", "2026-03-15", null);
    Register register = house.get(Register.class);
    Entry before = register.facts().find("deadline", "recovery-reflection-md").orElseThrow();
    Map<String, Object> content = new LinkedHashMap<>(before.content());
    content.put("verified", "true");
    assertThat(problems(register, before, content)).as("without day and name").isTrue();
    content.put("verified-by", "A lawyer (test)");
    content.put("read-on", "2026-01-05");
    change(register, before, content);
    try {
      house.get(DerivedDataUpdater.class).catchUp();
      assertThat(deadlines().get(0).due()).isEqualTo("2026-04-14");
      assertThat(dated(LocalDate.of(2026, 4, 13))).isEmpty();
      assertThat(dated(LocalDate.of(2026, 4, 14))).hasSize(1);
      assertThat(member.browser().get("/").body()).contains("Recovery and reflection period");
      house.clock().set(Instant.parse("2026-04-16T08:00:00Z"));
      Member supervisor = Member.in(house, jelena.organisation(), Role.SUPERVISOR);
      assertThat(supervisor.browser().get("/protect/supervision/overdue").body())
          .contains("Recovery and reflection period");
      CaseDeadlines.Deadline one = deadlines().get(0);
      house.get(CaseDeadlines.class).settle(caseId, one.event(), one.kind(), jelena);
      assertThat(deadlines()).isEmpty();
      assertThat(dated(LocalDate.of(2027, 1, 1))).isEmpty();
      assertThat(supervisor.browser().get("/protect/supervision/overdue").body())
          .doesNotContain("Recovery and reflection period");
    } finally {
      Entry now = register.facts().find("deadline", "recovery-reflection-md").orElseThrow();
      change(register, now, before.content());
      house.get(DerivedDataUpdater.class).catchUp();
    }
  }

  @Test
  void theDayNamedInADecisionCountsWhateverTheLawSays() {
    decide("refused", "2026-04-07", LocalDate.of(2026, 4, 22));
    assertThat(deadlines())
        .extracting(CaseDeadlines.Deadline::kind, CaseDeadlines.Deadline::due)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("appeal", LocalDate.of(2026, 4, 22)));
    SignedIn stranger = house.somebody(Role.CASE_MANAGER);
    assertThatThrownBy(
            () ->
                house
                    .get(CaseDeadlines.class)
                    .settle(caseId, deadlines().get(0).event(), "appeal", stranger))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theCalendarHoldsCodeAndKindAndClosesAtOnce() {
    decide("refused", "2026-04-07", LocalDate.of(2026, 4, 22));
    house
        .get(CaseTasks.class)
        .task(
            caseId,
            "hearing",
            "Be at the court of Skopje with Xhemile",
            Instant.parse("2026-04-12T07:00:00Z"),
            jelena.user(),
            jelena);
    Browser browser = member.browser();
    browser.get("/protect/calendar");
    browser.post("/protect/calendar");
    String page = browser.get("/protect/calendar").body();
    String path = page.replaceAll("(?s).*(/calendar/own/[\\w-]+\\.ics).*", "$1");
    assertThat(browser.get("/protect/calendar").body()).as("shown once").doesNotContain(path);

    Browser.Answer feed = new Browser(house).get(path);
    String code = house.get(Cases.class).find(caseId, jelena).code();
    assertThat(feed.status()).isEqualTo(200);
    assertThat(feed.body())
        .contains("SUMMARY:" + code + " Hearing", "SUMMARY:" + code + " Deadline for appeal")
        .contains("DTSTART;VALUE=DATE:20260422", "DTEND:20260412T070000Z")
        .doesNotContain("Skopje", "Xhemile", "Linden", "court", caseId.toString());
    assertThat(
            house
                .db()
                .sql("select hash from calendar_feed where user_id = :id")
                .param("id", jelena.user())
                .query(String.class)
                .single())
        .doesNotContain(path.substring(14, 30));
    assertThat(new Browser(house).get("/calendar/own/aaaaaaaaaaaaaaaaaaaaaaaa.ics").status())
        .isEqualTo(404);

    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), jelena.user(), false);
    assertThat(new Browser(house).get(path).status()).as("account closed").isEqualTo(404);
    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), jelena.user(), true);
    assertThat(new Browser(house).get(path).status()).isEqualTo(200);
    Browser again = member.elsewhere();
    again.get("/protect/calendar");
    again.post("/protect/calendar/revoke");
    assertThat(new Browser(house).get(path).status()).as("revoked").isEqualTo(404);
  }

  private static LegalDeadlines.Rule rule(String length, boolean working, boolean next) {
    return new LegalDeadlines.Rule(
        "x",
        "hearing",
        new org.passerelle.language.Wording(Map.of("en", "x", "fr", "x", "sr", "x")),
        "MD",
        List.of("presumed"),
        List.of(),
        false,
        Period.parse(length),
        working,
        next,
        null,
        null,
        new org.passerelle.language.Wording(Map.of("en", "", "fr", "", "sr", "")),
        "",
        true,
        false,
        "");
  }

  private boolean problems(Register register, Entry entry, Map<String, Object> content) {
    EntryCheck check =
        house.all(EntryCheck.class).stream()
            .filter(c -> c.kind().equals("deadline"))
            .findFirst()
            .orElseThrow();
    return !check
        .check(new Entry(entry.kind(), entry.id(), entry.revision(), content), register.facts())
        .isEmpty();
  }

  private void change(Register register, Entry entry, Map<String, Object> content) {
    register.save(
        house.somebody(Role.PROGRAMME_MANAGER),
        entry.kind(),
        entry.id(),
        entry.revision(),
        content,
        "");
  }

  private void decide(String kind, String day, @Nullable LocalDate appeal) {
    house
        .get(Decisions.class)
        .record(
            caseId,
            new Decisions.Draft(
                kind,
                LocalDate.parse(day),
                appeal,
                new Decisions.Content("Centre (test)", "Reasons")),
            jelena);
  }

  private List<CaseDeadlines.Deadline> deadlines() {
    return house.get(CaseDeadlines.class).of(house.get(Cases.class).find(caseId, jelena), jelena);
  }

  /** Stored due items of a team up to a day. */
  private List<DueThing> dated(LocalDate until) {
    Duration ahead =
        Duration.between(
            house.clock().instant(), until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    return house
        .get(Dues.class)
        .mine(jelena, ahead, true, 100, house.get(Languages.class).texts(new Language("en")))
        .stream()
        .filter(one -> one.kind().equals("deadline"))
        .toList();
  }
}
