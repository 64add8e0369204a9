package org.passerelle.steer.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** What the register says a programme manager has to attend to, and nothing else. */
class MattersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private final List<Entry> entries = new ArrayList<>();

  private void has(String kind, String id, Map<String, Object> content) {
    entries.add(new Entry(Kinds.shipped().find(kind).orElseThrow(), id, 1, content));
  }

  private List<Matter> matters() {
    return Matters.of(new Facts(List.copyOf(entries)), TODAY);
  }

  private static Map<String, Object> project(String status, String start, String end, int paid) {
    return Map.of(
        "status",
        status,
        "start",
        start,
        "end",
        end,
        "declared-total",
        "1000",
        "disbursements",
        List.of(Map.of("amount", String.valueOf(paid))));
  }

  @Test
  void oneLateThingOfEachKindIsNamedAndNothingElse() {
    has("grant", "late", Map.of("state", "running", "end", "2026-05-31"));
    has("grant", "far", Map.of("state", "running", "end", "2027-05-31"));
    has("grant", "closed", Map.of("state", "closed", "end", "2026-05-31"));
    has("partnership", "over", Map.of("state", "in-force", "until", "2026-06-01"));
    has("partnership", "ended", Map.of("state", "ended", "until", "2026-06-01"));
    has("partnership", "far", Map.of("state", "in-force", "until", "2028"));
    has("event", "was", Map.of("start", "2026-06-01", "end", "2026-06-02", "country", "RS"));
    has("event", "rs", Map.of("start", "2026-07-01", "end", "2026-07-03", "country", "RS"));
    has("event", "al", Map.of("start", "2026-07-03", "country", "AL"));
    has("event", "some-day", Map.of("start", "2026-07", "country", "AL"));
    has("event", "far", Map.of("start", "2026-12-01", "country", "AL"));
    has("project", "behind", project("running", "2026-01-01", "2026-12-31", 100));
    has("project", "in-step", project("running", "2026-01-01", "2026-12-31", 450));
    has("project", "done", project("done", "2026-01-01", "2026-12-31", 100));

    List<String> named = matters().stream().map(MattersTest::named).toList();

    assertThat(named)
        .containsExactlyInAnyOrder(
            "grant late 2026-05-31",
            "ends over 2026-06-01",
            "comes rs 2026-07-01",
            "comes al 2026-07-03",
            "clash rs al 2026-07-03",
            "spending behind 10 45");
  }

  @Test
  void translationsThatAreBehindAreNamedUpToThreeOfAKindAndThenCounted() {
    Map<String, Object> behind =
        Map.of(
            "title",
            Map.of("en", "New", "fr", "Vieux", "sr", "Старо", "stale", List.of("sr", "fr")));
    has("measure", "m1", behind);
    has("measure", "whole", Map.of("title", Map.of("en", "One", "fr", "Un", "sr", "Један")));
    has(
        "plan",
        "inside",
        Map.of("aims", List.of(Map.of("en", "A", "fr", "B", "stale", List.of("fr")))));
    assertThat(matters().stream().map(MattersTest::named))
        .containsExactlyInAnyOrder("behind m1 [fr, sr]", "behind inside [fr]");
    has("measure", "m2", behind);
    has("measure", "m3", behind);
    assertThat(matters()).hasSize(4);
    has("measure", "m4", behind);
    assertThat(matters().stream().map(MattersTest::named))
        .containsExactlyInAnyOrder("4 behind of measure", "behind inside [fr]");
  }

  @Test
  void whatOthersMayTranslateIsNoMatterOfTheProgrammeManager() {
    Kinds.shipped().all().stream()
        .filter(kind -> !kind.editedBy().contains(Role.PROGRAMME_MANAGER))
        .forEach(
            kind ->
                has(
                    kind.id(),
                    "behind",
                    Map.of("note", Map.of("en", "New", "fr", "Vieux", "stale", List.of("fr")))));
    assertThat(matters()).isEmpty();
  }

  private static String named(Matter matter) {
    if (matter instanceof Matter.Behind behind) {
      return "behind " + behind.entry().id() + " " + behind.languages();
    }
    if (matter instanceof Matter.ManyBehind many) {
      return many.count() + " behind of " + many.kind().id();
    }
    if (matter instanceof Matter.OfGrant of) {
      return "grant " + of.grant().id() + " " + of.on();
    }
    if (matter instanceof Matter.Ending ending) {
      return "ends " + ending.partnership().id() + " " + ending.on();
    }
    if (matter instanceof Matter.Coming coming) {
      return "comes " + coming.event().id() + " " + coming.on();
    }
    if (matter instanceof Matter.Clashing clashing) {
      return "clash "
          + clashing.clash().one().id()
          + " "
          + clashing.clash().other().id()
          + " "
          + clashing.on();
    }
    Matter.Spending spending = (Matter.Spending) matter;
    return "spending " + spending.project().id() + " " + spending.paid() + " " + spending.gone();
  }

  @Test
  void aClashThatHasBegunIsOfTodayAndNotLate() {
    has("event", "rs", Map.of("start", "2026-06-12", "end", "2026-06-16", "country", "RS"));
    has("event", "al", Map.of("start", "2026-06-13", "end", "2026-06-17", "country", "AL"));
    assertThat(matters().stream().map(MattersTest::named))
        .containsExactly("clash rs al 2026-06-15");
    entries.clear();
    has("event", "rs", Map.of("start", "2026-06-10", "end", "2026-06-14", "country", "RS"));
    has("event", "al", Map.of("start", "2026-06-13", "end", "2026-06-17", "country", "AL"));
    assertThat(matters()).as("it is over").isEmpty();
  }

  @Test
  void whatWaitsSinceADayIsOpenAndNotLate() {
    has("grant", "asked", Map.of("state", "application", "applied", "2025-01-10"));
    assertThat(matters()).singleElement().extracting(Matter::on).isNull();
  }

  @Test
  void moneyIsNamedFromTheFirstPointThatCountsAndInBothDirections() {
    // on the 165th of 365 days 45 percent of the time are gone
    has("project", "p21", project("running", "2026-01-01", "2026-12-31", 210));
    has("project", "p20", project("running", "2026-01-01", "2026-12-31", 200));
    has("project", "p69", project("running", "2026-01-01", "2026-12-31", 690));
    has("project", "p70", project("continuing", "2026-01-01", "2026-12-31", 700));
    assertThat(matters().stream().map(MattersTest::named))
        .containsExactlyInAnyOrder("spending p20 20 45", "spending p70 70 45");
  }

  /** A gap is not a zero. */
  @Test
  void whatTheRegisterDoesNotKnowMakesNothingLate() {
    has("project", "no-end", Map.of("status", "running", "start", "2026-01-01"));
    has("project", "no-money", Map.of("status", "running", "start", "2025", "end", "2026"));
    has(
        "project",
        "a-gap",
        Map.of(
            "status",
            "running",
            "start",
            "2025",
            "end",
            "2026",
            "declared-total",
            "1000",
            "disbursements",
            List.of(Map.of("amount", "1"), Map.of("date", "2026"))));
    has("project", "not-begun", project("running", "2026-07-01", "2026-12-31", 0));
    has("partnership", "for-ever", Map.of("state", "in-force"));
    has("event", "without-date", Map.of("country", "AL"));
    assertThat(matters()).isEmpty();
  }
}
