package org.passerelle.understand.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** Diagnoses and their interviews: the team alone, pseudonyms only, a consent that can end. */
@OnBothDatabases
class DiagnosesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  @Parameter House house;

  @Test
  void onlyTheTeamSeesADiagnosisAndItsTranscripts() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn colleague = house.colleague(analyst.organisation(), Role.ANALYST);
    SignedIn supervisor = house.colleague(analyst.organisation(), Role.SUPERVISOR);
    UUID id = begin(analyst);
    UUID interview = interview(id, analyst);
    for (SignedIn other : List.of(colleague, supervisor, house.somebody(Role.ANALYST))) {
      assertThat(diagnoses().all(other)).isEmpty();
      assertThatThrownBy(() -> diagnoses().read(id, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> diagnoses().addMember(id, other.user(), other))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> interviews().read(interview, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> interviews().transcribe(interview, "?", other))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> interviews().withdraw(interview, other))
          .isInstanceOf(NotFound.class);
    }
    diagnoses().addMember(id, colleague.user(), analyst);
    diagnoses().addMember(id, colleague.user(), analyst);
    assertThat(diagnoses().read(id, colleague).team())
        .containsExactlyInAnyOrder(analyst.user(), colleague.user());
    assertThat(interviews().read(interview, colleague).interview().number()).isEqualTo(1);
  }

  /** The same member, moved to another organisation, is a stranger. */
  @Test
  void whoLeavesTheOrganisationLeavesTheTeam() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    UUID id = begin(analyst);
    SignedIn moved =
        new SignedIn(
            analyst.user(),
            analyst.name(),
            house.somebody(Role.ANALYST).organisation(),
            "Elsewhere",
            analyst.roles());
    assertThatThrownBy(() -> diagnoses().read(id, moved)).isInstanceOf(NotFound.class);
    assertThat(diagnoses().all(moved)).isEmpty();
  }

  @Test
  void whoIsTakenOffTheTeamSeesNothingAtOnceAndTheirCodesStay() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn colleague = house.colleague(analyst.organisation(), Role.ANALYST);
    UUID id = begin(analyst);
    UUID interview = interview(id, analyst);
    interviews().transcribe(interview, "An uncle took the papers.", analyst);
    diagnoses().addMember(id, colleague.user(), analyst);
    Codings codings = house.get(Codings.class);
    codings.code(interview, "control", "took the papers", -1, colleague);
    codings.finish(interview, colleague);
    codings.finish(interview, analyst);
    diagnoses().removeMember(id, colleague.user(), analyst);
    assertThatThrownBy(() -> diagnoses().read(id, colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> diagnoses().removeMember(id, analyst.user(), colleague))
        .isInstanceOf(NotFound.class);
    assertThat(diagnoses().all(colleague)).isEmpty();
    assertThat(codings.visible(interview, analyst))
        .extracting(Coding::by)
        .containsExactly(colleague.user());
    assertThatThrownBy(() -> diagnoses().removeMember(id, analyst.user(), analyst))
        .as("the last one")
        .isInstanceOf(Refused.class);
    assertThat(
            house
                .get(AuditReader.class)
                .entries(id, analyst.user(), "diagnosis.member-removed", 0, 9))
        .hasSize(1);
  }

  @Test
  void placesKeepTheirOrderAndInterviewsTheirNumber() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    UUID id = begin(analyst);
    diagnoses().addSite(id, "A border crossing", analyst);
    interview(id, analyst);
    interview(id, analyst);
    Diagnosis found = diagnoses().read(id, analyst);
    assertThat(found.sites())
        .extracting(Diagnosis.Site::name)
        .containsExactly("A town", "A suburb", "A border crossing");
    assertThat(found.interviews()).extracting(Interview::number).containsExactly(1, 2);
    UUID elsewhere =
        diagnoses().read(begin(analyst), analyst).sites().stream().findFirst().orElseThrow().id();
    assertThatThrownBy(() -> interviews().add(id, held(elsewhere, analyst), "spoken", DAY, analyst))
        .as("a place of another diagnosis")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aTranscriptIsEnteredOnceAndEveryLookIsLogged() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    UUID id = begin(analyst);
    UUID interview = interview(id, analyst);
    interviews().transcribe(interview, "They came on Sundays.", analyst);
    assertThatThrownBy(() -> interviews().transcribe(interview, "Other words", analyst))
        .isInstanceOf(Refused.class);
    assertThat(interviews().read(interview, analyst).transcript())
        .isEqualTo("They came on Sundays.");
    assertThat(house.get(AuditReader.class).entries(id, analyst.user(), "interview.read", 0, 9))
        .hasSize(1);
  }

  @Test
  void aWithdrawnConsentErasesTheInterviewAndLeavesTheOthers() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    UUID id = begin(analyst);
    UUID first = interview(id, analyst);
    UUID second = interview(id, analyst);
    interviews().transcribe(first, "An uncle took the papers.", analyst);
    interviews().transcribe(second, "The bus left at night.", analyst);
    interviews().withdraw(first, analyst);
    assertThat(house.get(Vault.class).holds(first)).isFalse();
    assertThat(house.get(Vault.class).destroyed()).contains(first);
    assertThat(
            house
                .db()
                .sql(
                    """
                    select count(*) from interview
                     where id = :id
                       and (about is not null or transcript is not null or site is not null
                            or held_on is not null or held_by is not null)
                    """)
                .param("id", first)
                .query(Integer.class)
                .single())
        .isZero();
    Interviews.Opened erased = interviews().read(first, analyst);
    assertThat(erased.interview().held()).isNull();
    assertThat(erased.interview().withdrawnAt()).isNotNull();
    assertThat(erased.transcript()).isEmpty();
    assertThatThrownBy(() -> interviews().transcribe(first, "again", analyst))
        .isInstanceOf(Refused.class);
    interviews().withdraw(first, analyst);
    assertThat(interviews().read(second, analyst).transcript()).isEqualTo("The bus left at night.");
    assertThat(diagnoses().read(id, analyst).interviews()).hasSize(2);
  }

  @Test
  void textsAreCiphertext() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    UUID id = begin(analyst);
    UUID interview = interview(id, analyst);
    interviews().transcribe(interview, "An uncle took the papers.", analyst);
    assertThat(
            stored(
                "select title from diagnosis where id = :id union all select question from diagnosis where id = :id",
                id))
        .hasSize(2)
        .noneSatisfy(text -> assertThat(text).containsAnyOf("Recruitment", "How do they"));
    assertThat(
            stored(
                "select about from interview where id = :id union all select transcript from interview where id = :id",
                interview))
        .hasSize(2)
        .noneSatisfy(text -> assertThat(text).containsAnyOf("Heron", "uncle"));
  }

  private List<String> stored(String sql, UUID id) {
    return house
        .db()
        .sql(sql)
        .param("id", id)
        .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
        .list();
  }

  private UUID begin(SignedIn who) {
    return diagnoses()
        .begin(
            "Recruitment in the south",
            "Seasonal work, 2024 to 2026",
            "How do they recruit?",
            List.of("A town", "A suburb"),
            who);
  }

  private UUID interview(UUID diagnosis, SignedIn who) {
    UUID site = diagnoses().find(diagnosis, who).sites().stream().findFirst().orElseThrow().id();
    return interviews().add(diagnosis, held(site, who), "spoken", DAY, who);
  }

  private static Interview.Held held(UUID site, SignedIn who) {
    return new Interview.Held("Heron", "Serbian", DAY, site, who.user(), true);
  }

  private Diagnoses diagnoses() {
    return house.get(Diagnoses.class);
  }

  private Interviews interviews() {
    return house.get(Interviews.class);
  }
}
