package org.passerelle.understand.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The evidence about a person or a group, question by question.
 *
 * @param caseId the case, or null
 * @param caseCode code of the case, or null
 * @param screening screening on which it builds, or null
 * @param subject {@code person} or {@code group}
 * @param minor whether they might be under 18: {@code yes}, {@code no}, {@code not_sure}
 * @param title name of the person or group here; a pseudonym
 * @param question question of the author
 * @param evidence all evidence, oldest first; including withdrawn evidence
 * @param conclusions newest first
 */
public record Grid(
    UUID id,
    @Nullable UUID caseId,
    @Nullable String caseCode,
    @Nullable UUID screening,
    String subject,
    String minor,
    String title,
    String question,
    UUID madeBy,
    Instant madeAt,
    List<Evidence> evidence,
    List<Conclusion> conclusions) {
  public Grid {
    evidence = List.copyOf(evidence);
    conclusions = List.copyOf(conclusions);
  }

  /**
   * A piece of evidence.
   *
   * @param side {@code for} or {@code against} exploitation by others
   * @param content observation or statement, with its source
   */
  public record Evidence(
      UUID id,
      String question,
      String side,
      String content,
      Instant at,
      UUID by,
      @Nullable Instant withdrawnAt) {
    /** Whether it was not withdrawn. */
    public boolean stands() {
      return withdrawnAt == null;
    }
  }

  /**
   * A conclusion.
   *
   * @param code {@code signs}, {@code more}, {@code none_so_far}
   * @param nonPunishment {@code applies}, {@code to_examine}, {@code not_now}
   * @param content reasons
   */
  public record Conclusion(
      String code, String nonPunishment, String content, Instant at, UUID by) {}

  /** Whether trafficking requires a means: not if they might be a minor. */
  public boolean needsMeans() {
    return minor.equals("no");
  }

  /** Valid evidence for one side of a question. */
  public List<Evidence> standing(String code, String side) {
    return evidence.stream()
        .filter(e -> e.stands() && e.question().equals(code) && e.side().equals(side))
        .toList();
  }

  /**
   * {@code for}, {@code against}, {@code both} or {@code unknown}: the evidence that exists, not
   * the truth.
   */
  public String standing(String code) {
    boolean pro = !standing(code, "for").isEmpty();
    boolean contra = !standing(code, "against").isEmpty();
    if (pro && contra) {
      return "both";
    }
    return pro ? "for" : contra ? "against" : "unknown";
  }

  /** The latest conclusion. */
  public Optional<Conclusion> conclusion() {
    return conclusions.stream().findFirst();
  }

  /** Number of pieces of evidence entered or withdrawn after the latest conclusion. */
  public long since() {
    return conclusion()
        .map(
            c ->
                evidence.stream()
                    .filter(
                        e ->
                            e.at().isAfter(c.at())
                                || (e.withdrawnAt() != null && e.withdrawnAt().isAfter(c.at())))
                    .count())
        .orElse(0L);
  }
}
