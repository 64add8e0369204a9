package org.passerelle.understand.dossier.edition;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cover information and the authors' texts.
 *
 * @param title the team's title of the network
 * @param organisation organisation of the team
 * @param number number of the version
 * @param computed date of the computation
 * @param state number of the network's change from which it was computed
 * @param issued null while it is a draft
 * @param digest SHA-256 of the issued content, or empty
 * @param by name of the person who issued it, or empty
 * @param texts texts of the authors by chapter
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
