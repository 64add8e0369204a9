package org.passerelle.forms;

import java.util.List;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Tables of submitted forms. */
@Component
class FormHoldings implements Holdings {
  private final Submissions submissions;

  FormHoldings(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("submission", "answers about a person").by("subject", "sealed_under"),
        Table.erased("reporting_value", "coded answers, for counting"),
        Table.nothing("form_used", "versions of forms"),
        Table.nothing("form_file", "forms"),
        Table.nothing("form_draft", "form drafts"),
        Table.nothing("form_draft_change", "form drafts"));
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void erase(Erased erased) {
    erased.all().forEach(submissions::erase);
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        """
        update reporting_value set organisation = :to
         where submission in (select id from submission
                               where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array)))
        """,
        moved.whole().all());
    moved.rows(
        """
        update submission set organisation = :to
         where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array))
        """,
        moved.whole().all());
  }
}
