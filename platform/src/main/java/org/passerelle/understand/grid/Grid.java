package org.passerelle.understand.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person or a group, question by question.
 *
 * @param caseId the case it belongs to, or null
 * @param caseCode its code, or null
 * @param screening the screening it takes up, or null
 * @param subject {@code person} or {@code group}
 * @param minor whether they might be under 18: {@code yes}, {@code no}, {@code not_sure}
 * @param title what the person or group is called here; a pseudonym
 * @param question what somebody wants to know
 * @param evidence all of it, oldest first; what was withdrawn too
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
   * One piece of evidence.
   *
   * @param side {@code for} or {@code against} exploitation by others
   * @param content what was seen or said, and by whom
   */
  public record Evidence(
      UUID id,
      String question,
      String side,
      String content,
      Instant at,
      UUID by,
      @Nullable Instant withdrawnAt) {
    /** Whether it still counts. */
    public boolean stands() {
      return withdrawnAt == null;
    }
  }

  /**
   * What somebody concluded.
   *
   * @param code {@code signs}, {@code more}, {@code none_so_far}
   * @param nonPunishment {@code applies}, {@code to_examine}, {@code not_now}
   * @param content the reasons
   */
  public record Conclusion(
      String code, String nonPunishment, String content, Instant at, UUID by) {}

  /** Whether a means is needed for trafficking: not where they might be a minor. */
  public boolean needsMeans() {
    return minor.equals("no");
  }

  /** What stands for one side of a question. */
  public List<Evidence> standing(String code, String side) {
    return evidence.stream()
        .filter(e -> e.stands() && e.question().equals(code) && e.side().equals(side))
        .toList();
  }

  /**
   * {@code for}, {@code against}, {@code both} or {@code unknown}: what there is, not what is true.
   */
  public String standing(String code) {
    boolean pro = !standing(code, "for").isEmpty();
    boolean contra = !standing(code, "against").isEmpty();
    if (pro && contra) {
      return "both";
    }
    return pro ? "for" : contra ? "against" : "unknown";
  }

  /** The newest conclusion. */
  public Optional<Conclusion> conclusion() {
    return conclusions.stream().findFirst();
  }

  /** Evidence entered or withdrawn after the newest conclusion. */
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
