package org.passerelle.accounts.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Giving somebody a role that opens cases or rules the house. */
@Component
class RoleGrant implements TwoPersonAct {
  static final String KIND = "role.grant";
  private final JdbcUsers users;

  RoleGrant(JdbcUsers users) {
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
    Set<Role> before = roles(request.part("before"));
    Set<Role> after = roles(request.part("after"));
    User user = users.find(request.subject().id()).orElse(null);
    return new Shown(
        page.text(
            before.isEmpty() ? "approval.say.role.grant-new" : "approval.say.role.grant",
            user == null ? "" : user.name(),
            user == null ? "" : user.login(),
            words(after, page),
            words(before, page)),
        "");
  }

  @Override
  public void carryOut(ApprovalRequest request, SignedIn decidedBy) {
    users.grant(
        decidedBy,
        request.subject().id(),
        request.part("before"),
        roles(request.part("after")),
        request.askedBy());
  }

  private static Set<Role> roles(String codes) {
    return Arrays.stream(codes.split(" ", -1))
        .filter(c -> !c.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toSet());
  }

  private static String words(Set<Role> roles, Page page) {
    return roles.stream()
        .sorted()
        .map(r -> page.text("role." + r.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }
}
