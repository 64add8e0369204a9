package org.passerelle.protect.sharing.referral;

import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.springframework.stereotype.Component;

/** What stands above a case that came from another organisation: from whom, and for what. */
@Component
public class OriginNotes {
  private final Addressees organisations;
  private final FormDefinitions definitions;

  OriginNotes(Addressees organisations, FormDefinitions definitions) {
    this.organisations = organisations;
    this.definitions = definitions;
  }

  /**
   * What a case came for.
   *
   * @param list list of codes
   * @param code code in it
   */
  public record Purpose(String list, String code) {}

  /**
   * The note, without its link.
   *
   * @param head key of its head, with the organisation and the purpose
   * @param referral the referral or hand-over, for the common reference
   */
  public CaseNotice.Note of(String head, UUID from, Purpose what, UUID referral, Page page) {
    return new CaseNotice.Note(
        "",
        "handover",
        page.text(
            head,
            organisations.name(from, page.language()),
            definitions.lists().label(what.list(), what.code(), page.language())),
        page.text("referral.came.what", CommonReference.of(referral)),
        "",
        "");
  }
}
