package org.passerelle.protect.recognition;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Pairs of persons who may be the same. */
@Component
class RecognitionHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("possible_duplicate", "goes with the person"),
        Table.erased("duplicate_reading", "goes with the pair"));
  }
}
