package org.passerelle.network;

/**
 * A place in a file.
 *
 * @param file name for messages
 * @param line from 1; 0 means the whole file
 */
public record Place(String file, long line) {
  /** Sanitises the file name, which may be hostile. */
  public Place {
    file = BadNetwork.shown(file);
  }

  /** A whole file. */
  public static Place in(String file) {
    return new Place(file, 0);
  }

  /** In English. */
  @Override
  public String toString() {
    return line == 0 ? file : "%s, line %d".formatted(file, line);
  }
}
