package org.passerelle.understand.estimation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored study. Immutable.
 *
 * @param by the user who requested it
 * @param work background work that computes it
 * @param outcome null while it runs, and if it was cancelled
 * @param signed null until it is signed
 * @param repeats repetitions, newest first
 */
public record StoredStudy(
    UUID id,
    UUID organisation,
    UUID by,
    Instant askedAt,
    StudyRequest wish,
    UUID work,
    @Nullable Outcome outcome,
    @Nullable Signed signed,
    List<Repeat> repeats) {
  public StoredStudy {
    repeats = List.copyOf(repeats);
  }

  /**
   * The result.
   *
   * @param engine version of the engine
   * @param table digest of lists and counts
   * @param digest digest of the result
   */
  public record Outcome(Instant at, int engine, String table, String digest, StudyResult result) {}

  /** The signature with its time. */
  public record Signed(Instant at, UUID by, Signature signature) {}

  /** A repetition with the same table, seed and settings. */
  public record Repeat(Instant at, UUID by, int engine, boolean same) {}
}
