package org.passerelle.undo;

import java.util.List;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of undo offers. */
@Component
class UndoHoldings implements Holdings {
  private final Offers offers;

  UndoHoldings(Offers offers) {
    this.offers = offers;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("undo_offer", "what was taken out of a file in the last ten seconds")
            .by("kept_under"));
  }

  @Override
  public String room() {
    return "cases";
  }

  @Override
  public void erase(Erased erased) {
    offers.endUnder(erased.all());
  }
}
