package org.passerelle.protect.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person changed a thousand times takes no more space than one changed once. */
class PersonIndexTest {
  @Test
  void changesLeaveNothingBehind() {
    PersonIndex index = new PersonIndex(7);
    List<UUID> persons = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      persons.add(new UUID(1, i));
      index.put(persons.get(i), List.of("common", "own" + i));
    }
    double share = index.share(List.of("common"));
    for (int round = 0; round < 30; round++) {
      for (int i = 0; i < 1_000; i++) {
        index.put(persons.get(i), List.of("common", "own" + i));
      }
    }
    assertThat(index.entries()).isLessThanOrEqualTo(2 * 2 * 1_000);
    assertThat(index.share(List.of("common"))).isEqualTo(share);
    assertThat(index.size()).isEqualTo(1_000);
    assertThat(index.withAll(List.of(List.of("common"), List.of("own5")), 9))
        .containsExactly(persons.get(5));
    // the last one changed is the newest
    assertThat(index.withAll(List.of(List.of("common")), 1)).containsExactly(persons.get(999));
    assertThat(index.all()).containsExactlyElementsOf(persons);
  }

  @Test
  void whoIsForgottenIsFoundByNothing() {
    PersonIndex index = new PersonIndex(7);
    for (int i = 0; i < 2_000; i++) {
      index.put(new UUID(1, i), List.of("a", "b" + i % 10));
    }
    for (int i = 0; i < 1_990; i++) {
      index.forget(new UUID(1, i));
    }
    assertThat(index.entries()).isLessThanOrEqualTo(2 * (10 + 256));
    assertThat(index.withAll(List.of(List.of("a")), 99)).hasSize(10);
    assertThat(index.sharing(List.of(List.of("a")), 0, 99)).hasSize(10);
    index.put(new UUID(2, 1), List.of("a"));
    assertThat(index.withAll(List.of(List.of("a")), 1)).containsExactly(new UUID(2, 1));
  }
}
