package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.UUID;

/** Records that came from a phone are gone. Heard in the same transaction. */
public record PhoneRecordsRemoved(List<UUID> records) {
  public PhoneRecordsRemoved {
    records = List.copyOf(records);
  }
}
