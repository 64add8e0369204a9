package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.springframework.stereotype.Component;

/** Events, decisions and other persons of a case. */
@Component
class CaseStory {
  private final Episodes episodes;
  private final Decisions decisions;
  private final CaseJournal journal;
  private final Relations relations;

  CaseStory(Episodes episodes, Decisions decisions, CaseJournal journal, Relations relations) {
    this.episodes = episodes;
    this.decisions = decisions;
    this.journal = journal;
    this.relations = relations;
  }

  List<Episodes.Episode> episodes(UUID id, SignedIn who) {
    return episodes.of(id, who);
  }

  List<Decisions.Decision> decisions(UUID id, SignedIn who) {
    return decisions.of(id, who);
  }

  List<CaseJournal.Line> journal(UUID id, int lines) {
    return journal.newest(id, lines);
  }

  List<Relations.Around> around(UUID id, SignedIn who) {
    return relations.around(id, who);
  }
}
