package org.passerelle.evidence;

import java.util.List;
import java.util.Map;
import org.passerelle.evidence.custody.CustodyChain;

/**
 * The content of a case file.
 *
 * @param number the court's number of the case
 * @param language language of the index: en, fr or sr
 * @param organisation organisation that compiles it
 * @param exhibits in the order of the index, including those of which the version contains only
 *     digests
 * @param chains custody by number of exhibit; an exhibit without a chain is taken in when the case
 *     file is created, by its signatory
 * @param certificates certificates of all signatories of the chains
 */
public record CaseFile(
    String number,
    String title,
    String language,
    String organisation,
    Version version,
    List<Exhibit> exhibits,
    Map<String, CustodyChain> chains,
    Certificates certificates) {
  /** Makes defensive copies. */
  public CaseFile {
    exhibits = List.copyOf(exhibits);
    chains = Map.copyOf(chains);
  }

  /** The same, with a default for the organisation. */
  CaseFile orBy(String name) {
    return organisation.isBlank()
        ? new CaseFile(number, title, language, name, version, exhibits, chains, certificates)
        : this;
  }
}
