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

/** What every page of a draft shows of it. */
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

  /** A draft with what is wrong with it and who changed what. */
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

  /** What is wrong with one part. */
  static List<FormProblem> problems(DraftPage page, DraftPart part) {
    return page.judged().problems().stream()
        .filter(problem -> problem.where().equals(part.toString()))
        .toList();
  }
}
