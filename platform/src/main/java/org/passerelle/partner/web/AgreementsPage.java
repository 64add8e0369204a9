package org.passerelle.partner.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;
import org.passerelle.partner.LegalBases;

/**
 * The agreements between States with their status, and the answer to “is there a legal basis?”.
 *
 * @param answer the answer, or null if nothing was asked
 */
public record AgreementsPage(
    List<Line> lines,
    List<Option> countries,
    List<Option> purposes,
    String from,
    String to,
    String purpose,
    LocalDate on,
    LegalBases.@Nullable Answer answer) {
  public AgreementsPage {
    lines = List.copyOf(lines);
    countries = List.copyOf(countries);
    purposes = List.copyOf(purposes);
  }

  /**
   * An agreement.
   *
   * @param state status in a sentence
   * @param warn whether something is missing for it to be in force
   */
  public record Line(
      String title,
      String href,
      String type,
      String adopted,
      String state,
      boolean warn,
      List<Party> parties) {
    public Line {
      parties = List.copyOf(parties);
    }
  }

  /** A party with its stage in words. */
  public record Party(String country, String stage, boolean verified) {}
}
