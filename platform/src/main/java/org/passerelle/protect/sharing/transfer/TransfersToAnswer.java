package org.passerelle.protect.sharing.transfer;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.due.CaselessDueSource;
import org.passerelle.protect.casework.due.DueThing;
import org.springframework.stereotype.Component;

/** Cases offered to the reader's organisation that wait for its answer. */
@Component
class TransfersToAnswer implements CaselessDueSource {
  private static final int SHOWN = 200;
  private final Transfers transfers;
  private final Addressees organisations;

  TransfersToAnswer(Transfers transfers, Addressees organisations) {
    this.transfers = transfers;
    this.organisations = organisations;
  }

  @Override
  public List<DueThing> waiting(SignedIn who, Texts texts) {
    return transfers.toAnswer(who, SHOWN).stream().map(one -> thing(one, texts)).toList();
  }

  private DueThing thing(Transfer one, Texts texts) {
    return new DueThing(
        "transfer_in",
        "received",
        one.id(),
        null,
        one.code(),
        null,
        one.deadline(),
        false,
        texts.text("due.transfer.in", organisations.name(one.organisation(), texts.language())),
        texts.text("due.transfer.in.outside"),
        "/protect/transfers/" + one.id(),
        "home.answer",
        true,
        one.urgency() != Urgency.ORDINARY);
  }
}
