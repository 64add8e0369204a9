package org.passerelle.prosecute.hit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A suspect whom another office knows, as one side reads it. Nothing of the other investigation,
 * not even its number or by which value the suspect was recognised.
 *
 * @param suspect the suspect here, such as {@code S-2}
 * @param office organisation of the other investigation
 * @param contacts names of its prosecutors
 * @param seen whether somebody on this side has noted it
 */
public record OfficeHit(
    UUID id,
    UUID suspectId,
    String suspect,
    UUID office,
    List<String> contacts,
    Instant at,
    boolean seen) {
  private static final int REFERENCE = 8;

  public OfficeHit {
    contacts = List.copyOf(contacts);
  }

  /** What both sides call it when they speak about it. */
  public String reference() {
    String digits = id.toString();
    return "H-" + digits.substring(digits.length() - REFERENCE).toUpperCase(Locale.ROOT);
  }
}
