package org.passerelle.network;

/**
 * Where in a file something stands.
 *
 * @param file as messages call it
 * @param line from 1; 0 means the whole file
 */
public record Place(String file, long line) {
  /** Names of files may be hostile. */
  public Place {
    file = BadNetwork.shown(file);
  }

  /** A file as a whole. */
  public static Place in(String file) {
    return new Place(file, 0);
  }

  /** In English. */
  @Override
  public String toString() {
    return line == 0 ? file : "%s, line %d".formatted(file, line);
  }
}
