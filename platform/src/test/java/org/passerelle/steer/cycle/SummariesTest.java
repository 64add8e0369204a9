package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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
import org.passerelle.register.Entry;
import org.passerelle.register.Strategy;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What everybody may read of a report or a programme, and when. */
@OnBothDatabases
class SummariesTest {
  private static final AtomicInteger YEAR = new AtomicInteger(2081);
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
    manager = Staff.signedIn(Member.of(house, Role.PROGRAMME_MANAGER).user());
    Seats seats = house.get(Seats.class);
    members = new ArrayList<>();
    for (Entry body : seats.members()) {
      Member member = Member.of(house, Role.STEERING_MEMBER);
      seats.seat(manager, member.user().id(), body.id());
      members.add(member);
    }
    assertThat(members).as("the five bodies of the letter").hasSize(5);
  }

  /** A stranger reads the words that the committee approved, and nothing before or beside them. */
  @Test
  void aStrangerReadsTheSummaryOnceItIsApproved() {
    CycleDocument draft = cycle.draft(manager, Kind.REPORT, YEAR.incrementAndGet());
    cycle.edit(
        draft,
        draft.revision(),
        Summaries.KEY,
        Map.of("en", "Summary", "fr", "Résumé", "sr", "Сажетак"),
        Map.of("en", "Four seminars.", "fr", "Quatre séminaires.", "sr", "Четири семинара."),
        true);
    CycleDocument written = cycle.need(draft.id());
    cycle.submit(manager, written, written.revision(), session);
    String at = "/reports/report/" + draft.year();
    Browser stranger = new Browser(house);
    for (int i = 0; i < 5; i++) {
      assertThat(stranger.get(at).status()).isEqualTo(404);
      assertThat(stranger.get("/reports").body()).doesNotContain(at);
      cycle.decide(who(i), cycle.need(draft.id()), true, "");
    }
    CycleDocument approved = cycle.need(draft.id());
    Entry body = house.get(Seats.class).members().get(0);
    assertThat(stranger.get("/reports").body()).contains(at, "Report for " + draft.year());
    assertThat(stranger.get(at).body())
        .contains("Four seminars.", approved.digest(), body.name().byLanguage().get("en"))
        .doesNotContain("No amount has been entered", manager.name(), members.get(0).user().name());
    assertThat(stranger.get("/reports/other/" + draft.year()).status()).isEqualTo(404);
    CycleDocument amended = cycle.amend(manager, approved);
    cycle.edit(
        amended,
        amended.revision(),
        Summaries.KEY,
        Map.of("en", "Summary", "fr", "Résumé", "sr", "Сажетак"),
        Map.of("en", "Five seminars.", "fr", "Cinq séminaires.", "sr", "Пет семинара."),
        true);
    assertThat(stranger.get(at).body()).contains("Four seminars.").doesNotContain("Five");
    CycleDocument second = cycle.need(amended.id());
    cycle.submit(manager, second, second.revision(), session);
    for (int i = 0; i < 5; i++) {
      cycle.decide(who(i), cycle.need(amended.id()), true, "");
    }
    assertThat(stranger.get(at).body())
        .contains("Five seminars.", "Earlier versions")
        .doesNotContain("Four");
  }

  /** What was approved before there were summaries gets one when it is amended. */
  @Test
  void aContentWithoutASummaryGetsOneFromItsOverview() {
    Map<String, Object> texts = Map.of("en", "In brief.", "fr", "En bref.", "sr", "Укратко.");
    Map<String, Object> overview = Map.of("key", "overview", "heading", texts, "text", texts);
    Map<String, Object> added = Summaries.added(Map.of("sections", List.of(overview)));
    List<Values> sections = Values.of(added).rows("sections");
    assertThat(sections).hasSize(2);
    assertThat(sections.get(1).text("key")).isEqualTo(Summaries.KEY);
    assertThat(sections.get(1).wording("text").byLanguage()).isEqualTo(texts);
    assertThat(sections.get(1).wording("heading").byLanguage().get("fr"))
        .isEqualTo("Résumé pour le public");
    assertThat(Summaries.added(added)).isEqualTo(added);
  }

  private SignedIn who(int i) {
    return Staff.signedIn(members.get(i).user());
  }
}
