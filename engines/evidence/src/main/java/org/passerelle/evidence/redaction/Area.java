package org.passerelle.evidence.redaction;

import org.passerelle.evidence.BadCaseFile;

/**
 * A rectangle on a page as displayed, after rotation.
 *
 * @param page from 1
 * @param x from the left edge, in points (1/72 inch)
 * @param y from the upper edge, in points
 * @param width in points, above 0
 * @param height in points, above 0
 */
public record Area(int page, double x, double y, double width, double height) {
  /** Rejects an empty area. */
  public Area {
    boolean finite = Double.isFinite(x + y + width + height);
    if (page < 1 || !finite || width <= 0 || height <= 0) {
      throw new BadCaseFile(
          "Page %d, %s by %s at %s, %s is not an area of a page. Maybe a number is missing."
              .formatted(page, width, height, x, y));
    }
  }
}
