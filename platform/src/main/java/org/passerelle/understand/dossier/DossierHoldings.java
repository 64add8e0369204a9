package org.passerelle.understand.dossier;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of dossiers. */
@Component
class DossierHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("dossier", "codes and counts of a network"),
        Table.nothing("dossier_words", "quoted words, under the key of their interview"));
  }
}
