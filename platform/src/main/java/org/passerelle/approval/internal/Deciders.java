package org.passerelle.approval.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Colleagues;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.TwoPersonAct;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Determines who decides: users of the organisation concerned; if it has none yet, another
 * administrator of the node; if there is none either, the operator on the command line (decision
 * 0021).
 */
@Component
class Deciders {
  // lazy: users depend on approvals themselves
  private final ObjectProvider<Colleagues> users;

  Deciders(ObjectProvider<Colleagues> users) {
    this.users = users;
  }

  List<UUID> of(TwoPersonAct act, ApprovalRequest request) {
    List<User> own = able(users.getObject().in(request.subject().organisation()), request);
    List<UUID> there = holding(own, act.deciders());
    if (!there.isEmpty() || !act.deciders().contains(Role.ADMINISTRATOR)) {
      return there;
    }
    return holding(able(users.getObject().all(), request), Set.of(Role.ADMINISTRATOR));
  }

  /** Users who can sign in, did not make the request and are not its subject. */
  private static List<User> able(List<User> all, ApprovalRequest request) {
    return all.stream()
        .filter(u -> u.active() && u.hasPassword())
        .filter(u -> !u.id().equals(request.askedBy()) && !u.id().equals(request.subject().id()))
        .toList();
  }

  private static List<UUID> holding(List<User> all, Set<Role> roles) {
    return all.stream()
        .filter(u -> u.roles().stream().anyMatch(roles::contains))
        .map(User::id)
        .toList();
  }
}
