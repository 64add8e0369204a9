package org.passerelle.understand.diagnosis.refi;

import java.util.Optional;

/**
 * Maps positions in a file's text to positions in a transcript. The file counts Unicode code points
 * after the byte order mark, the transcript UTF-16 units; line ends and surrounding white space may
 * differ.
 */
final class Positions {
  private final int[] places;
  private final int lead;
  private final int length;

  private Positions(int[] places, int lead, int length) {
    this.places = places;
    this.lead = lead;
    this.length = length;
  }

  /** Empty if the texts differ. */
  static Optional<Positions> of(String text, String transcript) {
    int[] points = text.replaceFirst("^\\x{FEFF}", "").codePoints().toArray();
    int[] places = new int[points.length + 1];
    StringBuilder unified = new StringBuilder(points.length);
    for (int i = 0; i < points.length; i++) {
      places[i] = unified.length();
      boolean feedFollows = points[i] == '\r' && i + 1 < points.length && points[i + 1] == '\n';
      if (!feedFollows) {
        unified.appendCodePoint(points[i] == '\r' ? '\n' : points[i]);
      }
    }
    places[points.length] = unified.length();
    int lead = unified.length() - unified.toString().stripLeading().length();
    return unified.toString().strip().equals(transcript)
        ? Optional.of(new Positions(places, lead, transcript.length()))
        : Optional.empty();
  }

  /** Whether a passage is within the text. */
  boolean holds(int starts, int ends) {
    return starts >= 0 && starts < ends && ends < places.length && at(starts) < at(ends);
  }

  /** The position in the transcript. */
  int at(int position) {
    return Math.min(Math.max(places[position] - lead, 0), length);
  }
}
