package org.passerelle.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users in the database. */
@Component
class JdbcUsers implements Users {
  private static final String ALL =
      """
      select u.id, u.login, u.name, u.organisation, u.language, u.active, u.created,
             u.password_hash is not null as has_password,
             exists (select 1 from totp t where t.user_id = u.id)
               or exists (select 1 from passkey p where p.user_id = u.id) as has_factor,
             (select string_agg(r.role, ',') from user_role r where r.user_id = u.id) as roles
      from app_user u join organisation o on o.id = u.organisation
      where (cast(:id as uuid) is null or u.id = :id)
        and (cast(:organisation as uuid) is null or u.organisation = :organisation)
      order by o.handle, u.name, u.id
      """;

  private final JdbcClient db;
  private final Clock clock;
  private final Identifiers identifiers;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Sessions sessions;
  private final SetupLinks links;
  private final Devices devices;
  private final Approvals approvals;

  JdbcUsers(
      JdbcClient db,
      Clock clock,
      Identifiers identifiers,
      Organisations organisations,
      AuditLog audit,
      Sessions sessions,
      SetupLinks links,
      Devices devices,
      Approvals approvals) {
    this.db = db;
    this.clock = clock;
    this.identifiers = identifiers;
    this.organisations = organisations;
    this.audit = audit;
    this.sessions = sessions;
    this.links = links;
    this.devices = devices;
    this.approvals = approvals;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<User> find(UUID id) {
    return query(id, null).stream().findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<User> all() {
    return query(null, null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<User> in(UUID organisation) {
    return query(null, organisation);
  }

  @Override
  @Transactional(readOnly = true)
  public List<User> with(UUID organisation, Role role) {
    return query(null, organisation).stream()
        .filter(u -> u.active() && u.roles().contains(role))
        .toList();
  }

  private List<User> query(@Nullable UUID id, @Nullable UUID organisation) {
    return db.sql(ALL)
        .param("id", id)
        .param("organisation", organisation)
        .query(JdbcUsers::user)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      db.sql("select id, name from app_user where id in (:ids)")
          .param("ids", Set.copyOf(ids))
          .query(
              row -> {
                names.put(row.getObject("id", UUID.class), row.getString("name"));
              });
    }
    return names;
  }

  @Override
  @Transactional
  public Created create(SignedIn by, UserDraft draft) {
    UUID id = identifiers.next();
    boolean waits = RoleRule.takesTwo(Set.of(), draft.roles());
    insert(id, draft, null);
    if (waits) {
      db.sql("delete from user_role where user_id = :id").param("id", id).update();
    }
    String link = waits ? null : links.make(id);
    audit.write(by, "user.created", "user", id, Map.of("roles", waits ? "" : codes(draft.roles())));
    User user = find(id).orElseThrow(NotFound::new);
    if (waits) {
      ask(by, user, draft.roles());
    }
    return new Created(user, link);
  }

  private ApprovalRequest ask(SignedIn by, User user, Set<Role> roles) {
    return approvals.request(
        RoleGrant.KIND,
        ActSubject.user(user.id(), user.organisation()),
        Map.of("before", codes(user.roles()), "after", codes(roles)),
        by);
  }

  /** Enters a user under a given identifier. */
  @Transactional
  public void insert(UUID id, UserDraft draft, @Nullable String passwordHash) {
    Organisation organisation = organisations.find(draft.organisation()).orElseThrow(NotFound::new);
    refuseBadRoles(draft.roles(), organisation);
    String login = OrganisationRule.line(draft.login(), 254, true);
    if (login.length() < 3 || login.codePoints().anyMatch(Character::isWhitespace)) {
      throw new Refused("access.refused.login");
    }
    try {
      db.sql(
              """
              insert into app_user
                (id, login, login_key, name, organisation, password_hash, language, active, epoch, created)
              values
                (:id, :login, :key, :name, :organisation, :hash, :language, true, 0, :created)
              """)
          .param("id", id)
          .param("login", login)
          .param("key", Accounts.key(login))
          .param("name", OrganisationRule.line(draft.name(), 200, true))
          .param("organisation", draft.organisation())
          .param("hash", passwordHash)
          .param("language", draft.language())
          .param("created", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new Refused("access.refused.login-taken");
    }
    insertRoles(id, draft.roles());
  }

  @Override
  @Transactional
  public void rename(SignedIn by, UUID id, String name, String language) {
    changed(
        db.sql("update app_user set name = :name, language = :language where id = :id")
            .param("name", OrganisationRule.line(name, 200, true))
            .param("language", language)
            .param("id", id)
            .update());
    audit.write(by, "user.renamed", "user", id, Map.of());
  }

  @Override
  @Transactional
  public Optional<ApprovalRequest> setRoles(SignedIn by, UUID id, Set<Role> roles) {
    refuseOneself(by, id);
    User user = find(id).orElseThrow(NotFound::new);
    refuseBadRoles(roles, organisations.find(user.organisation()).orElseThrow(NotFound::new));
    if (user.roles().equals(roles)) {
      return Optional.empty();
    }
    if (RoleRule.takesTwo(user.roles(), roles)) {
      return Optional.of(ask(by, user, roles));
    }
    change(by, user, roles, Map.of());
    return Optional.empty();
  }

  /** Sets the roles that somebody asked for and somebody else agreed to. */
  void grant(SignedIn decidedBy, UUID id, String before, Set<Role> roles, UUID askedBy) {
    User user = find(id).filter(User::active).orElseThrow(() -> changedMeanwhile());
    if (!codes(user.roles()).equals(before)) {
      throw changedMeanwhile();
    }
    refuseBadRoles(roles, organisations.find(user.organisation()).orElseThrow(NotFound::new));
    change(decidedBy, user, roles, Map.of("asked-by", askedBy.toString()));
  }

  private static Refused changedMeanwhile() {
    return new Refused("access.refused.changed-meanwhile");
  }

  private void change(SignedIn by, User user, Set<Role> roles, Map<String, String> more) {
    UUID id = user.id();
    db.sql("delete from user_role where user_id = :id").param("id", id).update();
    insertRoles(id, roles);
    sessions.endAll(id);
    Map<String, String> detail = new HashMap<>(more);
    detail.put("before", codes(user.roles()));
    detail.put("after", codes(roles));
    audit.write(by, "user.roles-changed", "user", id, detail);
  }

  @Override
  @Transactional
  public void setActive(SignedIn by, UUID id, boolean active) {
    refuseOneself(by, id);
    changed(
        db.sql("update app_user set active = :active where id = :id")
            .param("active", active)
            .param("id", id)
            .update());
    if (!active) {
      sessions.endAll(id);
      links.withdraw(id);
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
        SignInReset.KIND, ActSubject.user(id, user.organisation()), Map.of(), by);
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
    return Stream.of(RoleGrant.KIND, SignInReset.KIND)
        .flatMap(kind -> approvals.waiting(kind, id).stream())
        .toList();
  }

  /** Takes away password and second factors; the user needs a new link. */
  void reset(SignedIn decidedBy, UUID id, UUID askedBy) {
    changed(
        db.sql("update app_user set password_hash = null where id = :id").param("id", id).update());
    db.sql("delete from totp where user_id = :id").param("id", id).update();
    db.sql("delete from passkey where user_id = :id").param("id", id).update();
    db.sql("delete from recovery_code where user_id = :id").param("id", id).update();
    devices.forget(id);
    links.withdraw(id);
    sessions.endAll(id);
    audit.write(
        decidedBy, "user.sign-in-reset", "user", id, Map.of("asked-by", askedBy.toString()));
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

  private void insertRoles(UUID id, Set<Role> roles) {
    for (Role role : roles) {
      db.sql("insert into user_role (user_id, role) values (:id, :role)")
          .param("id", id)
          .param("role", role.name())
          .update();
    }
  }

  private static void refuseBadRoles(Set<Role> roles, Organisation organisation) {
    RoleRule.problem(roles, organisation.casework())
        .ifPresent(
            key -> {
              throw new Refused(key);
            });
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

  private static String codes(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
  }

  private static User user(ResultSet row, int number) throws SQLException {
    String roles = row.getString("roles");
    return new User(
        row.getObject("id", UUID.class),
        row.getString("login"),
        row.getString("name"),
        row.getObject("organisation", UUID.class),
        row.getString("language"),
        row.getBoolean("active"),
        roles == null
            ? Set.of()
            : Arrays.stream(roles.split(",", -1)).map(Role::valueOf).collect(Collectors.toSet()),
        row.getObject("created", OffsetDateTime.class).toInstant(),
        row.getBoolean("has_password"),
        row.getBoolean("has_factor"));
  }
}
