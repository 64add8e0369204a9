package org.passerelle.evidence;

import java.util.List;
import java.util.Map;
import org.passerelle.evidence.custody.CustodyChain;

/**
 * What a case file is compiled of.
 *
 * @param number by which the court knows the case
 * @param language of the index: en, fr or sr
 * @param organisation who compiles it
 * @param exhibits in the order of the index, those of which the version gives only digests among
 *     them
 * @param chains custody by number of exhibit; an exhibit without one is taken in when the case file
 *     is made, by whoever signs it
 * @param certificates of all who signed in the chains
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
  /** What is given may change afterwards. */
  public CaseFile {
    exhibits = List.copyOf(exhibits);
    chains = Map.copyOf(chains);
  }

  /** The same, compiled by somebody unless it says by whom. */
  CaseFile orBy(String name) {
    return organisation.isBlank()
        ? new CaseFile(number, title, language, name, version, exhibits, chains, certificates)
        : this;
  }
}
