package org.passerelle.understand.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Legend;

/**
 * A version of a network's dossier. Immutable.
 *
 * @param revision revision of its texts, for detecting concurrent changes
 * @param state number of the network's change from which it was computed
 * @param title title of the network at that time
 * @param coded the network in codes
 * @param legend meaning of the codes, as far as it may still be known
 * @param ended number of cases in its data that no longer have a legal basis
 * @param texts texts of the authors by chapter
 * @param issued null while it is a draft
 */
public record Dossier(
    UUID id,
    UUID network,
    int number,
    int revision,
    int state,
    Instant computedAt,
    UUID computedBy,
    String title,
    Findings findings,
    CaseNetwork coded,
    Legend legend,
    int ended,
    Map<String, String> texts,
    @Nullable Issued issued) {
  public Dossier {
    texts = Map.copyOf(texts);
  }

  /**
   * When and by whom it was issued.
   *
   * @param name name of that person at the time
   * @param unchanged whether the stored content still has the digest
   */
  public record Issued(Instant at, UUID by, String name, String digest, boolean unchanged) {}

  /** The authors' text in a chapter, or empty. */
  public String text(String chapter) {
    return texts.getOrDefault(chapter, "");
  }

  /** A version in a list. */
  public record Line(
      int number, Instant computedAt, UUID computedBy, @Nullable Instant issuedAt, int state) {}
}
