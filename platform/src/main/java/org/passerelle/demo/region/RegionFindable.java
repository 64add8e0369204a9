package org.passerelle.demo.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.identity.elsewhere.Findability;
import org.passerelle.protect.sharing.consent.Objection;
import org.springframework.stereotype.Component;

/**
 * Makes the child's file findable for the other nodes. The node may have been used before: a file
 * for which somebody has decided this already is left as it is, and a file received by a hand-over
 * is not opened to anyone excluded for reasons of asylum.
 */
@Component
class RegionFindable {
  private final CaseSight sight;
  private final Cases cases;
  private final Findability findability;

  RegionFindable(CaseSight sight, Cases cases, Findability findability) {
    this.sight = sight;
    this.cases = cases;
    this.findability = findability;
  }

  void open(List<UUID> by, SignedIn leads) {
    undecided(leads)
        .forEach(
            file -> {
              Map<Organisation, Optional<Objection>> partners =
                  findability.partners(cases.find(file, leads));
              List<UUID> allowed =
                  partners.entrySet().stream()
                      .filter(e -> e.getValue().isEmpty())
                      .map(e -> e.getKey().id())
                      .filter(by::contains)
                      .toList();
              findability.set(file, allowed, leads);
            });
  }

  private List<UUID> undecided(SignedIn leads) {
    return sight
        .sql(
            """
            select c.id from {own c}
             where not exists (select 1 from case_event_outline e
                                where e.case_id = c.id and e.kind = 'elsewhere.findable')
            """,
            leads)
        .query(UUID.class)
        .list();
  }
}
