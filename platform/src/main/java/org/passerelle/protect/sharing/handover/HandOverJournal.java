package org.passerelle.protect.sharing.handover;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.news.News;
import org.springframework.stereotype.Component;

/**
 * Tells those who work on a hand-over here what became of it elsewhere: in the journal of its case,
 * or, while there is none, as news for whoever may answer it.
 */
@Component
class HandOverJournal {
  private final CaseJournal journal;
  private final News news;

  HandOverJournal(CaseJournal journal, News news) {
    this.journal = journal;
    this.news = news;
  }

  void note(HandOver handOver, String kind, String code) {
    note(handOver.organisation(), handOver.id(), handOver.caseId(), kind, code);
  }

  void note(UUID organisation, UUID handOver, @Nullable UUID caseId, String kind, String code) {
    if (caseId != null) {
      journal.addByHouse(caseId, kind, code, handOver);
    } else {
      news.loose(organisation, handOver, kind, code);
    }
  }
}
