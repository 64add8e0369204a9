package org.passerelle.understand.dossier.chapter;

import java.util.List;
import java.util.Map;

/**
 * What stands beside the network and its reader may see: what a diagnosis has coded, and grids.
 *
 * @param passages coded in the linked diagnosis by theme; empty where none is linked
 * @param grids that the author linked
 */
public record Beside(Map<String, Integer> passages, List<Assessed> grids) {
  /** Nothing. */
  public static final Beside NOTHING = new Beside(Map.of(), List.of());

  public Beside {
    passages = Map.copyOf(passages);
    grids = List.copyOf(grids);
  }

  /**
   * A grid as it stood.
   *
   * @param code in the legend
   * @param minor {@code yes}, {@code no} or {@code not_sure}
   * @param standing of each question: {@code for}, {@code against}, {@code both}, {@code unknown}
   * @param conclusion the newest, or empty
   * @param nonPunishment of that conclusion, or empty
   * @param by whoever concluded, as a code in the legend, or empty
   * @param on day of the conclusion, ISO 8601, or empty
   * @param since evidence entered or withdrawn after it
   */
  public record Assessed(
      String code,
      String subject,
      String minor,
      Map<String, String> standing,
      String conclusion,
      String nonPunishment,
      String by,
      String on,
      int since) {
    public Assessed {
      standing = Map.copyOf(standing);
    }
  }
}
