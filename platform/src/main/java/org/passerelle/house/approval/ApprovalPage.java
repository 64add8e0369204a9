package org.passerelle.house.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the reader, what they asked for, and what was decided.
 *
 * @param decides whether the reader is among those who decide
 * @param choices kinds that the organisation can choose; empty for readers who do not choose
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
   * @param operator whether nobody but the operator can decide it
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
      boolean operator) {}

  /** A kind that the organisation can choose. */
  public record Choice(String kind, boolean needed) {}
}
