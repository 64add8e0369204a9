package org.passerelle.partner;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.language.Wording;

/**
 * Determines whether there is a legal basis between two countries for a purpose on a day. Only an
 * instrument in force for both counts, by an entry with a source and the name of the person who
 * verified it; an instrument that is signed but not ratified never counts.
 */
public interface LegalBases {

  /**
   * The instruments that provide a legal basis for an exchange, and those that do not, with the
   * reason.
   *
   * @param from country of the sender, ISO 3166-1 alpha-2 or XK
   * @param to country of the recipient
   * @param purpose code of {@code consent_purposes}
   * @param on the relevant day
   */
  Answer between(String from, String to, String purpose, LocalDate on);

  /**
   * The answer.
   *
   * @param inForce instruments in force for both countries and for the purpose
   * @param not instruments between the two countries that are not a legal basis, each with the
   *     reason
   */
  record Answer(List<Basis> inForce, List<NoBasis> not) {
    public Answer {
      inForce = List.copyOf(inForce);
      not = List.copyOf(not);
    }
  }

  /**
   * An instrument in force.
   *
   * @param demonstration whether it was verified for the demonstration only
   */
  record Basis(String id, Wording title, String source, String verifiedBy, boolean demonstration) {}

  /** An instrument that is not a legal basis, with the reason in words. */
  record NoBasis(String id, Wording title, Wording reason) {}
}
