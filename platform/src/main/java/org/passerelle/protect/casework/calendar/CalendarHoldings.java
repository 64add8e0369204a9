package org.passerelle.protect.casework.calendar;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Secret URLs of calendars. */
@Component
class CalendarHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("calendar_feed", "a colleague's own calendar"));
  }
}
