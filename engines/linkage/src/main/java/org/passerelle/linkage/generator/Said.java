package org.passerelle.linkage.generator;

import org.passerelle.linkage.names.internal.Orthography;

/**
 * The name that an officer is told or shown.
 *
 * @param given first names
 * @param spelling the orthography of the first names: a name may be given in another language
 * @param father the father's name by the country's custom, or an empty text
 */
record Said(String given, Orthography spelling, String surname, String father) {
  Said withGiven(String other) {
    return new Said(other, spelling, surname, father);
  }

  Said withGiven(String other, Orthography language) {
    return new Said(other, language, surname, father);
  }

  Said withSurname(String other) {
    return new Said(given, spelling, other, father);
  }
}
