package org.passerelle.protect.casework.care.booking;

import java.util.List;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
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
    public void move(Moved moved) {
      moved.rows(
          "update care_booking set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
      // who does what is planned
      moved.rows(
          """
          update care_booking set accompanied = :lead
           where case_id = any(cast(:ids as uuid array)) and settled_at is null and accompanied is not null
          """,
          moved.whole().cases());
    }

    @Override
    public String room() {
      return "care";
    }
  }
}
