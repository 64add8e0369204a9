package org.passerelle.intersection;

import java.util.List;

/**
 * What one side knows of a person and may compare.
 *
 * @param names whole names, in any script, each as it was written once: given name and surname in
 *     any order
 * @param documents numbers of papers as they were written
 * @param telephones numbers as they were written, with the country's code or without
 */
public record Identity(
    List<String> names, Birth birth, List<String> documents, List<String> telephones) {
  public Identity {
    names = List.copyOf(names);
    documents = List.copyOf(documents);
    telephones = List.copyOf(telephones);
  }
}
