package org.passerelle.linkage.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists with families have what makes families hard to tell from persons. */
class FamilyListTest {
  private static final List<Row> ROWS =
      FamilyList.csv(FamilyList.Shape.WHOLE, 4_000, 0.3, 48)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(c -> new Row(c[1], c[2], c[3], c[5], c[6], c[7]))
          .toList();

  private record Row(
      String given, String surname, String born, String address, String phone, String person) {
    int year() {
      return born.length() < 4 ? 0 : Integer.parseInt(born.substring(0, 4));
    }
  }

  /** How many values some rows share of whom two persons are as told. */
  private static long shared(Function<Row, String> value, Predicate<List<Row>> isIt) {
    Map<String, Map<String, Row>> groups = new HashMap<>();
    for (Row row : ROWS) {
      groups.computeIfAbsent(value.apply(row), v -> new HashMap<>()).putIfAbsent(row.person, row);
    }
    return groups.entrySet().stream()
        .filter(g -> !g.getKey().endsWith("|") && !g.getKey().startsWith("|"))
        .map(g -> new ArrayList<>(g.getValue().values()))
        .filter(rows -> rows.size() > 1 && isIt.test(rows))
        .count();
  }

  private static long distinct(Collection<Row> rows, Function<Row, String> value) {
    return rows.stream().map(value).distinct().count();
  }

  @Test
  void twinsShareAllButTheFirstName() {
    assertThat(
            shared(
                r -> r.surname + "|" + r.born + "|" + r.address,
                rows -> rows.get(0).born.length() == 10 && distinct(rows, Row::given) > 1))
        .isBetween(3L, 40L);
  }

  @Test
  void aFatherAndASonHaveOneNameAndOneHouse() {
    assertThat(
            shared(
                r -> r.given + "|" + r.surname + "|" + r.address,
                rows ->
                    rows.stream().filter(r -> r.year() > 0).mapToInt(Row::year).max().orElse(0)
                            - rows.stream()
                                .filter(r -> r.year() > 0)
                                .mapToInt(Row::year)
                                .min()
                                .orElse(0)
                        > 17))
        .isGreaterThan(3);
  }

  @Test
  void namesakesHaveNothingElseInCommon() {
    assertThat(
            shared(
                r -> r.given + "|" + r.surname,
                rows -> distinct(rows, Row::address) > 1 && distinct(rows, Row::born) > 1))
        .isGreaterThan(30);
  }

  @Test
  void strangersLiveInOneHouseAndManyInACamp() {
    assertThat(shared(Row::address, rows -> distinct(rows, Row::surname) > 1)).isGreaterThan(100);
    assertThat(
            shared(
                Row::address,
                rows ->
                    rows.get(0).address.startsWith("Camp") && distinct(rows, Row::surname) > 20))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void aFamilyHasOneTelephoneAndSomeHaveAnotherSurnameInAnotherRecord() {
    assertThat(shared(r -> r.surname + "|" + r.phone, rows -> rows.size() > 2)).isGreaterThan(100);
    Map<String, Set<String>> surnames =
        ROWS.stream()
            .filter(r -> !r.surname.isEmpty() && !r.given.isEmpty())
            .collect(
                Collectors.groupingBy(
                    Row::person,
                    Collectors.mapping(
                        r -> r.surname.substring(0, 1) + r.given.charAt(0),
                        Collectors.toCollection(HashSet::new))));
    assertThat(surnames.values().stream().filter(s -> s.size() > 1).count()).isGreaterThan(30);
  }

  @Test
  void theSameArgumentsGiveTheSameList() {
    for (FamilyList.Shape shape : FamilyList.Shape.values()) {
      assertThat(FamilyList.csv(shape, 200, 0.5, 3)).isEqualTo(FamilyList.csv(shape, 200, 0.5, 3));
    }
  }
}
