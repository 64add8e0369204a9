package org.passerelle.linkage.generator;

import org.passerelle.linkage.names.internal.Orthography;

/**
 * The name that an officer is told or shown.
 *
 * @param given first names
 * @param spelling the orthography of the first names: a name may be given in another language
 * @param father the father's name by the country's custom, or an empty text
 */
record SpokenName(String given, Orthography spelling, String surname, String father) {
  SpokenName withGiven(String other) {
    return new SpokenName(other, spelling, surname, father);
  }

  SpokenName withGiven(String other, Orthography language) {
    return new SpokenName(other, language, surname, father);
  }

  SpokenName withSurname(String other) {
    return new SpokenName(given, spelling, other, father);
  }
}
