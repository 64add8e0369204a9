package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.RoleRule;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

@OnBothDatabases
@Tag("postgresql")
class UsersTest {
  @Parameter House house;

  @Test
  void anOrganisationGetsItsKeyAndIsFoundByHandleCountryAndType() {
    Organisation made = Staff.organisation(house);
    Organisations organisations = house.get(Organisations.class);

    assertThat(house.get(Vault.class).holds(made.id())).isTrue();
    assertThat(organisations.byHandle(made.handle())).contains(made);
    assertThat(organisations.find(made.id())).contains(made);
    assertThat(organisations.active("RS", "ngo")).contains(made);
    assertThat(organisations.active("FR", null)).doesNotContain(made);
    assertThat(organisations.active(null, null)).contains(made);
    assertThat(made.address("test")).isEqualTo(made.handle() + "@test");
    assertThat(made.name().in(new Language("sr-Latn"))).startsWith("Kuća ");
  }

  @Test
  void aHandleIsTakenOnce() {
    Organisation made = Staff.organisation(house);
    OrganisationDraft again = draft(made.handle(), made.country(), made.type());
    assertThatThrownBy(
            () -> house.get(Organisations.class).create(house.somebody(Role.ADMINISTRATOR), again))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).isEqualTo("access.refused.handle-taken"));
  }

  @Test
  void unknownCountriesTypesAndHandlesAreRefused() {
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    for (OrganisationDraft bad :
        List.of(
            draft("a-b", "ZZ", "ngo"),
            draft("a-b", "RS", "pirates"),
            draft("Größe", "RS", "ngo"),
            draft("a", "RS", "ngo"),
            draft("a@b", "RS", "ngo"))) {
      assertThatThrownBy(() -> house.get(Organisations.class).create(by, bad))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void kosovoIsACountry() {
    OrganisationDraft there = Staff.draft(house, true);
    OrganisationDraft draft =
        new OrganisationDraft(there.handle(), there.name(), "ngo", "XK", "", "", "", true);
    assertThat(
            house
                .get(Organisations.class)
                .create(house.somebody(Role.ADMINISTRATOR), draft)
                .country())
        .isEqualTo("XK");
  }

  @Test
  void aLoginIsTakenOnceWhateverItsCase() {
    Organisation organisation = Staff.organisation(house);
    User first = Staff.user(house, organisation.id(), Role.CASE_MANAGER).user();
    UserDraft again =
        new UserDraft(
            first.login().toLowerCase(java.util.Locale.ROOT),
            "Marko M.",
            organisation.id(),
            "sr-Cyrl",
            Set.of(Role.SUPERVISOR));
    assertThatThrownBy(
            () -> house.get(Users.class).create(house.somebody(Role.ADMINISTRATOR), again))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).isEqualTo("access.refused.login-taken"));
  }

  @Test
  void usersAreListedByOrganisationAndRole() {
    Organisation organisation = Staff.organisation(house);
    User manager = Staff.user(house, organisation.id(), Role.CASE_MANAGER).user();
    User both =
        Staff.user(house, organisation.id(), Role.CASE_MANAGER, Role.PLACEMENT_OFFICER).user();
    Users users = house.get(Users.class);

    assertThat(users.in(organisation.id())).containsExactlyInAnyOrder(manager, both);
    assertThat(users.with(organisation.id(), Role.PLACEMENT_OFFICER)).containsExactly(both);
    assertThat(users.all()).contains(manager, both);
    assertThat(both.roles()).containsExactlyInAnyOrder(Role.CASE_MANAGER, Role.PLACEMENT_OFFICER);
    assertThat(users.names(List.of(manager.id(), UUID.randomUUID())))
        .isEqualTo(Map.of(manager.id(), "Jelena M."));
    assertThat(users.names(List.of())).isEmpty();
  }

  @Test
  void nobodyWhoRulesUsersOrReadsTheLogSeesCases() {
    assertThat(RoleRule.problem(Set.of(Role.ADMINISTRATOR, Role.CASE_MANAGER), true)).isPresent();
    assertThat(RoleRule.problem(Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER), true))
        .isPresent();
    assertThat(RoleRule.problem(Set.of(Role.AUDITOR, Role.TRAINER), true)).isPresent();
    assertThat(RoleRule.problem(Set.of(Role.SUPERVISOR), false)).isPresent();
    assertThat(RoleRule.problem(Set.of(), true)).isPresent();
    assertThat(RoleRule.problem(Set.of(Role.ADMINISTRATOR, Role.TRAINER), false)).isEmpty();
    assertThat(RoleRule.problem(Set.of(Role.SUPERVISOR, Role.FOCAL_POINT), true)).isEmpty();
  }

  @Test
  void caseworkCannotBeTakenFromAnOrganisationWhoseUsersDoIt() {
    Organisation organisation = Staff.organisation(house);
    Staff.user(house, organisation.id(), Role.SUPERVISOR);
    OrganisationDraft without =
        new OrganisationDraft(
            organisation.handle(), organisation.name(), "ngo", "RS", "", "", "", false);
    assertThatThrownBy(
            () ->
                house
                    .get(Organisations.class)
                    .change(house.somebody(Role.ADMINISTRATOR), organisation.id(), without))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nobodyChangesTheirOwnRolesOrClosesThemselves() {
    Organisation organisation = Staff.organisation(house);
    User user = Staff.user(house, organisation.id(), Role.ADMINISTRATOR).user();
    SignedIn self = Staff.signedIn(user);
    Users users = house.get(Users.class);

    assertThatThrownBy(() -> users.setRoles(self, user.id(), Set.of(Role.AUDITOR)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> users.setActive(self, user.id(), false)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> users.resetSignIn(self, user.id())).isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> house.get(Organisations.class).setActive(self, organisation.id(), false))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    UUID nobody = UUID.randomUUID();
    Users users = house.get(Users.class);
    assertThatThrownBy(() -> users.setActive(by, nobody, false)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> users.rename(by, nobody, "X", "en")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> users.setRoles(by, nobody, Set.of(Role.TRAINER)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> users.endSessions(by, nobody)).isInstanceOf(NotFound.class);
  }

  @Test
  void everyChangeIsLoggedByIdentifiersOnly() {
    Organisation organisation = Staff.organisation(house);
    User user = Staff.user(house, organisation.id(), Role.SUPERVISOR).user();
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    Staff.setRoles(house, by, user.id(), Role.TRAINER);
    house.get(Users.class).setActive(by, user.id(), false);

    List<String> lines =
        house
            .db()
            .sql(
                """
                select action || ' ' || detail from audit_entry where subject = :id order by number
                """)
            .param("id", user.id())
            .query(String.class)
            .list()
            .stream()
            .map(UsersTest::withoutIdentifiers)
            .toList();
    assertThat(lines)
        .containsExactly(
            "user.created roles=",
            "approval.asked",
            "user.roles-changed after=SUPERVISOR",
            "approval.approved",
            "user.link-made ",
            "user.roles-changed after=TRAINER\nbefore=SUPERVISOR",
            "user.deactivated ");
  }

  private static String withoutIdentifiers(String line) {
    return line.startsWith("approval.")
        ? line.replaceAll("(?s) .*", "")
        : line.replaceAll("(?s)\nasked-by=.*|\nbefore=$", "");
  }

  @Test
  void demonstrationUsersExistOnlyInADemonstration() {
    DemoUsers demo = house.get(DemoUsers.class);
    assertThatThrownBy(() -> demo.organisation(UUID.randomUUID(), Staff.draft(house, true)))
        .isInstanceOf(IllegalStateException.class);
  }

  private OrganisationDraft draft(String handle, String country, String type) {
    return new OrganisationDraft(
        handle,
        new Wording(Map.of("en", "A", "fr", "A", "sr", "А")),
        type,
        country,
        "",
        "",
        "",
        true);
  }
}
