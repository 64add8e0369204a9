package org.passerelle.accounts.signin;

import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Taking away somebody's password and second factors, so that they start anew. */
@Component
class SignInReset implements TwoPersonAct {
  static final String KIND = "sign-in.reset";
  private final JdbcUsers users;

  SignInReset(JdbcUsers users) {
    this.users = users;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean demanded() {
    return true;
  }

  @Override
  public Set<Role> deciders() {
    return Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR);
  }

  @Override
  public Shown shown(ApprovalRequest request, Page page) {
    User user = users.find(request.subject().id()).orElse(null);
    return new Shown(
        page.text(
            "approval.say.sign-in.reset",
            user == null ? "" : user.name(),
            user == null ? "" : user.login()),
        "");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    users.reset(decidedBy, request.subject().id(), request.askedBy());
  }
}
