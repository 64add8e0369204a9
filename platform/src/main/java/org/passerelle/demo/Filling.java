package org.passerelle.demo;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How far the filling of a demonstration is, from before the first page can be asked for until it
 * is whole. Each step is published as a {@link Progress}. Threads may share it.
 *
 * <pre>{@code
 * filling.progress().ifPresent(so -> "filling, " + so.percent() + " %");
 * }</pre>
 */
@Component
public class Filling {
  private final ApplicationEventPublisher events;
  private volatile @Nullable Progress progress;
  private volatile boolean closing;

  /** How many were in when this start of the house began, and when, in nanoseconds. */
  private int before = -1;

  private long began;

  Filling(PlatformSettings settings, ApplicationEventPublisher events) {
    this.events = events;
    this.progress =
        settings.demo() ? new Progress(0, Math.max(1, settings.demoCases()), null) : null;
  }

  /** How far it is; nothing where the house is whole or no demonstration. */
  public Optional<Progress> progress() {
    return Optional.ofNullable(progress);
  }

  void reached(int people, int of) {
    if (before < 0) {
      before = people;
      began = System.nanoTime();
    }
    Progress now = new Progress(people, of, left(people, of));
    progress = now;
    events.publishEvent(now);
  }

  private @Nullable Duration left(int people, int of) {
    long took = System.nanoTime() - began;
    return people == before
        ? null
        : Duration.ofNanos((long) ((double) took * (of - people) / (people - before)));
  }

  void whole() {
    progress = null;
  }

  /** Told before anything of the house is closed, so that what then fails is known to be that. */
  @EventListener(ContextClosedEvent.class)
  void closing() {
    closing = true;
  }

  /**
   * Does it, and says so where the house was closed meanwhile; whatever failed of it then is not a
   * failure of the filling.
   *
   * @throws Stopped if the house was closed before it was done
   */
  void unlessStopped(Runnable filling) {
    try {
      filling.run();
    } catch (RuntimeException failure) {
      Progress so = progress;
      if (closing && so != null) {
        throw new Stopped(so, failure);
      }
      throw failure;
    }
  }

  /** The house was closed while it was being filled. It goes on at its next start. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(Progress so, RuntimeException failure) {
      super(
          "The filling was stopped with %,d of %,d people in.".formatted(so.people(), so.of()),
          failure);
    }
  }

  /**
   * So many invented people are in.
   *
   * @param of so many in the end, at least 1
   * @param left how long the rest takes if it goes on so; null before the first are in
   */
  public record Progress(int people, int of, @Nullable Duration left) {
    /** Whole percent, from 0; 100 is not reached before everything is in. */
    public int percent() {
      return Math.min(99, (int) (100L * people / of));
    }
  }
}
