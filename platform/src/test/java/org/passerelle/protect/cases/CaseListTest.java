package org.passerelle.protect.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.SearchMarks;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The list page by page, search over sealed words, kept views, many cases at once. */
@OnBothDatabases
class CaseListTest {
  private static final List<String> COUNTRIES = List.of("AL", "XK", "RS");
  @Parameter House house;
  private SignedIn manager;
  private CaseList list;

  @BeforeEach
  void somebody() {
    manager = house.somebody(Role.CASE_MANAGER);
    list = house.get(CaseList.class);
  }

  /**
   * Page after page gives each case once, in the order of the whole list, whatever it is sorted by.
   */
  @Test
  void pagesGiveEachCaseOnceInOrder() {
    for (int i = 0; i < 23; i++) {
      UUID id =
          open(COUNTRIES.get(i % 3), i % 4 == 0 ? null : i % 2 == 0 ? "sexual" : "labour", "P" + i);
      if (i % 3 == 0) {
        house
            .get(CaseTasks.class)
            .task(
                id,
                "other",
                "t",
                house.clock().instant().plus(Duration.ofDays(i / 6)),
                manager.user(),
                manager);
      }
      if (i % 5 != 0) {
        house.clock().pass(Duration.ofSeconds(1));
      }
    }
    for (SignedIn who :
        List.of(manager, house.colleague(manager.organisation(), Role.SUPERVISOR))) {
      for (String sort : List.of("changed", "opened", "due", "code", "country", "form", "state")) {
        List<String> ranks =
            switch (sort) {
              case "country" -> COUNTRIES;
              case "form" -> List.of("sexual", "labour");
              case "state" -> List.of("signal");
              default -> List.of();
            };
        CaseFilter filter = CaseFilter.NONE.sorted(sort, ranks);
        List<CaseList.Row> paged = new ArrayList<>();
        Optional<CasePlace> after = Optional.empty();
        do {
          CaseList.Slice slice = list.slice(filter, who, after, 4);
          assertThat(slice.rows()).hasSizeBetween(1, 4);
          paged.addAll(slice.rows());
          after = slice.next().map(CasePlace::written).flatMap(CasePlace::of);
        } while (after.isPresent());
        assertThat(paged).as(sort).hasSize(23).doesNotHaveDuplicates();
        assertThat(paged).as(sort).isEqualTo(list.rows(filter, who, 100));
        assertThat(list.ids(filter, who, 100))
            .isEqualTo(paged.stream().map(CaseList.Row::id).toList());
        if (sort.equals("due")) {
          assertThat(paged.stream().map(CaseList.Row::nextDue).toList())
              .isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
        }
        if (sort.equals("country")) {
          assertThat(paged.stream().map(r -> COUNTRIES.indexOf(r.country())).toList()).isSorted();
        }
      }
    }
  }

  @Test
  void filtersNarrowAndCountsStopAtTheirLimit() {
    UUID first = open("RS", "sexual", "A");
    open("AL", null, "B");
    house
        .get(CaseTasks.class)
        .task(
            first, "other", "t", house.clock().instant().minusSeconds(60), manager.user(), manager);
    assertThat(list.count(CaseFilter.NONE, manager)).isEqualTo(2);
    assertThat(rows("late", "", "")).containsExactly("A");
    assertThat(rows("none", "", "")).containsExactly("B");
    assertThat(rows("", "none", "")).containsExactly("B");
    assertThat(rows("", "", "RS")).containsExactly("A");
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    assertThat(list.count(CaseFilter.NONE, colleague)).isZero();
    SignedIn elsewhere = house.somebody(Role.SUPERVISOR);
    assertThat(list.count(CaseFilter.NONE, elsewhere)).isZero();
  }

  /** Check 4: what is typed is bound; the statement is made of this house's own words alone. */
  @Test
  void noValueEverStandsInAStatement() {
    Set<String> texts = new HashSet<>();
    for (String value : List.of("RS", "x' or 1=1 --", "signal")) {
      CaseFilter filter =
          new CaseFilter(
              true,
              value,
              value,
              value,
              true,
              true,
              "week",
              UUID.randomUUID(),
              LocalDate.EPOCH,
              LocalDate.EPOCH,
              "country",
              List.of(value));
      new CaseQuery(filter, manager, Instant.EPOCH, false)
          .groups(false)
          .forEach(
              s -> texts.add(CaseQuery.after(s, new CasePlace(0, "1", UUID.randomUUID())).sql()));
    }
    assertThat(texts).hasSize(1);
    assertThat(texts.iterator().next()).doesNotContain("x'", "RS", "1=1");
    assertThat(CasePlace.of("0.1' or '1.x")).isEmpty();
  }

  @Test
  void searchFindsCodePseudonymAndNameInAnyScript() {
    UUID id = open("RS", null, "Тиха Река");
    open("RS", null, "Neva");
    CaseSearch search = house.get(CaseSearch.class);
    String code =
        list.rows(CaseFilter.NONE, manager, 9).stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow()
            .code();
    assertThat(search.find(code.substring(0, 5).toLowerCase(java.util.Locale.ROOT), manager, 9))
        .extracting(CaseList.Row::id)
        .contains(id);
    assertThat(search.find("tiha", manager, 9)).extracting(CaseList.Row::id).containsExactly(id);
    assertThat(search.find("реке", manager, 9)).isEmpty();
    assertThat(search.find("river", manager, 9)).isEmpty();
    assertThat(search.find("Xhemile", manager, 9)).hasSize(2);
    assertThat(search.find("xhemile тестова", manager, 9)).hasSize(2);
    assertThat(lines("case.found-by-name")).isEqualTo(4);
    assertThat(search.find("tiha", house.colleague(manager.organisation(), Role.CASE_MANAGER), 9))
        .isEmpty();
    assertThat(search.find("tiha", house.somebody(Role.SUPERVISOR), 9)).isEmpty();
  }

