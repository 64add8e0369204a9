package org.passerelle.understand.dossier.chapter;

import java.util.List;
import org.passerelle.language.Wording;

/**
 * The instruments for judicial cooperation between two countries with ties, as in the register when
 * the dossier was computed.
 *
 * @param inForce instruments on which a request can be based
 * @param noBasis instruments between the two that are not a legal basis
 */
public record Cooperation(String from, String to, List<Instrument> inForce, List<NoBasis> noBasis) {
  public Cooperation {
    inForce = List.copyOf(inForce);
    noBasis = List.copyOf(noBasis);
  }

  /**
   * An instrument in force for both countries.
   *
   * @param demonstration whether this was verified for a demonstration only
   */
  public record Instrument(String id, Wording title, boolean demonstration) {}

  /** An instrument that is not in force or not verified, with the reason. */
  public record NoBasis(String id, Wording title, Wording reason) {}

  /** Looks up the instruments in force. */
  @FunctionalInterface
  public interface Register {
    /** An empty register. */
    Register NOTHING = (from, to) -> new Cooperation(from, to, List.of(), List.of());

    /** The instruments between two countries, ISO 3166-1 alpha-2 or XK. */
    Cooperation between(String from, String to);
  }
}
