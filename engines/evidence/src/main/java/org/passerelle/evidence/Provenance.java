package org.passerelle.evidence;

/**
 * Where an exhibit comes from, each as somebody wrote it; empty where nobody did.
 *
 * @param origin what it is and where it was
 * @param seizure number of the record of its seizure
 * @param seal number of its seal
 * @param storage where it is kept
 */
public record Provenance(String origin, String seizure, String seal, String storage) {
  /** Nothing was written down. */
  public static final Provenance UNKNOWN = new Provenance("", "", "", "");
}
