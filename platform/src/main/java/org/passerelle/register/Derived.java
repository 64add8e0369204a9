package org.passerelle.register;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something worked out from the facts, kept until they change: {@link Register#facts()} gives the
 * same object until then. Safe for concurrent use; two who ask at the same moment may both work it
 * out.
 *
 * @param <T> what is worked out; others read it, so it must not be changed. It may be a concurrent
 *     map that is filled as entries are asked for: it never holds more than these facts have
 *     entries to ask for, and goes with them
 */
public final class Derived<T> {
  private final Function<Facts, T> work;
  private volatile @Nullable Kept<T> kept;

  /** The work must depend on the facts alone. */
  public Derived(Function<Facts, T> work) {
    this.work = work;
  }

  private record Kept<T>(Facts facts, T value) {}

  /** What follows from these facts. */
  public T of(Facts facts) {
    Kept<T> known = kept;
    if (known == null || known.facts != facts) {
      known = new Kept<>(facts, work.apply(facts));
      kept = known;
    }
    return known.value;
  }
}
