package org.passerelle.protect.identity.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.SearchHashes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Search in encrypted words: by code, pseudonym and name. */
@OnBothDatabases
@Tag("postgresql")
class CaseSearchTest {
  @Parameter House house;
  private SignedIn manager;

  @BeforeEach
  void somebody() {
    manager = house.somebody(Role.CASE_MANAGER);
  }

  @Test
  void searchFindsCodePseudonymAndNameInAnyScript() {
    UUID id = open("Тиха Река");
    open("Neva");
    CaseSearch search = house.get(CaseSearch.class);
    String code =
        house.get(CaseList.class).rows(CaseFilter.NONE, manager, 9).stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow()
            .code();
    assertThat(search.find(code.substring(0, 5).toLowerCase(java.util.Locale.ROOT), manager, 9))
        .extracting(CaseList.Row::id)
        .contains(id);
    for (String typed :
        List.of(code.replace("-", ""), code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '))) {
      assertThat(search.find(typed, manager, 9))
          .as(typed)
          .extracting(CaseList.Row::id)
          .containsExactly(id);
    }
    assertThat(search.find("tiha", manager, 9)).extracting(CaseList.Row::id).containsExactly(id);
    assertThat(search.find("реке", manager, 9)).isEmpty();
    assertThat(search.find("river", manager, 9)).isEmpty();
    assertThat(search.find("Xhemile", manager, 9)).hasSize(2);
    assertThat(search.find("xhemile тестова", manager, 9)).hasSize(2);
    assertThat(lines("case.found-by-name")).isEqualTo(4);
    assertThat(search.find("tiha", house.colleague(manager.organisation(), Role.CASE_MANAGER), 9))
        .isEmpty();
    assertThat(search.find("tiha", house.somebody(Role.SUPERVISOR), 9)).isEmpty();
  }

  /** Check 21: hashes are keyed and short, and many words share one. */
  /** Many bear a common name; whoever sees one of them finds that one, and no more than a page. */
  @Test
  void whoSeesFewFindsTheirsAmongManyWhoBearTheName() throws Exception {
    assertThat(house.get(KnownPersons.class).await(1, TimeUnit.MINUTES)).isTrue();
    SignedIn busy = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    UUID own = SomeCase.in("RS").named("Lirika Zogaj").open(house, manager);
    for (int i = 0; i < 4; i++) {
      SomeCase.in("RS").named("Lirika Zogaj").open(house, busy);
    }
    CaseSearch search = house.get(CaseSearch.class);
    assertThat(search.find("Lirika", manager, 9)).extracting(CaseList.Row::id).containsExactly(own);
    assertThat(search.find("Zogaj", busy, 9)).hasSize(4);
    assertThat(search.find("Zogaj", busy, 3)).hasSize(3);
    SignedIn supervisor = house.colleague(manager.organisation(), Role.SUPERVISOR);
    assertThat(search.find("lirika zogaj", supervisor, 9)).hasSize(5);
    SignedIn nobodys = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    assertThat(search.find("Lirika", nobodys, 9)).isEmpty();
  }

  @Test
  void marksDoNotTellTheirWords() {
    SearchHashes marks = house.get(SearchHashes.class);
    Set<String> found = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      found.add(marks.nameMark(manager.organisation(), "word" + i));
    }
    assertThat(found.size()).isLessThan(4_950);
    SignedIn other = house.somebody(Role.CASE_MANAGER);
    assertThat(marks.nameMark(manager.organisation(), "amina"))
        .isNotEqualTo(marks.nameMark(other.organisation(), "amina"));
    assertThat(marks.pseudonymMark(manager.organisation(), "amina"))
        .isNotEqualTo(marks.nameMark(manager.organisation(), "amina"));
    open("Amina");
    assertThat(house.db().sql("select mark from case_word").query(String.class).list())
        .allMatch(m -> m.matches("[0-9a-f]{4}"));
  }

  @Test
  void aChangedPseudonymIsFoundAndTheOldOneIsNot() {
    UUID id = open("Neva");
    Case found = house.get(Cases.class).find(id, manager);
    house
        .get(CaseChanges.class)
        .change(id, found.version(), SomeCase.in("RS").knownAs("Lumi").draft(house), manager);
    assertThat(house.get(CaseSearch.class).find("neva", manager, 9)).isEmpty();
    assertThat(house.get(CaseSearch.class).find("lumi", manager, 9)).hasSize(1);
  }

  private int lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where user_id = :user and action = :action")
        .param("user", manager.user())
        .param("action", action)
        .query(Integer.class)
        .single();
  }

  private UUID open(String pseudonym) {
    return SomeCase.in("RS").named("Xhemile Testova").knownAs(pseudonym).open(house, manager);
  }
}
