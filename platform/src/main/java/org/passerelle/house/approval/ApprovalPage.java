package org.passerelle.house.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that await the user's decision, those the user made, and those already decided.
 *
 * @param decides whether the user is among those who decide
 * @param choices kinds for which the organisation can require approval; empty for users who cannot
 *     choose
 */
public record ApprovalPage(
    List<Line> waiting,
    List<Line> asked,
    List<Line> decided,
    boolean decides,
    List<Choice> choices) {
  public ApprovalPage {
    waiting = List.copyOf(waiting);
    asked = List.copyOf(asked);
    decided = List.copyOf(decided);
    choices = List.copyOf(choices);
  }

  /**
   * A request in words.
   *
   * @param stuck what is said when no user can decide it; otherwise empty
   * @param decidedBy a name, or empty
   */
  public record Line(
      String id,
      String code,
      String kind,
      String sentence,
      String href,
      String askedBy,
      Instant askedAt,
      Instant expires,
      String state,
      String decidedBy,
      @Nullable Instant decidedAt,
      String reason,
      String stuck) {}

  /** A kind of action for which the organisation can require approval. */
  public record Choice(String kind, boolean needed) {}
}
