package org.passerelle.accounts.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.UserDraft;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users in the database. */
@Component
class UserRows {
  private static final String ALL =
      """
      select u.id, u.login, u.name, u.organisation, u.language, u.active, u.created,
             u.password_hash is not null as has_password,
             exists (select 1 from totp t where t.user_id = u.id)
               or exists (select 1 from passkey p where p.holder = u.id) as has_factor,
             (select string_agg(r.role, ',') from user_role r where r.user_id = u.id) as roles
      from app_user u join organisation o on o.id = u.organisation
      where (cast(:id as uuid) is null or u.id = :id)
        and (cast(:organisation as uuid) is null or u.organisation = :organisation)
      order by o.handle, u.name, u.id
      """;

  private final JdbcClient db;
  private final Clock clock;
  private final Organisations organisations;

  UserRows(JdbcClient db, Clock clock, Organisations organisations) {
    this.db = db;
    this.clock = clock;
    this.organisations = organisations;
  }

  @Transactional(readOnly = true)
  public Optional<User> find(UUID id) {
    return query(id, null).stream().findFirst();
  }

  /** Changes name and language; returns the number of users found. */
  int rename(UUID id, String name, String language) {
    return db.sql("update app_user set name = :name, language = :language where id = :id")
        .param("name", name)
        .param("language", language)
        .param("id", id)
        .update();
  }

  /** Activates or deactivates; returns the number of users found. */
  int activate(UUID id, boolean active) {
    return db.sql("update app_user set active = :active where id = :id")
        .param("active", active)
        .param("id", id)
        .update();
  }

  @Transactional(readOnly = true)
  public List<User> all() {
    return query(null, null);
  }

  @Transactional(readOnly = true)
  public List<User> in(UUID organisation) {
    return query(null, organisation);
  }

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
        .query(UserRows::user)
        .list();
  }

  @Transactional(readOnly = true)
  public Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      db.sql("select id, name from app_user where id = any(cast(:ids as uuid array))")
          .param("ids", UuidArray.of(Set.copyOf(ids)))
          .query(
              row -> {
                names.put(row.getObject("id", UUID.class), row.getString("name"));
              });
    }
    return names;
  }

  /** Whether there are no users yet. */
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return db.sql("select count(*) from app_user").query(Long.class).single() == 0;
  }

  /** Creates a user under a given identifier. */
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
          .param("created", Columns.now(clock))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new Refused("access.refused.login-taken");
    }
    insertRoles(id, draft.roles());
  }

  /** Replaces all roles; an empty set removes them. */
  @Transactional
  public void setRoles(UUID id, Set<Role> roles) {
    db.sql("delete from user_role where user_id = :id").param("id", id).update();
    insertRoles(id, roles);
  }

  private void insertRoles(UUID id, Set<Role> roles) {
    for (Role role : roles) {
      db.sql("insert into user_role (user_id, role) values (:id, :role)")
          .param("id", id)
          .param("role", role.name())
          .update();
    }
  }

  /** Refuses roles that cannot be combined in the user's organisation. */
  void refuseBadRoles(User user, Set<Role> roles) {
    refuseBadRoles(roles, organisations.find(user.organisation()).orElseThrow(NotFound::new));
  }

  private static void refuseBadRoles(Set<Role> roles, Organisation organisation) {
    RoleRule.problem(roles, organisation.casework())
        .ifPresent(
            key -> {
              throw new Refused(key);
            });
  }

  /** Form in the audit log. */
  static String logged(Set<Role> roles) {
    return codes(roles).replace(' ', ',');
  }

  /** Form in an approval request. */
  static String codes(Set<Role> roles) {
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
        Columns.instant(row, "created"),
        row.getBoolean("has_password"),
        row.getBoolean("has_factor"));
  }
}
