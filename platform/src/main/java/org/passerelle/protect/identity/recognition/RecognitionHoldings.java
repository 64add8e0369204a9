package org.passerelle.protect.identity.recognition;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
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

  @Override
  public void move(Moved moved) {
    // recomputed by its owner
    moved.rows(
        """
        delete from duplicate_reading
         where pair in (select id from possible_duplicate
                         where one = any(cast(:ids as uuid array)) or other = any(cast(:ids as uuid array)))
        """,
        moved.whole().all());
    moved.rows(
        """
        delete from possible_duplicate
         where one = any(cast(:ids as uuid array)) or other = any(cast(:ids as uuid array))
        """,
        moved.whole().all());
  }
}
