package org.passerelle.protect.care.booking;

import java.util.List;
import org.passerelle.protect.cases.CasePart;
import org.passerelle.protect.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows bookings as a part of a case. */
@Configuration
class BookingPart {
  @Bean
  CasePart partOfBookings(Bookings bookings) {
    return new CasePart(CaseSide.CARE, 13, "booking.part", "bookings", bookings::count);
  }

  /** Bookings are deleted with the case by foreign keys; interpreters are colleagues. */
  @Component
  static class BookingHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return List.of(
          Table.erased("care_booking", "goes with the case"),
          Table.nothing("care_interpreter", "whom the organisation works with"),
          Table.nothing("care_interpreter_language", "whom the organisation works with"));
    }

    @Override
    public String room() {
      return "care";
    }
  }
}
