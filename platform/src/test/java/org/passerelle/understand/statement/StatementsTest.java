package org.passerelle.understand.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.network.ActorKind;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.network.ActorState;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.History;
import org.passerelle.understand.network.InterviewStatements;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.StoredTie;
import org.passerelle.understand.network.TieState;

/** Statements: seen by whoever is on both teams, gone with the consent, never more than a link. */
@OnBothDatabases
class StatementsTest {
  private static final String SAID = "They came on Sundays. An uncle took the papers. ".repeat(12);
  private static final String UNCLE = "An uncle took the papers.";
  private static final int AT = SAID.indexOf(UNCLE);
  @Parameter House house;

  @Test
  void onlyWhoIsOnBothTeamsSeesAndLinks() {
    Field field = new Field();
    link(field, field.one);
    link(field, field.one);
    assertThat(statements().of(field.interview, field.one)).as("twice is once").hasSize(1);
    SignedIn researcher = house.colleague(field.one.organisation(), Role.ANALYST);
    SignedIn investigator = house.colleague(field.one.organisation(), Role.PROSECUTOR);
    SignedIn analyst = house.colleague(field.one.organisation(), Role.ANALYST);
    house.get(Diagnoses.class).addMember(field.diagnosis, researcher.user(), field.one);
    networks().addMember(field.network, investigator.user(), field.one);
    networks().addMember(field.network, analyst.user(), field.one);
    assertThat(statements().of(field.interview, researcher)).as("not on the network's").isEmpty();
    for (SignedIn of : List.of(researcher, house.somebody(Role.ANALYST))) {
      assertThatThrownBy(() -> about(field, of)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> link(field, of)).isInstanceOf(NotFound.class);
    }
    for (SignedIn of : List.of(investigator, analyst)) {
      assertThat(about(field, of)).as("not on the diagnosis'").isEmpty();
      assertThatThrownBy(() -> link(field, of)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> statements().of(field.interview, of)).isInstanceOf(NotFound.class);
    }
    UUID link = statements().of(field.interview, field.one).get(0).id();
    statements().remove(field.interview, link, researcher);
    assertThat(about(field, field.one)).as("nobody takes away what they do not see").hasSize(1);
    house.get(Diagnoses.class).removeMember(field.diagnosis, field.one.user(), researcher);
    assertThat(about(field, field.one)).as("off the team, at once").isEmpty();
  }

