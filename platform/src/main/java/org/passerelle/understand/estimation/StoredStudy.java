package org.passerelle.understand.estimation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A study as it stands. Immutable.
 *
 * @param by who asked for it
 * @param work that runs or ran it
 * @param outcome or null while it runs, and where it was stopped
 * @param signed or null while nobody has
 * @param repeats the newest first
 */
public record StoredStudy(
    UUID id,
    UUID organisation,
    UUID by,
    Instant askedAt,
    StudyWish wish,
    UUID work,
    @Nullable Outcome outcome,
    @Nullable Signed signed,
    List<Repeat> repeats) {
  public StoredStudy {
    repeats = List.copyOf(repeats);
  }

  /**
   * What came out.
   *
   * @param engine version of the engine
   * @param table digest of lists and counts
   * @param digest of the result
   */
  public record Outcome(Instant at, int engine, String table, String digest, StudyResult result) {}

  /** Who signed, and when. */
  public record Signed(Instant at, UUID by, Signature signature) {}

  /** The same table, seed and settings run again. */
  public record Repeat(Instant at, UUID by, int engine, boolean same) {}
}
