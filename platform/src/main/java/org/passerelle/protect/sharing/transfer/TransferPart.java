package org.passerelle.protect.sharing.transfer;

import java.util.List;
import java.util.Optional;
import org.passerelle.accounts.Addressees;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseRedirect;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows transfers as a part of a case, and a notice while one waits. */
@Configuration
class TransferPart {
  @Bean
  CasePart partOfTransfer(Transfers transfers) {
    return new CasePart(
        CaseSide.CARE,
        34,
        "transfer.part",
        "transfers",
        (file, who) -> transfers.ofCase(file, who).size());
  }

  @Bean
  CaseNotice noticeOfTransfer(Transfers transfers, Addressees organisations) {
    return (file, who, page) ->
        transfers.ofCase(file.id(), who).stream()
            .filter(Transfer::open)
            .findFirst()
            .map(
                t ->
                    new CaseNotice.Note(
                        "",
                        "handover",
                        page.text(
                            "transfer.notice",
                            organisations.names(page.language()).getOrDefault(t.recipient(), "…")),
                        page.text("transfer.notice.what"),
                        "",
                        ""))
            .or(Optional::empty);
  }

  /** Former team members are redirected to the status of a case that was given away. */
  @Bean
  CaseRedirect elsewhereByTransfer(Transfers transfers) {
    return (caseId, who) ->
        transfers.gaveAway(caseId, who).map(t -> "/protect/transfers/" + t.id());
  }

  /** Transfers are deleted with the case by foreign keys. */
  @Component
  static class TransferHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return List.of(
          Table.erased("case_transfer", "goes with the case"),
          Table.erased("case_transfer_former", "goes with the transfer"));
    }
  }
}
