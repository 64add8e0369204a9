package org.passerelle.protect.safeguards.oversight;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Alarms about API clients. */
@Component
class OversightHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("program_alarm", "that a program read many"));
  }
}
