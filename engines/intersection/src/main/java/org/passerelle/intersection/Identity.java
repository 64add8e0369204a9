package org.passerelle.intersection;

import java.util.List;

/**
 * What one side knows of a person and may compare.
 *
 * @param names full names in any script, as written: given name and surname in any order
 * @param documents document numbers as written
 * @param telephones numbers as written, with or without country code
 */
public record Identity(
    List<String> names, Birth birth, List<String> documents, List<String> telephones) {
  public Identity {
    names = List.copyOf(names);
    documents = List.copyOf(documents);
    telephones = List.copyOf(telephones);
  }
}
