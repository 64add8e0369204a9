package org.passerelle.protect.casework.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The list of cases page by page, and its filters. */
@OnBothDatabases
@Tag("postgresql")
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
   * All pages together contain each case once, in the order of the whole list, for every sorting.
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
      for (String sort :
          List.of("changed", "opened", "due", "code", "country", "form", "state", "lead")) {
        for (boolean turned : List.of(false, true)) {
          List<String> ranks =
              switch (sort) {
                case "country" -> COUNTRIES;
                case "form" -> List.of("sexual", "labour");
                case "state" -> List.of("signal");
                case "lead" -> List.of(manager.user().toString());
                default -> List.of();
              };
          CaseFilter filter = CaseFilter.NONE.sorted(sort, turned, ranks);
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
                .isSortedAccordingTo(
                    Comparator.nullsLast(
                        turned
                            ? Comparator.<Instant>reverseOrder()
                            : Comparator.<Instant>naturalOrder()));
          }
          if (sort.equals("country")) {
            assertThat(paged.stream().map(r -> COUNTRIES.indexOf(r.country())).toList())
                .isSortedAccordingTo(
                    turned ? Comparator.reverseOrder() : Comparator.naturalOrder());
          }
          if (turned && !List.of("due", "country", "form", "state", "lead").contains(sort)) {
            List<CaseList.Row> usual =
                new ArrayList<>(list.rows(filter.sorted(sort, false, ranks), who, 100));
            Collections.reverse(usual);
            assertThat(paged).as(sort).isEqualTo(usual);
          }
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

  /** With 200,000 cases a page is read from an index in either direction, and never sorted. */
  @Test
  void anIndexGivesEveryOrder() {
    open("RS", "sexual", "A");
    SignedIn who = house.colleague(manager.organisation(), Role.SUPERVISOR);
    for (String sort :
        List.of("changed", "opened", "due", "code", "country", "form", "state", "lead")) {
      for (boolean turned : List.of(false, true)) {
        List<String> ranks = List.of(sort.equals("lead") ? manager.user().toString() : "x");
        new CaseQuery(
                CaseFilter.NONE.sorted(sort, turned, ranks),
                who,
                Instant.EPOCH,
                ZoneOffset.UTC,
                false)
            .groups(false).stream()
                // cases without a deadline are ordered by last change, by whichever index is
                // cheaper
                .filter(one -> !one.sql().contains("next_due is null"))
                .forEach(
                    one -> assertThat(plan(one)).as(one.sql()).matches(this::isReadOffAnIndex));
      }
    }
  }

  private String plan(CaseQuery.Statement one) {
    return house.inTransaction(
        () -> {
          if (house.database() == House.Database.POSTGRESQL) {
            // an empty table is cheap to scan: allow only what an index can provide
            for (String way : List.of("seqscan", "sort", "bitmapscan")) {
              house.db().sql("set local enable_" + way + " = off").update();
            }
          }
          return String.join(
              "\n",
              house
                  .db()
                  .sql("explain " + one.sql())
                  .params(one.bound())
                  .param("limit", 26)
                  .query(String.class)
                  .list());
        });
  }

  private boolean isReadOffAnIndex(String plan) {
    return house.database() == House.Database.H2
        ? plan.contains("/* index sorted */")
        : !plan.contains("Sort");
  }

  /** Check 4: input is bound; the statement consists only of constants. */
  @Test
  void valuesAreNeverPartOfAStatement() {
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
              true,
              List.of(value));
      new CaseQuery(filter, manager, Instant.EPOCH, ZoneOffset.UTC, false)
          .groups(false)
          .forEach(
              s -> texts.add(CaseQuery.after(s, new CasePlace(0, "1", UUID.randomUUID())).sql()));
    }
    assertThat(texts).hasSize(1);
    assertThat(texts.iterator().next()).doesNotContain("x'", "RS", "1=1");
    assertThat(CasePlace.of("0.1' or '1.x")).isEmpty();
  }

  private List<String> rows(String due, String form, String country) {
    return list
        .rows(
            new CaseFilter(
                false, "", form, country, false, false, due, null, null, null, "changed", false,
                List.of()),
            manager,
            9)
        .stream()
        .map(CaseList.Row::pseudonym)
        .toList();
  }

  private UUID open(String country, @Nullable String form, String pseudonym) {
    return SomeCase.in(country)
        .form(form)
        .named("Xhemile Testova")
        .knownAs(pseudonym)
        .open(house, manager);
  }
}
