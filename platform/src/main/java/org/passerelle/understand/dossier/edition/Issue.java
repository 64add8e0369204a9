package org.passerelle.understand.dossier.edition;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the cover, and what the authors wrote.
 *
 * @param title what the team calls the network
 * @param organisation whose it is
 * @param number of the version
 * @param computed day of the computed part
 * @param state number of the network's change that it was computed from
 * @param issued null while it is a draft
 * @param digest SHA-256 of what was issued, or empty
 * @param by who issued it, or empty
 * @param texts of the authors by chapter
 */
public record Issue(
    String title,
    String organisation,
    int number,
    LocalDate computed,
    int state,
    @Nullable LocalDate issued,
    String digest,
    String by,
    Map<String, String> texts) {
  public Issue {
    texts = Map.copyOf(texts);
  }
}
