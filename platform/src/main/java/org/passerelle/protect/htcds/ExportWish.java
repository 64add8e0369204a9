package org.passerelle.protect.htcds;

import java.util.List;

/**
 * What is to be taken out, and why.
 *
 * @param format {@code xlsx}, {@code csv} or {@code json}
 * @param purpose code of {@link #PURPOSES}
 * @param reason in words
 * @param categories of {@link #CATEGORIES}; what belongs to none of them stays here
 */
public record ExportWish(String format, String purpose, String reason, List<String> categories) {
  /** Uses of the organisation itself; another organisation gets a case by a referral. */
  public static final List<String> PURPOSES =
      List.of("own_figures", "own_system", "own_review", "court_or_authority");

  /** Categories of data that can leave in a file. Whereabouts are not among them. */
  public static final List<String> CATEGORIES =
      List.of("case", "identity", "contact", "health", "narrative");

  public ExportWish {
    categories = List.copyOf(categories);
  }
}
