package org.passerelle.protect.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.identity.find.CaseSearch;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Cases: who sees them, what is encrypted, and what only an authority decides. */
@OnBothDatabases
@Tag("postgresql")
class CasesTest {
  @Parameter House house;

  @Test
  void aCaseIsInvisibleToAnotherOrganisation() {
    UUID id = open(house.somebody(Role.CASE_MANAGER), "2003-05-12", "not_sure");
    SignedIn stranger = house.somebody(Role.SUPERVISOR, Role.CASE_MANAGER);
    assertThatThrownBy(() -> cases().read(id, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> house.get(CaseNotes.class).notes(id, stranger))
        .isInstanceOf(NotFound.class);
    assertThat(list(stranger)).isEmpty();
  }

  @Test
  void onlyTheTeamAndItsSupervisorSeeACase() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, "", "not_sure");
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    SignedIn supervisor = house.colleague(manager.organisation(), Role.SUPERVISOR);
    assertThatThrownBy(() -> cases().read(id, colleague)).isInstanceOf(NotFound.class);
    assertThat(cases().read(id, supervisor).id()).isEqualTo(id);
    house.get(CaseTeam.class).closeToNamed(id, true, manager);
    assertThatThrownBy(() -> cases().read(id, supervisor)).isInstanceOf(NotFound.class);
    assertThat(list(supervisor)).isEmpty();
    assertThat(list(manager)).hasSize(1);
  }

  @Test
  void everyLookIsLogged() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, "", "not_sure");
    UUID person = cases().read(id, manager).person().id();
    house.get(Persons.class).identity(person, manager);
    assertThat(house.get(AuditReader.class).entries(id, manager.user(), "case.read", 0, 9))
        .hasSize(1);
    assertThat(house.get(AuditReader.class).entries(person, manager.user(), "identity.read", 0, 9))
        .hasSize(1);
  }

  @Test
  void namesAreCiphertextAtRest() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID person = cases().find(open(manager, "2001", "no"), manager).person().id();
    byte[] stored =
        house
            .db()
            .sql("select identity from person where id = :id")
            .param("id", person)
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.UTF_8))
        .doesNotContain("Xhemile")
        .doesNotContain("2001");
    assertThat(house.get(Persons.class).identity(person, manager).names().get(0).text())
        .isEqualTo("Xhemile Χ.");
  }

  /** Check 19, for any database: no column of any table contains a name in clear. */
  @Test
  void noColumnOfAnyTableHoldsAName() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, "2001", "no");
    house.get(CaseNotes.class).note(id, "other", "Xhemile spoke to her aunt", manager);
    List<String> columns =
        house
            .db()
            .sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                 where lower(table_schema) = 'public'
                   and lower(data_type) in ('character varying', 'text', 'bytea', 'binary varying',
                                            'binary large object', 'character large object')
                """)
            .query(String.class)
            .list();
    assertThat(columns).hasSizeGreaterThan(100);
    for (String column : columns) {
      String[] parts = column.split("[.]", -1);
      for (byte[] value :
          house
              .db()
              .sql("select \"" + parts[1] + "\" from \"" + parts[0] + "\"")
              .query(
                  (row, i) -> {
                    byte[] bytes = row.getObject(1) instanceof byte[] found ? found : null;
                    String text = bytes == null ? row.getString(1) : null;
                    return bytes != null
                        ? bytes
                        : (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
                  })
              .list()) {
        assertThat(new String(value, StandardCharsets.ISO_8859_1))
            .as(column)
            .doesNotContain("Xhemile");
      }
    }
  }

  @Test
  void anAnswerOnceGivenIsNotRemovedByTheForm() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    int year = Days.newest(house.clock().instant()).getYear();
    Case opened = cases().find(open(manager, Integer.toString(year - 30), "yes"), manager);
    assertThat(opened.minor()).isTrue();
    assertThat(opened.person().minorAnswer()).isEqualTo("yes");
  }

  @Test
  void aPersonWhoMightBeUnder18CountsAsAMinor() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    int year = Days.newest(house.clock().instant()).getYear();
    assertThat(minor(manager, "", "not_sure")).isTrue();
    assertThat(minor(manager, "", "no")).isFalse();
    assertThat(minor(manager, Integer.toString(year - 30), "not_sure")).isFalse();
    assertThat(minor(manager, Integer.toString(year - 30), "yes")).isTrue();
    assertThat(minor(manager, Integer.toString(year - 18), "no")).isTrue();
    assertThat(minor(manager, "[%d..%d]".formatted(year - 25, year - 17), "no")).isTrue();
  }

  @Test
  void minorityIsJudgedPerEpisodeByTheAgeThen() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    int year = Days.newest(house.clock().instant()).getYear();
    UUID id = open(manager, Integer.toString(year - 25), "no");
    episode(id, Integer.toString(year - 10), manager);
    episode(id, Integer.toString(year - 2), manager);
    assertThat(house.get(Episodes.class).of(id, manager))
        .extracting(Episodes.Episode::minorThen)
        .containsExactly(false, true);
  }

  @Test
  void onlyADecisionWithAuthorityAndReasonsChangesTheState() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, "", "not_sure");
    assertThat(cases().find(id, manager).state()).isEqualTo(CaseState.SIGNAL);
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    assertThatThrownBy(() -> decide(id, "identified", today, "", manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> decide(id, "identified", today.plusYears(1), "Because", manager))
        .isInstanceOf(Refused.class);
    assertThat(cases().find(id, manager).state()).isEqualTo(CaseState.SIGNAL);
    decide(id, "presumed", today, "Because", manager);
    assertThat(cases().find(id, manager).state()).isEqualTo(CaseState.PRESUMED);
    decide(id, "refused", today, "Because", manager);
    assertThat(cases().find(id, manager).state()).isEqualTo(CaseState.REFUSED);
    decide(id, "appeal_allowed", today, "Because", manager);
    assertThat(cases().find(id, manager).state()).isEqualTo(CaseState.IDENTIFIED);
    decide(id, "guardian_appointed", today, "Because", manager);
    assertThat(cases().find(id, manager).state()).isEqualTo(CaseState.IDENTIFIED);
  }

  @Test
  void theSecondOfTwoWhoSaveIsToldAndOverwritesNothing() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, "", "not_sure");
    house.get(CaseChanges.class).change(id, 1, draft("RS", "Neva"), manager);
    assertThatThrownBy(
            () -> house.get(CaseChanges.class).change(id, 1, draft("AL", "Lumi"), manager))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(cases().find(id, manager).details().pseudonym()).isEqualTo("Neva");
  }

  @Test
  void theListSortsAsTheReadersLanguageDoes() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    for (String country : List.of("RS", "AL", "XK")) {
      file("", "not_sure", country, "Neva").open(house, manager);
    }
    CaseFilter serbian = CaseFilter.NONE.sorted("country", false, List.of("AL", "XK", "RS"));
    assertThat(house.get(CaseList.class).rows(serbian, manager, 9))
        .extracting(CaseList.Row::country)
        .containsExactly("AL", "XK", "RS");
    assertThat(house.get(CaseSearch.class).find("nev", manager, 9)).hasSize(3);
    assertThat(house.get(CaseList.class).byCountry(manager)).hasSize(3);
  }

  @Test
  void samePersonIsAStatementThatCanBeRevokedAndNeverAMerge() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID one = cases().find(open(manager, "", "not_sure"), manager).person().id();
    UUID other = cases().find(open(manager, "", "not_sure"), manager).person().id();
    SamePersons same = house.get(SamePersons.class);
    UUID statement = same.statePerson(one, other, true, "Same scar, same birthday", manager);
    assertThat(same.sameAs(other, manager)).containsExactly(one);
    same.revoke(statement, manager);
    assertThat(same.sameAs(other, manager)).isEmpty();
    assertThat(house.get(Persons.class).identity(one, manager).names()).hasSize(1);
  }

  private Cases cases() {
    return house.get(Cases.class);
  }

  private List<CaseList.Row> list(SignedIn who) {
    return house.get(CaseList.class).rows(CaseFilter.NONE, who, 10);
  }

  private UUID open(SignedIn who, String birth, String mightBeMinor) {
    return file(birth, mightBeMinor, "RS", "").open(house, who);
  }

  private boolean minor(SignedIn who, String birth, String mightBeMinor) {
    return cases().find(open(who, birth, mightBeMinor), who).minor();
  }

  private void episode(UUID id, String from, SignedIn who) {
    house
        .get(Episodes.class)
        .add(
            id,
            new Episodes.Draft(
                "labour",
                null,
                List.of("RS"),
                List.of(),
                new Episodes.Details(from, from, "", "", "")),
            who);
  }

  private void decide(UUID id, String kind, LocalDate day, String reasons, SignedIn who) {
    house
        .get(Decisions.class)
        .record(
            id,
            new Decisions.Draft(kind, day, null, new Decisions.Content("Centre (test)", reasons)),
            who);
  }

  private static SomeCase file(
      String birth, String mightBeMinor, String country, String pseudonym) {
    return SomeCase.in(country)
        .named("Xhemile Χ.")
        .born(birth)
        .minor(mightBeMinor)
        .nationalities("AL")
        .languages("sq")
        .safe("unknown")
        .asylum("not_asked")
        .knownAs(pseudonym);
  }

  private CaseDraft draft(String country, String pseudonym) {
    return file("", "no", country, pseudonym).draft(house);
  }
}
