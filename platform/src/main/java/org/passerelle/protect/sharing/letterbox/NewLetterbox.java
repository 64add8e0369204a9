package org.passerelle.protect.sharing.letterbox;

import org.passerelle.access.SignedIn;
import org.passerelle.approval.AdministratorsAct;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.pages.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Approval of a new letterbox: nobody decides alone where dossiers can be read. */
@Component
class NewLetterbox implements AdministratorsAct {
  static final String KIND = "letterbox.add";

  // lazy, because letterboxes need approvals and these know every act
  private final ObjectProvider<Letterboxes> letterboxes;

  NewLetterbox(ObjectProvider<Letterboxes> letterboxes) {
    this.letterboxes = letterboxes;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    return new Shown(
        page.text(
            "approval.say.letterbox.add",
            request.part("name"),
            request.part("country"),
            request.part("mail"),
            request.part("phone")),
        "/partner/letterboxes");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    letterboxes
        .getObject()
        .add(
            request.subject().id(),
            new Letterbox.Draft(
                request.part("name"),
                request.part("type"),
                request.part("country"),
                request.part("mail"),
                request.part("phone"),
                request.part("language")),
            decidedBy,
            request.askedBy());
  }
}
