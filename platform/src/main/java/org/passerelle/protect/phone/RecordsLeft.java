package org.passerelle.protect.phone;

import java.util.List;
import java.util.UUID;

/** Records that came from a phone are gone. Heard in the same transaction. */
public record RecordsLeft(List<UUID> records) {
  public RecordsLeft {
    records = List.copyOf(records);
  }
}
