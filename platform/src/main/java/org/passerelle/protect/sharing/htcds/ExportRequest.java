package org.passerelle.protect.sharing.htcds;

import java.util.List;

/**
 * A requested export with its purpose.
 *
 * @param format {@code xlsx}, {@code csv} or {@code json}
 * @param purpose code of {@link #PURPOSES}
 * @param reason explanation
 * @param categories categories out of {@link #CATEGORIES}; everything else is left out
 */
public record ExportRequest(String format, String purpose, String reason, List<String> categories) {
  /** Uses by the organisation itself; another organisation receives a case by a referral. */
  public static final List<String> PURPOSES =
      List.of("own_figures", "own_system", "own_review", "court_or_authority");

  /** Categories of data that can be exported. Whereabouts are not among them. */
  public static final List<String> CATEGORIES =
      List.of("case", "identity", "contact", "health", "narrative");

  public ExportRequest {
    categories = List.copyOf(categories);
  }
}
