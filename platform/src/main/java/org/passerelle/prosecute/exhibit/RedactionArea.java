package org.passerelle.prosecute.exhibit;

import java.util.Locale;
import java.util.UUID;
import org.passerelle.evidence.redaction.Area;

/**
 * An area of an exhibit that is to be made unreadable.
 *
 * @param reason why, which stands in what is said of the copy
 */
public record RedactionArea(UUID id, Area area, String reason) {
  /** In one line: the page, the place in points, and why. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%d: %.0f, %.0f, %.0f × %.0f: %s",
        area.page(),
        area.x(),
        area.y(),
        area.width(),
        area.height(),
        reason);
  }
}
