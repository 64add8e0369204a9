package org.passerelle.understand.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Coding: independent until done, agreement afterwards. */
@OnBothDatabases
class CodingsTest {
  private static final String SAID =
      "They came on Sundays. An uncle took the papers.\nThe bus left at night. They came on Sundays.";
  @Parameter House house;

  @Test
  void aCoderSeesTheirOwnCodesUntilBothAreDone() {
    Field field = new Field();
    codings().code(field.interview, "recruitment", "They came on Sundays", 0, field.one);
    codings().code(field.interview, "control", "An uncle took  the\npapers.", -1, field.other);
    assertThat(codings().visible(field.interview, field.one)).hasSize(1);
    codings().finish(field.interview, field.one);
    assertThat(codings().visible(field.interview, field.one)).hasSize(1);
    assertThat(codings().visible(field.interview, field.other))
        .as("who is not done sees nothing of others, done or not")
        .extracting(Coding::theme)
        .containsExactly("control");
    codings().finish(field.interview, field.other);
    assertThat(codings().visible(field.interview, field.one)).hasSize(2);
    assertThatThrownBy(
            () -> codings().code(field.interview, "money", "The bus left", -1, field.one))
        .isInstanceOf(Refused.class);
    Coding own = codings().visible(field.interview, field.one).get(0);
    assertThatThrownBy(() -> codings().remove(field.interview, own.id(), field.one))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nobodyTakesAwayTheCodeOfAnother() {
    Field field = new Field();
    codings().code(field.interview, "control", "An uncle took the papers.", -1, field.one);
    UUID coding = codings().visible(field.interview, field.one).get(0).id();
    codings().remove(field.interview, coding, field.other);
    assertThat(codings().visible(field.interview, field.one)).hasSize(1);
    codings().remove(field.interview, coding, field.one);
    assertThat(codings().visible(field.interview, field.one)).isEmpty();
    assertThatThrownBy(() -> codings().visible(field.interview, house.somebody(Role.ANALYST)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aPassageIsFoundByItsWords() {
    Field field = new Field();
    assertThatThrownBy(
            () -> codings().code(field.interview, "money", "They came on Mondays", -1, field.one))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> codings().code(field.interview, "money", "They came on Sundays.", -1, field.one))
        .as("said twice")
        .isInstanceOf(Refused.class);
    int second = SAID.lastIndexOf("They");
    codings().code(field.interview, "money", "They came on Sundays.", second, field.one);
    codings().code(field.interview, "money", "They came on Sundays.", second, field.one);
    assertThat(codings().visible(field.interview, field.one))
        .extracting(Coding::starts)
        .containsExactly(second);
  }

  @Test
  void agreementAndMatrixCountSubThemesAndNoPassageTwice() {
    Field field = new Field();
    String papers = codings().addTheme(field.diagnosis, "control", "Papers", field.one);
    codings().code(field.interview, papers, "An uncle took the papers.", -1, field.one);
    codings().code(field.interview, "control", "uncle took", -1, field.other);
    codings().code(field.interview, "control", "The bus left at night.", -1, field.other);
    codings().finish(field.interview, field.one);
    assertThat(overview(field, field.one).agreement()).isEmpty();
    codings().finish(field.interview, field.other);
    Overviews.Overview overview = overview(field, field.one);
    assertThat(overview.coders()).isEqualTo(2);
    assertThat(overview.sentences()).isEqualTo(4);
    assertThat(overview.count("control", field.site)).isEqualTo(2);
    assertThat(overview.count("control")).as("at all places").isEqualTo(2);
    assertThat(overview.count(papers, field.site)).as("of the sub-theme alone").isEqualTo(1);
    assertThat(overview.count("money", field.site)).isZero();
    // four sentences, marked 0100 and 0110: κ = (3/4 − 1/2) / (1/2), α = 1 − 7 · 2 / (2 · 3 · 5)
    Overviews.OfTheme control = overview.agreement().get(Theme.SHIPPED.indexOf("control"));
    assertThat(control.kappa().orElseThrow()).isEqualTo(0.5, within(1e-12));
    assertThat(control.alpha().orElseThrow()).isEqualTo(1 - 14.0 / 30, within(1e-12));
    assertThat(overview.agreement().get(Theme.SHIPPED.indexOf("money")).kappa()).isEmpty();
  }

  @Test
  void codesAndMemosEndWithTheConsent() {
    Field field = new Field();
    codings().code(field.interview, "control", "An uncle took the papers.", -1, field.one);
    house.get(Memos.class).note(field.interview, "Ask about the papers", field.one);
    assertThat(house.get(Memos.class).of(field.interview, field.other))
        .extracting(Memos.Memo::content)
        .containsExactly("Ask about the papers");
    codings().finish(field.interview, field.one);
    house.get(Interviews.class).withdraw(field.interview, field.other);
    assertThat(codings().visible(field.interview, field.one)).isEmpty();
    assertThat(house.get(Memos.class).of(field.interview, field.one)).isEmpty();
    assertThat(codings().done(field.interview, field.one)).isEmpty();
    assertThatThrownBy(() -> house.get(Memos.class).note(field.interview, "?", field.one))
        .isInstanceOf(Refused.class);
  }

  /** Two analysts, a diagnosis with one place, an interview with a transcript. */
  private final class Field {
    final SignedIn one = house.somebody(Role.ANALYST);
    final SignedIn other = house.colleague(one.organisation(), Role.ANALYST);
    final UUID diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), one);
    final UUID site = house.get(Diagnoses.class).find(diagnosis, one).sites().get(0).id();
    final UUID interview;

    Field() {
      LocalDate day = LocalDate.of(2026, 3, 4);
      house.get(Diagnoses.class).addMember(diagnosis, other.user(), one);
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

  private Overviews.Overview overview(Field field, SignedIn who) {
    return house.get(Overviews.class).of(field.diagnosis, who);
  }

  private Codings codings() {
    return house.get(Codings.class);
  }
}
