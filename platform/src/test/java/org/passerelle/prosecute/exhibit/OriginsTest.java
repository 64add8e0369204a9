package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * Derived exhibits point to their source, saved pages are what was written down, decisions stay.
 */
@OnBothDatabases
class OriginsTest {
  private static final byte[] CALLS = "from,to\n1,2\n".getBytes(StandardCharsets.UTF_8);
  private static final CustodyWords WORDS = new CustodyWords("Office 3", "");

  @Parameter House house;
  private SignedIn who;
  private UUID id;
  private ExhibitScenes scenes;

  @BeforeEach
  void anInvestigation() {
    Scenes.Begun begun = new Scenes(house).begun();
    who = begun.prosecutor();
    id = begun.id();
    scenes = new ExhibitScenes(house);
    scenes.key(who);
  }

  private static Derivation derived(String way, UUID... sources) {
    return new Derivation(
        way,
        List.of(sources),
        new Derivation.Words("Pages 3 to 7", "Ana Brown, translator", "Is it the same hand?"));
  }

  @Test
  void aDerivedExhibitPointsToItsSourcesUntilItIsTakenInAndFromThenOnForGood() {
    UUID source = scenes.held(id, CALLS, who);
    UUID second = scenes.held(id, CALLS, who);
    UUID made = scenes.described(id, who);
    derivations().say(id, made, derived("translation", source, second, source), who);
    assertThat(derivation(made).sources()).containsExactly(source, second);
    derivations().say(id, made, derived("extract", second), who);
    ExhibitHistories.History history = histories().of(id, made, who);
    assertThat(history.sources()).extracting(Exhibit::id).containsExactly(second);
    assertThat(histories().of(id, second, who).derived())
        .extracting(Exhibit::id)
        .containsExactly(made);
    assertThat(histories().of(id, source, who).derived()).isEmpty();
    assertThat(new InClear(house).columns("Ana Brown")).isEmpty();
    takeIn(made, scenes.arrived(id, made, "a", CALLS, who));
    refused(
        "exhibit.refused.taken-in",
        () -> derivations().say(id, made, derived("copy", source), who));
    refused("exhibit.refused.taken-in", () -> derivations().unsay(id, made, who));
    assertThat(derivation(made).way()).isEqualTo("extract");
  }

  @Test
  void aCircleCannotBeSaid() {
    UUID first = scenes.described(id, who);
    UUID second = scenes.described(id, who);
    refused(
        "exhibit.refused.source", () -> derivations().say(id, first, derived("copy", first), who));
    refused(
        "exhibit.refused.source", () -> derivations().say(id, first, derived("copy", second), who));
    Scenes.Begun other = new Scenes(house).begun(who);
    UUID elsewhere = scenes.held(other.id(), CALLS, who);
    refused(
        "exhibit.refused.source",
        () -> derivations().say(id, first, derived("copy", elsewhere), who));
    refused("exhibit.refused.no-source", () -> derivations().say(id, first, derived("copy"), who));
    assertThat(derivations().of(id, who)).isEmpty();
  }

  @Test
  void aTranslationNamesWhoMadeItAndAReportWhatWasAsked() {
    UUID source = scenes.held(id, CALLS, who);
    UUID made = scenes.described(id, who);
    Derivation.Words nobody = new Derivation.Words("", "", "");
    for (String way : List.of("transcript", "translation", "report")) {
      refused(
          "exhibit.refused.maker",
          () -> derivations().say(id, made, new Derivation(way, List.of(source), nobody), who));
    }
    refused(
        "exhibit.refused.question",
        () ->
            derivations()
                .say(
                    id,
                    made,
                    new Derivation(
                        "report", List.of(source), new Derivation.Words("", "Lab 4", "")),
                    who));
    derivations().say(id, made, new Derivation("copy", List.of(source), nobody), who);
    derivations().unsay(id, made, who);
    derivations().unsay(id, made, who);
    assertThat(derivations().of(id, who)).isEmpty();
  }

  @Test
  void prosecutorsDecideForTheDefenceAndEveryDecisionStays() {
    UUID exhibit = scenes.held(id, CALLS, who);
    assertThat(disclosures().standing(id, who)).isEmpty();
    refused(
        "exhibit.refused.kept-back",
        () -> disclosures().decide(id, exhibit, 0, "withheld", "", who));
    disclosures().decide(id, exhibit, 0, "withheld", "Names a witness", who);
    disclosures().decide(id, exhibit, 1, "disclosed", "no longer said", who);
    assertThat(disclosures().of(id, exhibit, who))
        .extracting(DefenceDisclosures.Decision::state, DefenceDisclosures.Decision::reason)
        .containsExactly(tuple("withheld", "Names a witness"), tuple("disclosed", ""));
    assertThat(disclosures().of(id, exhibit, who).get(1).user()).isEqualTo(who.user());
    assertThat(new InClear(house).columns("Names a witness")).isEmpty();
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, investigator.user(), null, who);
    assertThat(disclosures().of(id, exhibit, investigator)).hasSize(2);
    assertThatThrownBy(() -> disclosures().decide(id, exhibit, 2, "not_yet", "", investigator))
        .isInstanceOf(NotFound.class);
    UUID described = scenes.described(id, who);
    assertThatThrownBy(() -> disclosures().decide(id, described, 0, "disclosed", "", who))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void ofEightWhoDecideAtOnceOneDoes() throws Exception {
    UUID exhibit = scenes.held(id, CALLS, who);
    List<Callable<Boolean>> hands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String state = i % 2 == 0 ? "disclosed" : "not_yet";
      hands.add(
          () -> {
            try {
              disclosures().decide(id, exhibit, 0, state, "", who);
              return true;
            } catch (Refused decided) {
              return false;
            }
          });
    }
    assertThat(AtOnce.all(hands)).filteredOn(done -> done).hasSize(1);
    assertThat(disclosures().of(id, exhibit, who)).hasSize(1);
  }

  private void takeIn(UUID exhibit, UUID upload) {
    house.get(ExhibitIntake.class).takeIn(id, exhibit, upload, false, WORDS, who);
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  private Derivation derivation(UUID exhibit) {
    return Objects.requireNonNull(derivations().of(id, who).get(exhibit));
  }

  private Derivations derivations() {
    return house.get(Derivations.class);
  }

  private DefenceDisclosures disclosures() {
    return house.get(DefenceDisclosures.class);
  }

  private ExhibitHistories histories() {
    return house.get(ExhibitHistories.class);
  }
}
