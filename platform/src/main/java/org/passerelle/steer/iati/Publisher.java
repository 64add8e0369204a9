package org.passerelle.steer.iati;

/**
 * Who publishes the file.
 *
 * @param organisation its entry in the register
 * @param identifier in the registers of organisations that IATI knows
 * @param type code of the list OrganisationType
 */
public record Publisher(String organisation, String identifier, String type) {
  /**
   * The French foreign ministry: agency 6 of donor 4 in the lists of the OECD's Development
   * Assistance Committee. General knowledge, to be checked before anything is published; the
   * operator may name another.
   */
  public static final Publisher USUAL = new Publisher("meae", "XM-DAC-4-6", "10");
}
