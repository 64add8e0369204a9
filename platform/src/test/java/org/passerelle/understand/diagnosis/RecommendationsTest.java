package org.passerelle.understand.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Recommendations: the team makes them, a programme manager answers, every answer stays. */
@OnBothDatabases
class RecommendationsTest {
  private static final String ASKED = "Interpreters at the border at night.";
  @Parameter House house;

  @Test
  void theTeamMakesThemAndTheProgrammeManagersOfTheirOrganisationReadThem() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn manager = house.colleague(analyst.organisation(), Role.PROGRAMME_MANAGER);
    UUID diagnosis = begin(analyst);
    UUID id = recommendations().make(diagnosis, "transport", ASKED, analyst);
    recommendations().make(diagnosis, "", "Another", analyst);
    assertThat(recommendations().of(diagnosis, analyst))
        .extracting(Recommendation::number)
        .containsExactly(1, 2);
    assertThat(recommendations().open(manager)).hasSize(2);
    assertThat(recommendations().all(manager).get(0).content()).isEqualTo(ASKED);
    Recommendation read = recommendations().read(id, manager);
    assertThat(read.title()).isEqualTo("Title");
    assertThat(read.theme().code()).isEqualTo("transport");
    assertThat(read.state()).isEqualTo(Recommendation.State.OPEN);
    assertThat(
            house
                .get(AuditReader.class)
                .entries(diagnosis, manager.user(), "recommendation.read", 0, 9))
        .hasSize(1);
    assertThatThrownBy(() -> house.get(Diagnoses.class).find(diagnosis, manager))
        .as("and nothing else of the diagnosis")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyElseSeesOrAnswersThem() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn colleague = house.colleague(analyst.organisation(), Role.ANALYST);
    SignedIn stranger = house.somebody(Role.PROGRAMME_MANAGER);
    UUID diagnosis = begin(analyst);
    UUID id = recommendations().make(diagnosis, "", ASKED, analyst);
    for (SignedIn other : List.of(colleague, stranger)) {
      assertThatThrownBy(() -> recommendations().read(id, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> recommendations().of(diagnosis, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> recommendations().make(diagnosis, "", "?", other))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> recommendations().answer(id, 0, "", "no", other))
          .isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> recommendations().all(colleague)).isInstanceOf(NotFound.class);
    assertThat(recommendations().all(stranger)).isEmpty();
    assertThat(recommendations().open(stranger)).isEmpty();
    assertThatThrownBy(() -> recommendations().answer(id, 0, "", "no", analyst))
        .as("the team does not answer itself")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anAnswerNamesAMeasureOrAReasonAndIsKeptWhenItChanges() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn manager = house.colleague(analyst.organisation(), Role.PROGRAMME_MANAGER);
    UUID id = recommendations().make(begin(analyst), "", ASKED, analyst);
    assertThatThrownBy(() -> recommendations().answer(id, 0, "", "", manager))
        .as("declined without a reason")
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> recommendations().answer(id, 0, "no-such-measure", "", manager))
        .isInstanceOf(Refused.class);
    assertThat(recommendations().read(id, analyst).answers()).isEmpty();
    recommendations().answer(id, 0, "", "No money this year", manager);
    String measure = "night-interpreters-" + id;
    Map<String, Object> content = Map.of("title", Map.of("en", "Interpreters at night"));
    Kind kind = Kinds.shipped().find("measure").orElseThrow();
    house.get(Register.class).save(manager, kind, measure, 0, content, "");
    assertThatThrownBy(() -> recommendations().answer(id, 0, measure, "", manager))
        .as("somebody else answered meanwhile")
        .isInstanceOf(ChangedMeanwhile.class);
    recommendations().answer(id, 1, measure, "From June", manager);
    Recommendation read = recommendations().read(id, analyst);
    assertThat(read.state()).isEqualTo(Recommendation.State.TAKEN_UP);
    assertThat(read.measure()).isEqualTo(measure);
    assertThat(read.answers())
        .extracting(Recommendation.Answer::reason)
        .containsExactly("No money this year", "From June");
    assertThat(recommendations().open(manager)).isEmpty();
  }

  @Test
  void aThemeOfTheTeamsOwnIsNamed() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    UUID diagnosis = begin(analyst);
    house.get(Codings.class).addTheme(diagnosis, "control", "Papers", analyst);
    String papers =
        house.get(Codings.class).themes(diagnosis, analyst).stream()
            .filter(theme -> theme.name().equals("Papers"))
            .findFirst()
            .orElseThrow()
            .code();
    recommendations().make(diagnosis, papers, ASKED, analyst);
    assertThat(recommendations().of(diagnosis, analyst).get(0).theme())
        .isEqualTo(new Theme(papers, "control", "Papers"));
  }

  @Test
  void whatTheySayIsCiphertext() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn manager = house.colleague(analyst.organisation(), Role.PROGRAMME_MANAGER);
    UUID id = recommendations().make(begin(analyst), "", ASKED, analyst);
    recommendations().answer(id, 0, "", "No money this year", manager);
    assertThat(
            house
                .db()
                .sql(
                    """
                    select content from recommendation where id = :id
                    union all select reason from recommendation_answer where recommendation = :id
                    """)
                .param("id", id)
                .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list())
        .hasSize(2)
        .noneSatisfy(text -> assertThat(text).containsAnyOf("Interpreters", "money"));
  }

  private UUID begin(SignedIn who) {
    return house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), who);
  }

  private Recommendations recommendations() {
    return house.get(Recommendations.class);
  }
}
