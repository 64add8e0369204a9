package org.passerelle.house.forms;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.FormProblem;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDraft;
import org.passerelle.forms.draft.FormDrafts;
import org.passerelle.pages.Act;
import org.springframework.stereotype.Component;

/** Loads what every page of a draft shows. */
@Component
class DraftPages {
  private final FormDrafts drafts;
  private final FormJudge judge;
  private final Users users;

  DraftPages(FormDrafts drafts, FormJudge judge, Users users) {
    this.drafts = drafts;
    this.judge = judge;
    this.users = users;
  }

  /** A draft with its problems and its history. */
  DraftPage of(UUID id, Act act) {
    FormDraft draft = drafts.find(id);
    List<FormDraft.Change> changes = drafts.changes(id);
    return new DraftPage(
        draft,
        judge.judge(draft.form().write()),
        changes,
        users.names(
            Stream.concat(changes.stream().map(FormDraft.Change::by), Stream.of(draft.changedBy()))
                .distinct()
                .toList()),
        act.language());
  }

  /** The problems of one part. */
  static List<FormProblem> problems(DraftPage page, DraftPart part) {
    return page.judged().problems().stream()
        .filter(problem -> problem.where().equals(part.toString()))
        .toList();
  }
}
