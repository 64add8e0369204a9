package org.passerelle.protect.casework.care.booking;

import java.util.List;
import java.util.UUID;

/**
 * An interpreter who works for an organisation.
 *
 * @param languages codes of {@code languages}
 * @param active whether they can be booked
 */
public record Interpreter(UUID id, Words words, List<String> languages, boolean active) {
  public Interpreter {
    languages = List.copyOf(languages);
  }

  /** The encrypted part. */
  public record Words(String name, String phone, String note) {}
}
