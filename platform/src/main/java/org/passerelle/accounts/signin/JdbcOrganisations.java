package org.passerelle.accounts.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.StoredOrganisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations in the database; each gets its key when it is created. */
@Component
class JdbcOrganisations implements Organisations {
  private final JdbcClient db;
  private final StoredOrganisations stored;
  private final Clock clock;
  private final Identifiers identifiers;
  private final Vault vault;
  private final AuditLog audit;
  private final Sessions sessions;

  JdbcOrganisations(
      JdbcClient db,
      StoredOrganisations stored,
      Clock clock,
      Identifiers identifiers,
      Vault vault,
      AuditLog audit,
      Sessions sessions) {
    this.db = db;
    this.stored = stored;
    this.clock = clock;
    this.identifiers = identifiers;
    this.vault = vault;
    this.audit = audit;
    this.sessions = sessions;
  }

  @Override
  public Optional<Organisation> find(UUID id) {
    return stored.find(id);
  }

  @Override
  public Optional<Organisation> byHandle(String handle) {
    return stored.byHandle(handle);
  }

  @Override
  public List<Organisation> all() {
    return stored.all();
  }

  @Override
  public List<Organisation> active(@Nullable String country, @Nullable String type) {
    return stored.active(country, type);
  }

  @Override
  @Transactional
  public Organisation create(SignedIn by, OrganisationDraft draft) {
    Organisation organisation = insert(identifiers.next(), draft);
    audit.write(by, "organisation.created", "organisation", organisation.id(), Map.of());
    return organisation;
  }

  /** Creates an organisation under a given identifier. */
  @Transactional
  public Organisation insert(UUID id, OrganisationDraft draft) {
    OrganisationDraft checked = OrganisationRule.checked(draft);
    vault.createOrganisationKey(id);
    Organisation made =
        new Organisation(
            id,
            checked.handle(),
            checked.name(),
            checked.type(),
            checked.country(),
            checked.mandate(),
            checked.place(),
            checked.dutyPhone(),
            checked.casework(),
            true,
            clock.instant());
    try {
      fields(
              db.sql(
                  """
                  insert into organisation
                    (id, handle, name_en, name_fr, name_sr, type, country, mandate, place,
                     duty_phone, casework, active, created)
                  values
                    (:id, :handle, :en, :fr, :sr, :type, :country, :mandate, :place,
                     :phone, :casework, true, :created)
                  """),
              checked)
          .param("id", id)
          .param("handle", checked.handle())
          .param("created", Columns.at(made.created()))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new Refused("access.refused.handle-taken");
    }
    return made;
  }

  @Override
  @Transactional
  public Organisation change(SignedIn by, UUID id, OrganisationDraft draft) {
    Organisation before = find(id).orElseThrow(NotFound::new);
    OrganisationDraft checked =
        OrganisationRule.checked(
            new OrganisationDraft(
                before.handle(),
                draft.name(),
                draft.type(),
                draft.country(),
                draft.mandate(),
                draft.place(),
                draft.dutyPhone(),
                draft.casework()));
    if (before.casework() && !checked.casework() && hasCaseRoles(id)) {
      throw new Refused("access.refused.casework-in-use");
    }
    fields(
            db.sql(
                """
                update organisation
                set name_en = :en, name_fr = :fr, name_sr = :sr, type = :type, country = :country,
                    mandate = :mandate, place = :place, duty_phone = :phone, casework = :casework
                where id = :id
                """),
            checked)
        .param("id", id)
        .update();
    audit.write(by, "organisation.changed", "organisation", id, Map.of());
    return find(id).orElseThrow(NotFound::new);
  }

  @Override
  @Transactional
  public void setActive(SignedIn by, UUID id, boolean active) {
    if (id.equals(by.organisation())) {
      throw new Refused("access.refused.own-organisation");
    }
    if (db.sql("update organisation set active = :active where id = :id")
            .param("active", active)
            .param("id", id)
            .update()
        == 0) {
      throw new NotFound();
    }
    if (!active) {
      sessions.endAllOf(id);
    }
    audit.write(
        by,
        active ? "organisation.activated" : "organisation.deactivated",
        "organisation",
        id,
        Map.of());
  }

  private boolean hasCaseRoles(UUID id) {
    return db.sql(
                """
                select count(*) from user_role r join app_user u on u.id = r.user_id
                where u.organisation = :id and r.role in (:roles)
                """)
            .param("id", id)
            .param("roles", RoleRule.CASEWORK.stream().map(Enum::name).toList())
            .query(Integer.class)
            .single()
        > 0;
  }

  private static JdbcClient.StatementSpec fields(
      JdbcClient.StatementSpec sql, OrganisationDraft draft) {
    Map<String, String> name = draft.name().byLanguage();
    return sql.param("en", name.get("en"))
        .param("fr", name.get("fr"))
        .param("sr", name.get("sr"))
        .param("type", draft.type())
        .param("country", draft.country())
        .param("mandate", draft.mandate())
        .param("place", draft.place())
        .param("phone", draft.dutyPhone())
        .param("casework", draft.casework());
  }
}
