package org.passerelle.understand.dossier.chapter;

import java.util.List;
import org.passerelle.language.Wording;

/**
 * On what two countries between which there are ties may cooperate before their courts, as the
 * register knew it when the dossier was computed.
 *
 * @param inForce instruments that may found a request
 * @param noBasis instruments between the two that found none
 */
public record Cooperation(String from, String to, List<Instrument> inForce, List<NoBasis> noBasis) {
  public Cooperation {
    inForce = List.copyOf(inForce);
    noBasis = List.copyOf(noBasis);
  }

  /**
   * An instrument in force for both.
   *
   * @param demonstration whether that was verified for a demonstration only
   */
  public record Instrument(String id, Wording title, boolean demonstration) {}

  /** An instrument that is signed and not in force, or that nobody verified, and why. */
  public record NoBasis(String id, Wording title, Wording reason) {}

  /** Who knows what is in force. */
  @FunctionalInterface
  public interface Register {
    /** No country has agreed on anything. */
    Register NOTHING = (from, to) -> new Cooperation(from, to, List.of(), List.of());

    /** What there is between two countries, ISO 3166-1 alpha-2 or XK. */
    Cooperation between(String from, String to);
  }
}