  @Test
  void theWordsAreQuotedFromTheTranscriptAndTheLookIsLoggedOnce() {
    Field field = new Field();
    statements()
        .link(field.interview, new Statements.Chosen(UNCLE, AT), field.network, field.a, field.one);
    statements()
        .link(
            field.interview,
            new Statements.Chosen(SAID.strip(), -1),
            field.network,
            field.a,
            field.one);
    int before = reads(field);
    assertThat(about(field, field.one))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.number()).isEqualTo(1);
              assertThat(said.pseudonym()).isEqualTo("Heron");
              assertThat(said.passages()).hasSize(2);
              assertThat(said.passages().get(0)).hasSize(InterviewStatements.LONGEST).endsWith("…");
              assertThat(said.passages().get(1)).isEqualTo(UNCLE);
            });
    assertThat(reads(field)).isEqualTo(before + 1);
    assertThat(statements().about(field.network, List.of(field.b), field.one)).isEmpty();
    assertThat(reads(field)).as("nothing to quote, nothing opened").isEqualTo(before + 1);
    assertThatThrownBy(
            () ->
                statements()
                    .link(
                        field.interview,
                        new Statements.Chosen("Nobody said this", -1),
                        field.network,
                        field.a,
                        field.one))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                statements()
                    .link(
                        field.interview,
                        new Statements.Chosen(UNCLE, AT),
                        field.network,
                        UUID.randomUUID(),
                        field.one))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aNetworkOfAnotherDiagnosisIsNotThere() {
    Field field = new Field();
    UUID other = networks().begin("Another", "?", null, field.one);
    UUID somebody = house.get(Changes.class).addActor(other, person("Somebody"), field.one);
    assertThat(networks().of(field.diagnosis, field.one))
        .extracting(Networks.Line::id)
        .containsExactly(field.network);
    assertThatThrownBy(
            () ->
                statements()
                    .link(
                        field.interview,
                        new Statements.Chosen(UNCLE, AT),
                        other,
                        somebody,
                        field.one))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aWithdrawnConsentTakesTheLinksAndNothingOfTheNetwork() {
    Field field = new Field();
    link(field, field.one);
    UUID tie = linkTie(field, field.a, field.b, false);
    house.get(Interviews.class).withdraw(field.interview, field.one);
    assertThat(rows(field)).isZero();
    assertThat(about(field, field.one)).isEmpty();
    assertThat(statements().of(field.interview, field.one)).isEmpty();
    assertThat(tie(field, tie)).isNotNull();
    assertThat(networks().find(field.network, field.one).state().actors()).hasSize(2);
    assertThatThrownBy(() -> link(field, field.one)).isInstanceOf(Refused.class);
  }

  @Test
  void aTieThatIsThereIsLinkedAndAnotherOneIsEnteredAndUndone() {
    Field field = new Field();
    UUID there =
        house
            .get(Changes.class)
            .addTie(
                field.network,
                new TieState(
                    "", field.a, field.b, "money", 3, true, "2019", "", "A file", "4x4:B2", true,
                    Map.of(), null),
                field.one);
    assertThat(linkTie(field, "money", field.a, field.b, true)).isEqualTo(there);
    assertThat(linkTie(field, "money", field.b, field.a, false)).as("not said").isEqualTo(there);
    UUID back = linkTie(field, "money", field.b, field.a, true);
    assertThat(back).as("the other way round").isNotEqualTo(there);
    UUID entered = linkTie(field, field.a, field.b, false);
    assertThat(linkTie(field, field.b, field.a, false)).as("once").isEqualTo(entered);
    assertThat(tie(field, entered))
        .satisfies(
            tie -> {
              assertThat(tie.state().interview()).isEqualTo(field.interview);
              assertThat(tie.state().provenance()).isEqualTo("Interview 1");
              assertThat(tie.state().from() + tie.state().to() + tie.state().grading()).isEmpty();
              assertThat(tie.state().inEvidence()).isFalse();
            });
    assertThat(statements().about(field.network, List.of(entered), field.one)).hasSize(1);
    History history = house.get(History.class);
    assertThat(history.undo(field.network, field.one)).contains("tie.added");
    assertThat(tie(field, entered)).isNull();
    assertThat(statements().of(field.interview, field.one))
        .as("the link waits for it to be done again")
        .extracting(Statement::element)
        .containsExactlyInAnyOrder(there, back, entered);
    history.redo(field.network, field.one);
    assertThat(tie(field, entered)).isNotNull();
    assertThatThrownBy(() -> linkTie(field, field.a, field.a, false)).isInstanceOf(Refused.class);
    statements()
        .remove(
            field.interview,
            statements().of(field.interview, field.one).stream()
                .filter(s -> s.element().equals(entered))
                .findFirst()
                .orElseThrow()
                .id(),
            field.one);
    assertThat(tie(field, entered)).as("taking the link away removes nothing else").isNotNull();
    assertThat(statements().about(field.network, List.of(entered), field.one)).isEmpty();
  }

  /** An analyst, a diagnosis with an interview, and its network of two. */
  private final class Field {
    final SignedIn one = house.somebody(Role.ANALYST);
    final UUID diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), one);
    final UUID network = networks().begin("Network", "Question", diagnosis, one);
    final UUID a = house.get(Changes.class).addActor(network, person("Anna"), one);
    final UUID b = house.get(Changes.class).addActor(network, person("Boris"), one);
    final UUID interview;

    Field() {
      LocalDate day = LocalDate.of(2026, 3, 4);
      UUID site = house.get(Diagnoses.class).find(diagnosis, one).sites().get(0).id();
      interview =
          house
              .get(Interviews.class)
              .add(
                  diagnosis,
                  new Interview.Held("Heron", "Serbian", day, site, one.user(), true),
                  "spoken",
                  day,
                  one);
      house.get(Interviews.class).transcribe(interview, SAID, one);
    }
  }

  private static ActorState person(String label) {
    return new ActorState("", ActorKind.PERSON, label, false, Map.of(), null);
  }

  private void link(Field field, SignedIn who) {
    statements()
        .link(field.interview, new Statements.Chosen(UNCLE, AT), field.network, field.a, who);
  }

  private UUID linkTie(Field field, UUID one, UUID other, boolean directed) {
    return linkTie(field, "kinship", one, other, directed);
  }

  private UUID linkTie(Field field, String kind, UUID one, UUID other, boolean directed) {
    return statements()
        .linkTie(
            field.interview,
            new Statements.Chosen(UNCLE, AT),
            field.network,
            new StatedTie(one, other, kind, directed),
            "Interview 1",
            field.one);
  }

  private List<InterviewStatements> about(Field field, SignedIn who) {
    return statements().about(field.network, List.of(field.a), who);
  }

  private @Nullable StoredTie tie(Field field, UUID id) {
    return networks().find(field.network, field.one).state().tie(id).orElse(null);
  }

  private int rows(Field field) {
    return house
        .db()
        .sql("select count(*) from interview_statement where interview = :id")
        .param("id", field.interview)
        .query(Integer.class)
        .single();
  }

  private int reads(Field field) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = 'interview.read' and subject = :id")
        .param("id", field.diagnosis)
        .query(Integer.class)
        .single();
  }

  private Networks networks() {
    return house.get(Networks.class);
  }

  private Statements statements() {
    return house.get(Statements.class);
  }
}
