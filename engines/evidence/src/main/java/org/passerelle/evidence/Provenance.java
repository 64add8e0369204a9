package org.passerelle.evidence;

/**
 * Provenance of an exhibit as recorded; empty if not recorded.
 *
 * @param origin what it is and where it was
 * @param seizure number of the record of its seizure
 * @param seal number of its seal
 * @param storage where it is kept
 */
public record Provenance(String origin, String seizure, String seal, String storage) {
  /** No provenance was recorded. */
  public static final Provenance UNKNOWN = new Provenance("", "", "", "");
}
