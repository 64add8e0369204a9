package org.passerelle.accounts.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.UserDeactivated;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** User administration; actions that need two persons become approval requests. */
@Component
class JdbcUsers implements Users {
  private final UserRows rows;
  private final UserPowers powers;
  private final Identifiers identifiers;
  private final AuditLog audit;
  private final Sessions sessions;
  private final SetupLinks links;
  private final Approvals approvals;
  private final ApplicationEventPublisher events;

  JdbcUsers(
      UserRows rows,
      UserPowers powers,
      Identifiers identifiers,
      AuditLog audit,
      Sessions sessions,
      SetupLinks links,
      Approvals approvals,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.powers = powers;
    this.identifiers = identifiers;
    this.audit = audit;
    this.sessions = sessions;
    this.links = links;
    this.approvals = approvals;
    this.events = events;
  }

  @Override
  public Optional<User> find(UUID id) {
    return rows.find(id);
  }

  @Override
  public List<User> all() {
    return rows.all();
  }

  @Override
  public List<User> in(UUID organisation) {
    return rows.in(organisation);
  }

  @Override
  public List<User> with(UUID organisation, Role role) {
    return rows.with(organisation, role);
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> ids) {
    return rows.names(ids);
  }

  @Override
  @Transactional
  public Created create(SignedIn by, UserDraft draft) {
    UUID id = identifiers.next();
    boolean waits = RoleRule.takesTwo(Set.of(), draft.roles());
    rows.insert(id, draft, null);
    if (waits) {
      rows.setRoles(id, Set.of());
    }
    String link = waits ? null : links.make(id);
    audit.write(
        by,
        "user.created",
        "user",
        id,
        Map.of("roles", waits ? "" : UserRows.logged(draft.roles())));
    User user = find(id).orElseThrow(NotFound::new);
    if (waits) {
      ask(by, user, draft.roles());
    }
    return new Created(user, link);
  }

  private ApprovalRequest ask(SignedIn by, User user, Set<Role> roles) {
    return approvals.request(
        UserActs.ROLES,
        ActSubject.user(user.id(), user.organisation()),
        Map.of("before", UserRows.codes(user.roles()), "after", UserRows.codes(roles)),
        by);
  }

  @Override
  @Transactional
  public void rename(SignedIn by, UUID id, String name, String language) {
    changed(rows.rename(id, OrganisationRule.line(name, 200, true), language));
    audit.write(by, "user.renamed", "user", id, Map.of());
  }

  @Override
  @Transactional
  public Optional<ApprovalRequest> setRoles(SignedIn by, UUID id, Set<Role> roles) {
    refuseOneself(by, id);
    User user = find(id).orElseThrow(NotFound::new);
    rows.refuseBadRoles(user, roles);
    if (user.roles().equals(roles)) {
      return Optional.empty();
    }
    if (RoleRule.takesTwo(user.roles(), roles)) {
      return Optional.of(ask(by, user, roles));
    }
    powers.change(by, user, roles, Map.of());
    return Optional.empty();
  }

  @Override
  @Transactional
  public void setActive(SignedIn by, UUID id, boolean active) {
    refuseOneself(by, id);
    changed(rows.activate(id, active));
    if (!active) {
      sessions.endAll(id);
      links.withdraw(id);
      events.publishEvent(new UserDeactivated(id));
    }
    audit.write(by, active ? "user.activated" : "user.deactivated", "user", id, Map.of());
  }

  @Override
  @Transactional
  public ApprovalRequest resetSignIn(SignedIn by, UUID id) {
    refuseOneself(by, id);
    User user = find(id).orElseThrow(NotFound::new);
    if (!user.hasPassword() && !user.hasSecondFactor()) {
      throw new Refused("access.refused.nothing-to-reset");
    }
    return approvals.request(
        UserActs.RESET, ActSubject.user(id, user.organisation()), Map.of(), by);
  }

  @Override
  @Transactional
  public String makeLink(SignedIn by, UUID id) {
    refuseOneself(by, id);
    User user = find(id).filter(User::active).orElseThrow(NotFound::new);
    if (user.hasPassword() || user.hasSecondFactor()) {
      throw new Refused("access.refused.has-password");
    }
    if (user.roles().isEmpty()) {
      throw new Refused("access.refused.roles-wait");
    }
    String link = links.make(id);
    audit.write(by, "user.link-made", "user", id, Map.of());
    return link;
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> waiting(UUID id) {
    return Stream.of(UserActs.ROLES, UserActs.RESET)
        .flatMap(kind -> approvals.waiting(kind, id).stream())
        .toList();
  }

  @Override
  @Transactional
  public void endSessions(SignedIn by, UUID id) {
    if (!id.equals(by.user()) && !by.is(Role.ADMINISTRATOR)) {
      throw new NotFound();
    }
    if (find(id).isEmpty()) {
      throw new NotFound();
    }
    sessions.endAll(id);
    audit.write(by, "user.sessions-ended", "user", id, Map.of());
  }

  private static void refuseOneself(SignedIn by, UUID id) {
    if (id.equals(by.user())) {
      throw new Refused("access.refused.oneself");
    }
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw new NotFound();
    }
  }
}
