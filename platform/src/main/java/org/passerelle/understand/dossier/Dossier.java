package org.passerelle.understand.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Legend;

/**
 * One version of the dossier of a network. Immutable.
 *
 * @param revision of its texts, by which a colleague's change is noticed
 * @param state number of the network's change that it was computed from
 * @param title of the network as it was then
 * @param coded the network in codes
 * @param legend what the codes stand for, as far as it may still be known
 * @param ended how many cases whose data it was computed from have no basis any more
 * @param texts of the authors by chapter
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
   * That and by whom it was issued.
   *
   * @param name of whoever did, as it was then
   * @param unchanged whether what is stored still has the digest
   */
  public record Issued(Instant at, UUID by, String name, String digest, boolean unchanged) {}

  /** What the authors wrote in a chapter, or nothing. */
  public String text(String chapter) {
    return texts.getOrDefault(chapter, "");
  }

  /** A version in a list. */
  public record Line(
      int number, Instant computedAt, UUID computedBy, @Nullable Instant issuedAt, int state) {}
}
