package org.passerelle.protect.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.opening.CaseChanges;
import org.passerelle.protect.casework.screening.CaseFromScreening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;

/** A screening that two countries read and sign, and what each makes of it. */
class JointScreeningTest extends AtOneDesk {
  private UUID screening;

  @BeforeEach
  void somebodyWasScreened() {
    screening = scenes.screened("Arta from Shkodra", ours.officer());
    deliver();
  }

  private UUID shared(String... categories) {
    return shared(screening, categories);
  }

  private JointContent read(UUID joint) {
    return scenes.joints().read(there(joint), theirs.officer()).orElseThrow();
  }

  @Test
  void onlyWhatWasSharedIsReadOnTheOtherSide() {
    UUID joint = shared("case");
    JointContent content = read(joint);
    assertThat(content.shared().byQuestion().keySet())
        .contains("age_under_18", "act", "purpose")
        .doesNotContain("known_name", "country");
    assertThat(Objects.requireNonNull(content.shared().byQuestion().get("act")).evidence())
        .isNull();
    assertThat(content.minor()).isTrue();
    assertThat(content.outcome()).isNotBlank();
    assertThat(there(joint).caseId()).isNull();
    assertThat(house.get(Disclosures.class).of(file(joint)))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.fields()).contains("joint_screening", "form");
              assertThat(d.state()).isEqualTo("delivered");
              assertThat(d.recipient()).isEqualTo(theirs.organisation());
            });
    UUID whole =
        scenes.shared(
            desk,
            scenes.screened("Era", ours.officer()),
            ours.officer(),
            "case",
            "identity",
            "narrative");
    deliver();
    assertThat(Objects.requireNonNull(read(whole).shared().byQuestion().get("act")).evidence())
        .isEqualTo("He drove the van");
    assertThat(read(whole).shared().byQuestion()).containsKey("known_name");
  }

  private UUID file(UUID joint) {
    return Objects.requireNonNull(here(joint).caseId());
  }

  @Test
  void nothingIsSharedWithoutABasis() {
    StatedBasis.Choice consent = new StatedBasis.Choice("consent", "", null);
    assertThatThrownBy(
            () ->
                scenes
                    .joints()
                    .share(
                        desk,
                        screening,
                        new JointScreenings.Draft(
                            Set.of("case"), "protection_and_placement", "none", consent),
                        ZoneOffset.UTC,
                        ours.officer()))
        .isInstanceOf(Refused.class);
    for (String asylum : List.of("", "possible", "pending", "granted")) {
      assertThatThrownBy(
              () ->
                  scenes
                      .joints()
                      .share(
                          desk,
                          screening,
                          new JointScreenings.Draft(
                              Set.of("case"), "protection_and_placement", asylum, scenes.law()),
                          ZoneOffset.UTC,
                          ours.officer()))
          .isInstanceOf(Refused.class)
          .hasMessageStartingWith("consent.objection.asylum");
    }
    UUID open = house.get(Screenings.class).again(ours.officer(), screening, true);
    assertThatThrownBy(() -> scenes.shared(desk, open, ours.officer(), "case"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> scenes.shared(desk, screening, theirs.officer(), "case"))
        .isInstanceOf(NotFound.class);
    deliver();
    assertThat(scenes.joints().of(scenes.desk(desk, theirs), theirs.officer())).isEmpty();
  }

  @Test
  void bothSignTheSameAndEachKeepsBothSignatures() {
    UUID joint = shared("case");
    assertThatThrownBy(() -> scenes.joints().sign(desk, joint, "0".repeat(64), theirs.officer()))
        .hasMessage("desk.refused.changed");
    scenes.sign(desk, joint, theirs);
    deliver();
    assertThat(here(joint).stands()).isEqualTo("theirs");
    scenes.sign(desk, joint, ours);
    deliver();
    assertThat(here(joint).stands()).isEqualTo("both");
    assertThat(there(joint).stands()).isEqualTo("both");
    assertThat(here(joint).digest()).isEqualTo(there(joint).digest());
    assertThat(there(joint).signatures())
        .filteredOn(s -> !s.here())
        .singleElement()
        .satisfies(s -> assertThat(s.by()).isNull());
    assertThatThrownBy(() -> scenes.sign(desk, joint, ours)).hasMessage("desk.refused.signed");
    SignedIn lead = theirs.lead();
    assertThatThrownBy(() -> scenes.joints().sign(desk, joint, there(joint).digest(), lead))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void changedAnswersMakeWhatWasSignedVoidOnBothSides() {
    UUID joint = shared("case");
    scenes.sign(desk, joint, theirs);
    scenes.sign(desk, joint, ours);
    deliver();
    UUID again = house.get(Screenings.class).again(ours.officer(), screening, true);
    assertThat(house.get(Screenings.class).finish(ours.officer(), again)).isEmpty();
    assertThat(scenes.shared(desk, again, ours.officer(), "case", "narrative")).isEqualTo(joint);
    deliver();
    assertThat(here(joint).stands()).isEqualTo("nobody");
    assertThat(there(joint).stands()).isEqualTo("nobody");
    assertThat(there(joint).revision()).isEqualTo(2);
    assertThat(there(joint).signatures()).hasSize(2).noneMatch(there(joint)::counts);
    assertThat(read(joint).categories()).containsExactly("case", "narrative");
    scenes.sign(desk, joint, theirs);
    deliver();
    assertThat(here(joint).stands()).isEqualTo("theirs");
  }

  @Test
  void eachSideOpensItsOwnFileAndTheOtherSeesNothingOfIt() {
    UUID joint = shared("case", "identity");
    UUID own = scenes.joints().takeUp(desk, joint, theirs.officer());
    assertThat(scenes.joints().takeUp(desk, joint, theirs.officer())).isEqualTo(own);
    Screenings screenings = house.get(Screenings.class);
    assertThat(screenings.finish(theirs.officer(), own)).isEmpty();
    UUID theirCase = house.get(CaseFromScreening.class).open(own, ZoneOffset.UTC, theirs.officer());
    Cases cases = house.get(Cases.class);
    assertThat(cases.find(theirCase, theirs.officer()).code())
        .isNotEqualTo(cases.find(file(joint), ours.officer()).code());
    assertThat(cases.find(theirCase, theirs.officer()).minor()).isTrue();
    deliver();
    assertThatThrownBy(() -> cases.find(theirCase, ours.officer())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> screenings.find(ours.officer(), own)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> cases.find(file(joint), theirs.officer()))
        .isInstanceOf(NotFound.class);
    assertThat(here(joint).screening()).isEqualTo(screening);
    assertThat(scenes.log(desk, ours).stream().filter(l -> l.contains(" screening "))).hasSize(1);
    assertThat(scenes.log(desk, ours)).hasSameSizeAs(scenes.log(desk, theirs));
  }

  @Test
  void onceASideHasItsOwnFileReadersOfThatSeeWhatWasShared() {
    UUID joint = shared("case", "identity");
    assertThat(scenes.joint(desk, joint, theirs, theirs.lead())).isNotNull();
    UUID own = scenes.joints().takeUp(desk, joint, theirs.officer());
    house.get(Screenings.class).finish(theirs.officer(), own);
    house.get(CaseFromScreening.class).open(own, ZoneOffset.UTC, theirs.officer());
    assertThat(scenes.joints().read(there(joint), theirs.officer())).isPresent();
    assertThatThrownBy(() -> scenes.joint(desk, joint, theirs, theirs.lead()))
        .isInstanceOf(NotFound.class);
  }

  /** A pending asylum claim recorded meanwhile is not overwritten by a page opened before. */
  @Test
  void anAsylumStatusRecordedMeanwhileIsNotOverwritten() {
    UUID file = house.get(CaseFromScreening.class).open(screening, ZoneOffset.UTC, ours.officer());
    CaseChanges changes = house.get(CaseChanges.class);
    changes.asylum(file, "pending", ours.officer());
    assertThatThrownBy(() -> changes.asylum(file, "none", ours.officer()))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(house.get(Cases.class).find(file, ours.officer()).asylum()).isEqualTo("pending");
    assertThatThrownBy(() -> shared("case")).isInstanceOf(RuntimeException.class);
    deliver();
    assertThat(scenes.joints().of(scenes.desk(desk, theirs), theirs.officer())).isEmpty();
  }
}
