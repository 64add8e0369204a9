package org.passerelle.partner;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.language.Wording;

/**
 * Is there a basis between two countries for a purpose on a day? Only an instrument that is in
 * force for both, by an entry with a source and a person who verified it, is one; what is signed
 * and not ratified never is.
 */
public interface LegalBases {

  /**
   * What could found an exchange, and what does not, with the reason.
   *
   * @param from country of the sender, ISO 3166-1 alpha-2 or XK
   * @param to country of the recipient
   * @param purpose code of {@code consent_purposes}
   * @param on the day that counts
   */
  Answer between(String from, String to, String purpose, LocalDate on);

  /**
   * The answer.
   *
   * @param inForce instruments in force for both countries and for the purpose
   * @param not instruments between the two that are no basis, each with its reason
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

  /** An instrument that is no basis, with the reason in words. */
  record NoBasis(String id, Wording title, Wording reason) {}
}
