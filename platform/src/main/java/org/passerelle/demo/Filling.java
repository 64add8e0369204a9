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
 * Progress of filling a demonstration, from before the first request until it is complete. Each
 * step is published as a {@link Progress}. Safe for concurrent use.
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

  /** Number of people present at this start of the server, and the time in nanoseconds. */
  private int before = -1;

  private long began;

  Filling(PlatformSettings settings, ApplicationEventPublisher events) {
    this.events = events;
    this.progress =
        settings.demo() ? new Progress(0, Math.max(1, settings.demoCases()), null) : null;
  }

  /** The progress; empty if the demonstration is complete, or this is none. */
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

  /**
   * Called before anything is shut down, so that subsequent failures are attributed to the
   * shutdown.
   */
  @EventListener(ContextClosedEvent.class)
  void closing() {
    closing = true;
  }

  /**
   * Runs the filling and translates failures during a shutdown.
   *
   * @throws Stopped if the server was stopped before it was done
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

  /** The server was stopped during filling, which resumes at the next start. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(Progress so, RuntimeException failure) {
      super("Filling was stopped with %,d of %,d people.".formatted(so.people(), so.of()), failure);
    }
  }

  /**
   * Number of people created.
   *
   * @param of total number, at least 1
   * @param left estimated remaining time; null before the first are created
   */
  public record Progress(int people, int of, @Nullable Duration left) {
    /** Percentage, from 0; 100 is not reached before everything is complete. */
    public int percent() {
      return Math.min(99, (int) (100L * people / of));
    }
  }
}
