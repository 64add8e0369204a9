package org.passerelle.protect.sharing.duty;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Duties of colleagues, and what people were notified of. */
@Component
class DutyHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("duty", "duties of colleagues"),
        Table.nothing("duty_number", "telephones of an organisation"),
        Table.erased("duty_call", "goes with what waits, within a minute"));
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        """
        update duty_call set organisation = :to
         where subject = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
  }
}
