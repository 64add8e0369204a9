package org.passerelle.protect.casework.care.catalogue;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Services contain no personal data. */
@Component
class CatalogueHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Table.each(
        Kind.NOTHING,
        "what organisations offer",
        "care_service",
        "care_service_need",
        "care_service_language");
  }

  @Override
  public String room() {
    return "care";
  }
}
