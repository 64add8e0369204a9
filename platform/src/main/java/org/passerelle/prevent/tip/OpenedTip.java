package org.passerelle.prevent.tip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tip with its content.
 *
 * @param own whether it is the user's own team's
 * @param same codes of other tips with the same text
 * @param seconds other organisations that read it
 * @param added the part that nobody of the team had read before, or null
 * @param sender the partner that reported it; empty if it came from the public
 */
public record OpenedTip(
    Tip tip,
    boolean own,
    List<Part> parts,
    List<String> same,
    List<TipSecond> seconds,
    @Nullable UUID added,
    Optional<TipPartners.Sender> sender) {
  public OpenedTip {
    parts = List.copyOf(parts);
    same = List.copyOf(same);
    seconds = List.copyOf(seconds);
  }

  /**
   * A part that was opened.
   *
   * @param content empty if it does not open: it was sealed for somebody else, or damaged
   */
  public record Part(
      UUID id, Instant at, String author, Optional<UUID> by, Optional<TipContent> content) {}
}
