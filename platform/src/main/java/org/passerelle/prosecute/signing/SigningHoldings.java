package org.passerelle.prosecute.signing;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** What the tables of this package hold: keys of colleagues, of nobody followed in a case. */
@Component
class SigningHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.NOTHING,
        "keys of colleagues and organisations, with their certificates",
        "officer_key",
        "officer_key_elsewhere",
        "organisation_seal");
  }
}
