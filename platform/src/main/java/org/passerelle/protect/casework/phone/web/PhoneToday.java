package org.passerelle.protect.casework.phone.web;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.phone.KeptRecords;
import org.springframework.stereotype.Component;

/** Today page of supervisors: records from phones that could not be processed. */
@Component
class PhoneToday implements Today {
  private final KeptRecords kept;

  PhoneToday(KeptRecords kept) {
    this.kept = kept;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    return kept.ofOrganisation(who).stream()
        .map(
            one ->
                new Item(
                    one.at(),
                    page.text("phones.today." + one.kind()),
                    page.text("phones.why." + one.why()),
                    "/protect/phones",
                    page.text("home.open")))
        .toList();
  }
}
