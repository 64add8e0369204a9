package org.passerelle.disclosure.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.disclosure.BadRelease;
import org.passerelle.disclosure.Invented;
import org.passerelle.disclosure.Records;

/** Every record is in a sufficiently large group, judged from the published rows alone. */
class AnonymousRecordsTest {
  private final Records records =
      new Invented()
          .grouped("country", 3, 4)
          .flat("sex", 2)
          .grouped("age", 2, 3)
          .flat("form", 5)
          .table("country")
          .records(900, 4);

  private static Map<List<String>, List<String>> groups(AnonymousRecords anonymous) {
    Map<List<String>, List<String>> groups = new HashMap<>();
    for (List<String> row : anonymous.rows()) {
      groups.computeIfAbsent(row.subList(0, 3), key -> new java.util.ArrayList<>()).add(row.get(3));
    }
    return groups;
  }

  @Test
  void localRecodingLeavesNobodyOut() {
    AnonymousRecords anonymous = AnonymousRecords.locally(records, new Anonymity(10, 3, 3, 0.4));
    assertThat(anonymous.leftOut()).isZero();
    assertThat(anonymous.rows()).hasSize(900);
    Map<String, Long> all =
        anonymous.rows().stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    row -> row.get(3), java.util.stream.Collectors.counting()));
    groups(anonymous)
        .values()
        .forEach(
            values -> {
              assertThat(values).hasSizeGreaterThanOrEqualTo(10);
              Set<String> different = new HashSet<>(values);
              assertThat(different).hasSizeGreaterThanOrEqualTo(3);
              double apart = 0;
              for (Map.Entry<String, Long> one : all.entrySet()) {
                double share =
                    values.stream().filter(one.getKey()::equals).count() / (double) values.size();
                apart += Math.abs(share - one.getValue() / 900.0);
              }
              assertThat(apart / 2).isLessThanOrEqualTo(0.4 + 1e-9);
            });
  }

  @Test
  void wholeVariablesLeaveOutNoMoreThanAllowed() {
    Anonymity ten = new Anonymity(10, 3, 1, 1);
    AnonymousRecords wholly = AnonymousRecords.wholly(records, ten, 0.08);
    AnonymousRecords locally = AnonymousRecords.locally(records, ten);
    assertThat(wholly.leftOut()).isBetween(0, 72);
    groups(wholly).values().forEach(v -> assertThat(v).hasSizeGreaterThanOrEqualTo(10));
    groups(locally).values().forEach(v -> assertThat(v).hasSizeGreaterThanOrEqualTo(10));
    assertThat(locally.loss()).isLessThan(wholly.loss()).isPositive();
  }

  @Test
  void theSameRecordsGiveTheSameGroupsInWhateverOrder() {
    List<List<String>> rows = Invented.rows(records.release(), 300, 8);
    List<List<String>> turned = new java.util.ArrayList<>(rows);
    java.util.Collections.reverse(turned);
    assertThat(
            AnonymousRecords.locally(Records.of(records.release(), turned), Anonymity.of(5)).rows())
        .isEqualTo(
            AnonymousRecords.locally(Records.of(records.release(), rows), Anonymity.of(5)).rows());
  }

  @Test
  void moreThanThereIs() {
    assertThatThrownBy(() -> AnonymousRecords.locally(records, Anonymity.of(901)))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("900 records are fewer than k, 901");
    assertThatThrownBy(() -> AnonymousRecords.wholly(records, Anonymity.of(901), 0.5))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("No depths give groups of 901");
    assertThatThrownBy(() -> new Anonymity(5, -1, 2, 1)).isInstanceOf(BadRelease.class);
  }
}
