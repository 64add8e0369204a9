package org.passerelle.prosecute.victim;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A consent was withdrawn, or a basis not upheld: what rests on it is destroyed at once. */
@Component
class EndedBases {
  private final VictimRows rows;
  private final Investigations investigations;
  private final InvestigationRecord records;
  private final Vault vault;
  private final Clock clock;

  EndedBases(
      VictimRows rows,
      Investigations investigations,
      InvestigationRecord records,
      Vault vault,
      Clock clock) {
    this.rows = rows;
    this.investigations = investigations;
    this.records = records;
    this.vault = vault;
    this.clock = clock;
  }

  @EventListener
  void on(CaseJournal.Happened happened) {
    ForInvestigation.endedBasis(happened).ifPresent(basis -> rows.on(basis).forEach(this::end));
  }

  private void end(UUID entry) {
    rows.end(entry, Columns.now(clock))
        .ifPresent(
            investigation -> {
              records.writeByHouse(
                  investigation,
                  investigations.organisation(investigation),
                  "victim.basis-ended",
                  Victim.called(rows.number(entry)),
                  entry);
              vault.destroyAtCommit(List.of(entry));
            });
  }
}
