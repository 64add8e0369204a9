package org.passerelle.protect.casework.care.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.House;

/** Bookings for tests of other rooms. */
public final class BookingScenes {
  private BookingScenes() {}

  /** An hour with a new interpreter for the person of a case, in some hours. */
  public static UUID interpretation(
      House house, UUID caseId, int hours, Booking.Words words, SignedIn who) {
    UUID interpreter =
        house
            .get(Interpreters.class)
            .add(new Interpreter.Words("Zef Vrabac", "", ""), List.of("sq"), who);
    Instant from = house.clock().instant().plus(Duration.ofHours(hours));
    return house
        .get(Bookings.class)
        .book(
            caseId,
            new Booking.Draft(
                null,
                "interpretation",
                interpreter,
                "sq",
                "in_person",
                from,
                from.plus(Duration.ofHours(1)),
                null,
                words,
                "Interpretation",
                ""),
            who);
  }
}
