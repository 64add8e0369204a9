package org.passerelle.steer.release.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a release.
 *
 * @param period label of the period
 * @param href its address
 * @param trials each table on its own; empty while a request waits
 * @param chosen ids of the chosen tables
 * @param policies what may be chosen, or the policy of the waiting request
 * @param together the chosen tables together, or the waiting ones
 * @param blocked the cells that keep the chosen tables from being published
 * @param seen digest of what is shown; empty if nothing may be asked for
 * @param waiting the request that waits; null if there is none
 */
public record ReleasePage(
    String period,
    String href,
    List<Trial> trials,
    List<String> chosen,
    List<PolicyChoice> policies,
    List<FigureView> together,
    List<String> blocked,
    String seen,
    @Nullable Waiting waiting) {
  public ReleasePage {
    trials = List.copyOf(trials);
    chosen = List.copyOf(chosen);
    policies = List.copyOf(policies);
    together = List.copyOf(together);
    blocked = List.copyOf(blocked);
  }

  /**
   * A table on its own.
   *
   * @param state {@code good}, {@code poor} if more is hidden than shown, {@code blocked}, {@code
   *     empty}
   * @param saving title of the coarser table that can be published; empty if none is needed, or
   *     there is none
   * @param cells the cells that keep it from being published
   */
  public record Trial(
      String id,
      String title,
      String state,
      long shown,
      long hidden,
      String saving,
      List<String> cells) {
    public Trial {
      cells = List.copyOf(cells);
    }
  }

  /** The policy that is chosen. */
  public PolicyChoice policy() {
    return policies.stream()
        .filter(PolicyChoice::chosen)
        .findFirst()
        .orElse(new PolicyChoice("", "", "", true, false));
  }

  /**
   * A policy.
   *
   * @param compared whether it is ticked to be compared
   */
  public record PolicyChoice(
      String code, String name, String what, boolean chosen, boolean compared) {}

  /** A request that waits for a second person. */
  public record Waiting(UUID id, Instant at, boolean decides, boolean own) {}

  /** A line of the list: a period, or a release. */
  public record Line(String label, String href, String state) {}

  /** A line of the archive, for colleagues. */
  public record Released(int number, String title, Instant at, String askedBy, String approvedBy) {}
}