  /** Check 21: marks are keyed, short, and many words share one. */
  @Test
  void marksDoNotTellTheirWords() {
    SearchMarks marks = house.get(SearchMarks.class);
    Set<String> found = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      found.add(marks.nameMark(manager.organisation(), "word" + i));
    }
    assertThat(found.size()).isLessThan(4_950);
    SignedIn other = house.somebody(Role.CASE_MANAGER);
    assertThat(marks.nameMark(manager.organisation(), "amina"))
        .isNotEqualTo(marks.nameMark(other.organisation(), "amina"));
    assertThat(marks.pseudonymMark(manager.organisation(), "amina"))
        .isNotEqualTo(marks.nameMark(manager.organisation(), "amina"));
    open("RS", null, "Amina");
    assertThat(house.db().sql("select mark from case_word").query(String.class).list())
        .allMatch(m -> m.matches("[0-9a-f]{4}"));
  }

  @Test
  void aChangedPseudonymIsFoundAndTheOldOneIsNot() {
    UUID id = open("RS", null, "Neva");
    Case found = house.get(Cases.class).find(id, manager);
    house.get(CaseChanges.class).change(id, found.version(), draft("RS", null, "Lumi"), manager);
    assertThat(house.get(CaseSearch.class).find("neva", manager, 9)).isEmpty();
    assertThat(house.get(CaseSearch.class).find("lumi", manager, 9)).hasSize(1);
  }

  @Test
  void viewsAreOnesOwnOrShared() {
    CaseViews views = house.get(CaseViews.class);
    UUID own = views.keep("Моји рокови", false, "due=late", manager);
    UUID shared = views.keep("All late", true, "due=late&sort=due", manager);
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    assertThat(views.of(manager))
        .extracting(CaseViews.View::id)
        .containsExactlyInAnyOrder(own, shared);
    assertThat(views.of(colleague)).extracting(CaseViews.View::name).containsExactly("All late");
    assertThat(views.of(house.somebody(Role.CASE_MANAGER))).isEmpty();
    assertThatThrownBy(() -> views.forget(shared, colleague)).isInstanceOf(NotFound.class);
    views.forget(shared, manager);
    assertThat(views.of(colleague)).isEmpty();
  }

  @Test
  void manyCasesAreChangedAndTakenBack() {
    UUID one = open("RS", null, "A");
    UUID two = open("AL", null, "B");
    house.get(CaseStates.class).close(two, "other", manager);
    BulkChanges bulk = house.get(BulkChanges.class);
    BulkChanges.Wish close = new BulkChanges.Wish("close", null, "goals_reached", "", null);
    List<UUID> foreign =
        List.of(one, two, open("RS", null, "C", house.somebody(Role.CASE_MANAGER)));
    assertThat(bulk.preview(close, foreign, manager))
        .extracting(BulkChanges.Preview::problem)
        .containsExactly("", "cases.bulk.closed");
    UUID change = bulk.run(close, foreign, manager);
    assertThat(state(one)).isEqualTo("closed");
    assertThatThrownBy(
            () -> bulk.find(change, house.colleague(manager.organisation(), Role.SUPERVISOR)))
        .isInstanceOf(NotFound.class);
    assertThat(bulk.undo(change, manager)).isEmpty();
    assertThat(state(one)).isEqualTo("signal");
    assertThat(state(two)).isEqualTo("closed");
    assertThatThrownBy(() -> bulk.undo(change, manager)).isInstanceOf(Refused.class);
    UUID task =
        bulk.run(
            new BulkChanges.Wish("task", null, "other", "Call", house.clock().instant()),
            List.of(one),
            manager);
    assertThat(house.get(CaseTasks.class).openTasks(one, manager)).hasSize(1);
    house.clock().pass(Duration.ofMinutes(61));
    assertThatThrownBy(() -> bulk.undo(task, manager)).isInstanceOf(Refused.class);
  }

  private List<String> rows(String due, String form, String country) {
    return list
        .rows(
            new CaseFilter(
                false, "", form, country, false, false, due, null, null, null, "changed",
                List.of()),
            manager,
            9)
        .stream()
        .map(CaseList.Row::pseudonym)
        .toList();
  }

  private String state(UUID id) {
    return house.get(Cases.class).find(id, manager).state().code();
  }

  private int lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where user_id = :user and action = :action")
        .param("user", manager.user())
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  private UUID open(String country, @Nullable String form, String pseudonym) {
    return open(country, form, pseudonym, manager);
  }

  private UUID open(String country, @Nullable String form, String pseudonym, SignedIn who) {
    return house
        .get(CaseOpening.class)
        .open(
            new PersonDraft(
                new Identity(
                    List.of(new Identity.Name("name", "Xhemile Testova")), "", null, "", ""),
                Contact.NONE,
                null,
                "no",
                List.of(),
                List.of()),
            draft(country, form, pseudonym),
            who);
  }

  private static CaseDraft draft(String country, @Nullable String form, String pseudonym) {
    return new CaseDraft(
        country,
        form,
        LocalDate.of(2026, 1, 5),
        "self",
        null,
        "not_known",
        "none",
        false,
        null,
        List.of(),
        new CaseDetails(pseudonym, "", "", ""));
  }
}
