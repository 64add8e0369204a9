package org.passerelle.pages;

import java.util.List;
import java.util.Set;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.stereotype.Component;

/** Unsubmitted input and form tokens. */
@Component
class PagesHoldings implements Holdings {
  private final KeptForms forms;

  PagesHoldings(KeptForms forms) {
    this.forms = forms;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("kept_form", "unsubmitted input about a person").by("subject", "sealed_under"),
        Table.nothing("form_sent", "tokens of forms"));
  }

  @Override
  public void erase(Erased erased) {
    forms.forgetAbout(Set.copyOf(erased.all()));
  }

  @Override
  public void move(Moved moved) {
    // typed by the former team and not sent
    moved.rows(
        """
        delete from kept_form
         where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array))
        """,
        moved.whole().all());
  }
}
