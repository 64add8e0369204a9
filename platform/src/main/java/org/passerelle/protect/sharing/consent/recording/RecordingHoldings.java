package org.passerelle.protect.sharing.consent.recording;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Recordings contain no personal data; they are the same for everybody. */
@Component
class RecordingHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(Table.nothing("consent_recording", "what is told to everybody"));
  }
}
