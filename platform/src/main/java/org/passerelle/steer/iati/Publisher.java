package org.passerelle.steer.iati;

/**
 * The publishing organisation.
 *
 * @param organisation its entry in the register
 * @param identifier its identifier in the registers that IATI recognises
 * @param type code of the list OrganisationType
 */
public record Publisher(String organisation, String identifier, String type) {
  /**
   * The French foreign ministry: agency 6 of donor 4 in the lists of the OECD's Development
   * Assistance Committee. From general knowledge, to be verified before publication; the operator
   * may configure another.
   */
  public static final Publisher USUAL = new Publisher("meae", "XM-DAC-4-6", "10");
}
