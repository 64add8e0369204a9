package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Digests;
import org.passerelle.prosecute.investigation.Worded;

/**
 * An exhibit of an investigation. An object is kept as what shows it: a picture, the record of its
 * seizure.
 *
 * @param number the same everywhere, since it is signed (decision 0143), such as {@code
 *     PARQUET-26-7.0001}
 * @param kind one of {@link #KINDS}
 * @param taken null until somebody signed its intake
 */
public record Exhibit(
    UUID id, UUID investigation, String number, String kind, Words words, @Nullable Taken taken) {
  /** Kinds of exhibits. */
  public static final List<String> KINDS = List.of("file", "object", "report", "hearing");

  /**
   * What people wrote.
   *
   * @param origin what it is and where it was
   * @param seizure number of the record of its seizure
   * @param seal number of its seal
   * @param storage where it is kept
   */
  public record Words(String title, String origin, String seizure, String seal, String storage)
      implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of(
          "title", title, "origin", origin, "seizure", seizure, "seal", seal, "storage", storage);
    }
  }

  /**
   * Its content, as measured when it was taken in.
   *
   * @param pieces number of sealed pieces
   */
  public record Taken(
      UUID upload, String fileName, String mediaType, Digests digests, int pieces, Instant at) {}

  /** What is entered. */
  public record Draft(String kind, Words words) {
    /** The same under another title. */
    Draft titled(String title) {
      return new Draft(
          kind, new Words(title, words.origin(), words.seizure(), words.seal(), words.storage()));
    }
  }

  /** The name under which its content is saved. */
  public String downloadName() {
    return taken == null ? number : FileNames.download(number, taken.fileName());
  }

  /** Its content, of one that was taken in. */
  public Taken needsTaken() {
    return Objects.requireNonNull(taken);
  }

  /** Size of its content, in bytes; 0 until it was taken in. */
  public long size() {
    return taken == null ? 0 : taken.digests().size();
  }

  /** Whether somebody holds it. */
  public boolean held() {
    return taken != null;
  }
}
