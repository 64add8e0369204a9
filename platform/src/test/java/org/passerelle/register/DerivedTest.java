package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What follows from the facts is worked out once, and anew when they change. */
class DerivedTest {
  @Test
  void theSameFactsAreWorkedOutOnce() {
    AtomicInteger times = new AtomicInteger();
    Derived<Integer> entries =
        new Derived<>(
            facts -> {
              times.incrementAndGet();
              return facts.everything().size();
            });
    Facts shipped = Facts.shipped();
    assertThat(entries.of(shipped)).isEqualTo(entries.of(shipped)).isPositive();
    assertThat(times).hasValue(1);
    assertThat(entries.of(new Facts(List.of()))).isZero();
    assertThat(times).hasValue(2);
  }
}
