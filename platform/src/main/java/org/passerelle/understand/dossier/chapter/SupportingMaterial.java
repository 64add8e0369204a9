package org.passerelle.understand.dossier.chapter;

import java.util.List;
import java.util.Map;

/**
 * Material beside the network that the user may see: coded passages of a diagnosis, and grids.
 *
 * @param passages passages coded in the linked diagnosis by theme; empty if none is linked
 * @param grids grids that the author selected
 */
public record SupportingMaterial(Map<String, Integer> passages, List<Assessed> grids) {
  /** No material. */
  public static final SupportingMaterial NOTHING = new SupportingMaterial(Map.of(), List.of());

  public SupportingMaterial {
    passages = Map.copyOf(passages);
    grids = List.copyOf(grids);
  }

  /**
   * The state of a grid.
   *
   * @param code code in the legend
   * @param minor {@code yes}, {@code no} or {@code not_sure}
   * @param standing state of each question: {@code for}, {@code against}, {@code both}, {@code
   *     unknown}
   * @param conclusion latest conclusion, or empty
   * @param nonPunishment non-punishment in that conclusion, or empty
   * @param by its author, as a code in the legend, or empty
   * @param on date of the conclusion, ISO 8601, or empty
   * @param since number of pieces of evidence entered or withdrawn after it
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
