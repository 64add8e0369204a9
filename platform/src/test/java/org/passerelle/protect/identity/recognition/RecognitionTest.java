package org.passerelle.protect.identity.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.identity.find.CaseSearch;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The same child in three scripts, within one organisation. */
@OnBothDatabases
class RecognitionTest {
  @Parameter House house;

  @BeforeEach
  void everybodyIsKnown() throws InterruptedException {
    assertThat(house.get(KnownPersons.class).await(LongPatience.SECONDS, TimeUnit.SECONDS))
        .isTrue();
  }

  @Test
  void aNameIsFoundInAnyScriptSpellingAndOrder() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, file("Џемиле Хоџа", "2009-03-05", "yes", ""));
    open(manager, file("Марија Петковић", "1990-01-17", "no", ""));
    for (String typed :
        List.of("Xhemile Hoxha", "Hoxha Xhemile", "Τζεμιλέ Χότζα", "Djemile Hodja", "hodza")) {
      assertThat(found(typed, manager)).as(typed).containsExactly(id);
    }
    assertThat(found("Petrović", manager)).isEmpty();
    assertThat(found("Xhemile Hoxha", house.colleague(manager.organisation(), Role.CASE_MANAGER)))
        .isEmpty();
    assertThat(found("Xhemile Hoxha", house.somebody(Role.SUPERVISOR))).isEmpty();
  }

  @Test
  void aChangedNameIsFoundAndAnErasedPersonIsNotFound() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID id = open(manager, file("Арбен Краснићи", "", "no", ""));
    Case file = cases().find(id, manager);
    house
        .get(CaseChanges.class)
        .changePerson(id, file.person().version(), person("Yllka Gashi", "", "no", ""), manager);
    assertThat(found("Arben Krasniqi", manager)).isEmpty();
    assertThat(found("Илка Гаши", manager)).containsExactly(id);
    house
        .get(Erasures.class)
        .erase(
            file.person().id(),
            manager.organisation(),
            "request",
            manager.user(),
            house.colleague(manager.organisation(), Role.DATA_PROTECTION_OFFICER));
    assertThat(found("Yllka Gashi", manager)).isEmpty();
    assertThat(house.get(KnownPersons.class).all(manager.organisation()))
        .doesNotContain(file.person().id());
  }

  @Test
  void savingAFileFindsTheOtherOneAndReadingItIsLogged() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID first = open(manager, file("Xhemile Hoxha", "2001-03-05", "no", ""));
    UUID second = open(manager, file("Τζεμιλέ Χότζα", "2001-05-03", "no", ""));
    PossibleDuplicate pair = one(second, manager);
    assertThat(pair.open()).isTrue();
    FilesCompared.SideBySide both = house.get(FilesCompared.class).compare(pair.id(), manager);
    assertThat(both.judgement().agreements())
        .extracting(a -> a.attribute() + " " + a.level())
        .contains("names same", "birth swapped");
    for (UUID file : List.of(first, second)) {
      UUID person = cases().find(file, manager).person().id();
      for (String look : List.of("identity.read", "contact.read")) {
        assertThat(house.get(AuditReader.class).entries(person, manager.user(), look, 0, 9))
            .as(look)
            .hasSize(1);
      }
    }
    readings().answer(pair.id(), "same", "her aunt said so", manager);
    assertThat(one(first, manager).state()).isEqualTo("same");
    assertThat(same(first, manager)).containsExactly(cases().find(second, manager).person().id());
    assertThatThrownBy(() -> readings().answer(pair.id(), "different", "no", manager))
        .isInstanceOf(Refused.class);

    readings().takeBack(pair.id(), manager);
    assertThat(same(first, manager)).isEmpty();
    assertThat(one(first, manager).open()).isTrue();
    readings().answer(pair.id(), "different", "two cousins", manager);
    assertThat(house.get(DuplicateSearch.class).throughAll(manager)).isNotNull();
    house
        .get(Recognition.class)
        .look(manager.organisation(), List.of(cases().find(first, manager).person().id()));
    assertThat(one(first, manager).state())
        .as("what was answered is remembered")
        .isEqualTo("different");
  }

  @Test
  void whereOneMightBeAMinorTwoAnswerAndASupervisorDecides() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    SignedIn supervisor = house.colleague(manager.organisation(), Role.SUPERVISOR);
    UUID first = open(manager, file("Блерим Шала", "2012-02-11", "yes", ""));
    UUID second = open(manager, file("Blerim Shala", "2012-02-11", "yes", ""));
    PossibleDuplicate pair = one(first, manager);
    assertThat(pair.twoReaders()).isTrue();
    readings().answer(pair.id(), "same", "the same scar", manager);
    assertThat(one(first, manager).state()).isEqualTo("open");
    assertThatThrownBy(() -> readings().answer(pair.id(), "same", "again", manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> readings().answer(pair.id(), "same", "unseen", colleague))
        .isInstanceOf(NotFound.class);
    for (UUID file : List.of(first, second)) {
      house
          .db()
          .sql(
              "insert into case_member (case_id, user_id, since, added_by) values (:case, :user, current_timestamp, :user)")
          .param("case", file)
          .param("user", colleague.user())
          .update();
    }
    readings().answer(pair.id(), "different", "other village", colleague);
    assertThat(one(first, manager).state()).isEqualTo("disputed");
    assertThat(house.get(PossibleDuplicates.class).waiting(manager, 9)).isEmpty();
    assertThat(house.get(PossibleDuplicates.class).waiting(supervisor, 9)).hasSize(1);
    readings().answer(pair.id(), "same", "fingerprints", supervisor);
    assertThat(one(first, manager).state()).isEqualTo("same");
    ReviewQuality.Figures figures = house.get(ReviewQuality.class).of(supervisor);
    assertThat(figures.readTwice()).isEqualTo(1);
    assertThat(figures.agreed()).isZero();
    assertThat(figures.bands().get(2).same()).isEqualTo(1);
  }

  @Test
  void whoDoesNotSeeTheOtherFileLearnsANumberAndOfAClosedOneNothing() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    SignedIn colleague = house.colleague(manager.organisation(), Role.CASE_MANAGER);
    UUID hers = open(colleague, file("Фатмире Морина", "1999-07-21", "no", ""));
    UUID mine = open(manager, file("Fatmire Morina", "1999-07-21", "no", ""));
    UUID person = cases().find(mine, manager).person().id();
    assertThat(house.get(PossibleDuplicates.class).of(person, manager)).isEmpty();
    assertThat(house.get(PossibleDuplicates.class).hidden(person, manager)).isEqualTo(1);
    house.get(CaseTeam.class).closeToNamed(hers, true, colleague);
    assertThat(house.get(PossibleDuplicates.class).hidden(person, manager)).isZero();
  }

  @Test
  void ofAnotherOrganisationNothingIsFound() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    open(manager, file("Drita Berisha", "1995-12-24", "no", "+383 44 123 456"));
    UUID theirs = open(stranger, file("Drita Berisha", "1995-12-24", "no", "+383 44 123 456"));
    UUID person = cases().find(theirs, stranger).person().id();
    assertThat(house.get(PossibleDuplicates.class).of(person, stranger)).isEmpty();
    assertThat(house.get(PossibleDuplicates.class).hidden(person, stranger)).isZero();
    assertThat(together(theirs, stranger)).isEmpty();
  }

  @Test
  void onePhoneOneFamilyAndOneSuspectAreSuggested() {
    SignedIn manager = house.somebody(Role.CASE_MANAGER);
    UUID file = open(manager, file("Liridon Thaçi", "2003-01-30", "no", "+383 44 765 432"));
    UUID phone = open(manager, file("Vesna Ilić", "1988-10-02", "no", "044/765-432"));
    UUID family = open(manager, file("Rina Thaci", "1960-06-15", "no", ""));
    UUID suspected = open(manager, file("Ion Popescu", "1985-04-01", "no", ""));
    for (UUID one : List.of(file, suspected)) {
      house
          .get(Relations.class)
          .add(
              one,
              person(
                  one.equals(file) ? "Зоран Ђурђевић" : "Zoran Djurdjevic", "1970-09-09", "no", ""),
              "suspect",
              "other",
              true,
              false,
              null,
              manager);
    }
    assertThat(together(file, manager))
        .containsExactlyInAnyOrder("phone " + phone, "family " + family, "suspect " + suspected);
  }

  private List<String> together(UUID id, SignedIn who) {
    return house.get(RelatedCases.class).of(cases().find(id, who), who).stream()
        .map(s -> s.why() + " " + s.side().caseId())
        .toList();
  }

  private List<UUID> found(String typed, SignedIn who) {
    return house.get(CaseSearch.class).find(typed, who, 20).stream().map(CaseList.Row::id).toList();
  }

  private PossibleDuplicate one(UUID caseId, SignedIn who) {
    List<PossibleDuplicate> pairs =
        house.get(PossibleDuplicates.class).of(cases().find(caseId, who).person().id(), who);
    assertThat(pairs).hasSize(1);
    return pairs.get(0);
  }

  private List<UUID> same(UUID caseId, SignedIn who) {
    return house.get(SamePersons.class).sameAs(cases().find(caseId, who).person().id(), who);
  }

  private static PersonDraft person(String name, String birth, String minor, String phone) {
    return file(name, birth, minor, phone).person();
  }

  private static SomeCase file(String name, String birth, String minor, String phone) {
    return SomeCase.in("RS")
        .named(name)
        .born(birth)
        .from("Gjakova, eldest of six")
        .reachedBy(phone)
        .gender("female")
        .minor(minor)
        .nationalities("XK")
        .came("own_outreach");
  }

  private UUID open(SignedIn who, SomeCase file) {
    return file.open(house, who);
  }

  private Cases cases() {
    return house.get(Cases.class);
  }

  private Readings readings() {
    return house.get(Readings.class);
  }
}
