package org.passerelle.demo;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.demo.people.DemoPhrases;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.transfer.Transfer;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A case transfer offered to another organisation of the demonstration and not answered yet. */
@Component
class DemoTransfers {
  private final Transfers transfers;
  private final TransactionTemplate transaction;

  DemoTransfers(Transfers transfers, PlatformTransactionManager transactions) {
    this.transfers = transfers;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The first eligible case; refusals are accepted. */
  void propose(List<DemoFiles.Opened> cases, List<DemoHouse.Staff> staff) {
    for (DemoFiles.Opened opened : cases) {
      Optional<SignedIn> taker = taker(opened.manager(), staff);
      if (!opened.closed() && taker.isPresent() && proposed(opened, taker.get())) {
        return;
      }
    }
  }

  /** A case manager of another organisation of the same country. */
  private static Optional<SignedIn> taker(DemoHouse.Staff from, List<DemoHouse.Staff> staff) {
    return staff.stream()
        .filter(one -> one.is(Role.CASE_MANAGER))
        .filter(one -> one.organisation().country().equals(from.organisation().country()))
        .filter(one -> !one.organisation().id().equals(from.organisation().id()))
        .map(DemoHouse.Staff::who)
        .findFirst();
  }

  private boolean proposed(DemoFiles.Opened opened, SignedIn taker) {
    try {
      transaction.execute(
          status ->
              transfers.propose(
                  opened.id(),
                  new Transfer.Draft(
                      taker.organisation(),
                      "psychological_care",
                      DemoPhrases.words("moves-to-you", opened.manager().language())),
                  new StatedBasis.Choice("law", "Article 14 (demo)", null),
                  opened.manager().who()));
      return true;
    } catch (Refused refused) {
      return false;
    }
  }
}
