package org.passerelle.protect.casework.supervision;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.team.ReassignmentNotes;
import org.springframework.stereotype.Component;

/** Notices that a reader must see first on opening a case, most important first. */
@Component
class SupervisionNotices implements CaseNotice {
  private final EmergencyAccess emergencies;
  private final ReassignmentNotes handOvers;
  private final Approvals approvals;
  private final Users users;

  SupervisionNotices(
      EmergencyAccess emergencies, ReassignmentNotes handOvers, Approvals approvals, Users users) {
    this.emergencies = emergencies;
    this.handOvers = handOvers;
    this.approvals = approvals;
    this.users = users;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    return emergency(file, who, page)
        .or(() -> handedOver(file, who, page))
        .or(() -> waiting(file, page));
  }

  private Optional<Note> emergency(Case file, SignedIn who, Page page) {
    return emergencies
        .running(file.id(), who)
        .map(
            look ->
                new Note(
                    "danger",
                    "alert",
                    page.text("emergency.notice", page.moments().time(look.until())),
                    page.text("emergency.notice.what"),
                    "/protect/cases/" + file.id() + "/emergency/end",
                    page.text("emergency.end")));
  }

  private Optional<Note> handedOver(Case file, SignedIn who, Page page) {
    return handOvers
        .unread(file.id(), who)
        .map(
            one ->
                new Note(
                    "",
                    "handover",
                    page.text(
                        "reassignment.notice",
                        users.names(List.of(one.by())).getOrDefault(one.by(), "…"),
                        page.moments().instant(one.at())),
                    one.note(),
                    "/protect/cases/" + file.id() + "/hand-over/confirm",
                    page.text("reassignment.confirm")));
  }

  private Optional<Note> waiting(Case file, Page page) {
    return approvals
        .waiting(CaseStates.CLOSE, file.id())
        .map(r -> waits("closing.notice", r, page))
        .or(
            () ->
                approvals
                    .waiting(Decisions.RECORD, file.id())
                    .map(r -> waits("approval.decision.notice", r, page)));
  }

  private static Note waits(String key, ApprovalRequest request, Page page) {
    return new Note(
        "warn",
        "clock",
        page.text(key, request.code()),
        page.text("closing.notice.what", page.moments().instant(request.expires())),
        "",
        "");
  }
}
