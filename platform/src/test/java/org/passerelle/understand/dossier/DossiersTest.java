package org.passerelle.understand.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.LegalBases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.dossier.chapter.Cooperation;
import org.passerelle.understand.dossier.chapter.SupportingMaterial;
import org.passerelle.understand.grid.Grids;
import org.passerelle.understand.network.CaseEntries;
import org.passerelle.understand.network.Networks;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/** Dossiers are kept sealed, seen by the team alone, issued once, and left as files in the log. */
@OnBothDatabases
class DossiersTest {
  private static final String POISON = Invented.POISON;
  @Parameter House house;

  @Test
  void aDraftIsWrittenIssuedOnceAndThenNothingOfItChanges() {
    Member member = Member.of(house, Role.ANALYST);
    SignedIn who = Staff.signedIn(member.user());
    UUID network = scene().network(who);
    scene().compute(network, Set.of(), who);
    Dossier draft = dossiers().read(network, 1, who);
    assertThat(draft.findings().scope().victims()).isEqualTo(9);
    dossiers().write(network, 1, draft.revision(), "social", "What we heard.", who);
    assertThatThrownBy(() -> dossiers().write(network, 1, draft.revision(), "social", "Late.", who))
        .as("somebody else's text is not overwritten")
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> dossiers().issue(network, 1, draft.revision(), who))
        .as("what was not read is not issued")
        .isInstanceOf(Refused.class);
    scene().compute(network, Set.of(), who);
    assertThat(dossiers().lines(network, who)).hasSize(1);
    Dossier anew = dossiers().find(network, 1, who);
    assertThat(anew.text("social")).as("texts are carried over").isEqualTo("What we heard.");
    dossiers().issue(network, 1, anew.revision(), who);
    Dossier issued = dossiers().find(network, 1, who);
    assertThat(Objects.requireNonNull(issued.issued()).unchanged()).isTrue();
    assertThat(issued.issued().name()).isEqualTo(who.name());
    assertThatThrownBy(
            () -> dossiers().write(network, 1, issued.revision(), "social", "Later.", who))
        .isInstanceOf(Refused.class);
    scene().compute(network, Set.of(), who);
    assertThat(dossiers().lines(network, who))
        .extracting(Dossier.Line::number)
        .containsExactly(2, 1);
    assertThat(dossiers().find(network, 1, who).findings()).isEqualTo(issued.findings());
  }

  @Test
  void whatWasAlteredInTheDatabaseIsSeen() {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID network = scene().network(who);
    scene().compute(network, Set.of(), who);
    dossiers().issue(network, 1, 1, who);
    house
        .db()
        .sql("update dossier set number = 7 where network = :id")
        .param("id", network)
        .update();
    assertThat(Objects.requireNonNull(dossiers().find(network, 7, who).issued()).unchanged())
        .isFalse();
  }

  @Test
  void onlyTheTeamSeesItAndNothingOfItIsReadableAtRest() {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID network = scene().network(who);
    scene().compute(network, Set.of(), who);
    SignedIn colleague = house.colleague(who.organisation(), Role.PROSECUTOR);
    SignedIn stranger = house.somebody(Role.ANALYST, Role.PROSECUTOR);
    for (SignedIn other : List.of(colleague, stranger)) {
      assertThatThrownBy(() -> dossiers().lines(network, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> dossiers().read(network, 1, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> dossiers().compute(network, Set.of(), other))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> dossiers().write(network, 1, 1, "social", "x", other))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> dossiers().issue(network, 1, 1, other)).isInstanceOf(NotFound.class);
    }
    house.get(Networks.class).addMember(network, colleague.user(), who);
    assertThat(dossiers().lines(network, colleague)).hasSize(1);
    List<String> stored =
        house
            .db()
            .sql("select title, findings, coded, texts from dossier where network = :id")
            .param("id", network)
            .query(
                (row, i) ->
                    new String(row.getBytes(1), StandardCharsets.ISO_8859_1)
                        + new String(row.getBytes(2), StandardCharsets.ISO_8859_1)
                        + new String(row.getBytes(3), StandardCharsets.ISO_8859_1))
            .list();
    assertThat(stored).hasSize(1).noneMatch(t -> t.contains(POISON) || t.contains("recruit"));
  }

  @Test
  void aGridOfNoCaseIsTakenUpAndItsConclusionHasAName() {
    SignedIn who = Staff.signedIn(Member.of(house, Role.ANALYST, Role.PROSECUTOR).user());
    UUID network = scene().network(who);
    UUID grid =
        house
            .get(Grids.class)
            .begin(new Grids.Draft(null, null, "person", "not_sure", "Wren", "Theft"), who);
    house.get(Grids.class).add(grid, "act", "for", "Brought by car " + POISON, who);
    house.get(Grids.class).conclude(grid, "signs", "applies", "Act and purpose", who);
    scene().compute(network, Set.of(grid), who);
    Dossier dossier = dossiers().read(network, 1, who);
    assertThat(dossier.findings().qualification().grids())
        .singleElement()
        .satisfies(
            g -> {
              assertThat(g.conclusion()).isEqualTo("signs");
              assertThat(g.standing())
                  .containsEntry("act", "for")
                  .containsEntry("means", "unknown");
              assertThat(dossier.legend().word(g.code())).isEqualTo("Wren");
              assertThat(dossier.legend().word(g.by())).isEqualTo(who.name());
            });
  }

  /** Rule 4: words that came with a case end with the basis, in issued versions too. */
  @Test
  void whoEnteredWithACaseIsNamedNoLongerOnceItsBasisEnds() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    house
        .get(Relations.class)
        .add(
            scene.caseId(),
            new PersonDraft(
                new Identity(
                    List.of(new Identity.Name("name", POISON + " suspect")), "", null, "", ""),
                new Contact("", "", ""),
                "",
                "",
                List.of(),
                List.of()),
            "suspect",
            "acquaintance",
            true,
            false,
            null,
            scene.sender());
    SignedIn who = house.colleague(scene.recipient().organisation(), Role.PROSECUTOR);
    UUID network = house.get(Networks.class).begin("N", "?", null, who);
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case", "narrative"), "adult", null);
    house
        .get(CaseEntries.class)
        .enter(network, basis, new CaseEntries.Words("x", Map.of(), "suspected", "uses"), who);
    scene().compute(network, Set.of(), who);
    dossiers().issue(network, 1, 1, who);
    assertThat(dossiers().read(network, 1, who).legend().words())
        .containsValue(POISON + " suspect");
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    Dossier left = dossiers().read(network, 1, who);
    assertThat(left.legend().words().toString()).doesNotContain(POISON);
    assertThat(left.findings().cast().members()).hasSize(1);
    assertThat(Objects.requireNonNull(left.issued()).unchanged()).isTrue();
  }

  @Test
  void aDraftWhoseCaseEndedIsNotIssuedButComputedAgain() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "prosecutor");
    Member member = Member.in(house, scene.recipient().organisation(), Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    UUID network = scene().network(who);
    UUID basis = scenes.consent(scene, "prosecution", Set.of("case", "narrative"), "adult", null);
    house
        .get(CaseEntries.class)
        .enter(network, basis, new CaseEntries.Words("x", Map.of(), "suspected", "uses"), who);
    scene().compute(network, Set.of(), who);
    String at = Dossiers.at(network) + "/1";
    String sentence = "The data of 1 case in this draft ended since. Compute it again.";
    assertThat(dossiers().find(network, 1, who).ended()).as("nobody but a victim came").isZero();
    assertThat(member.browser().get(at).body()).doesNotContain(sentence);
    house.get(Consents.class).withdraw(scene.caseId(), basis, scene.sender());
    assertThat(dossiers().find(network, 1, who).ended()).isEqualTo(1);
    assertThat(member.browser().get(at).body()).contains(sentence);
    assertThatThrownBy(() -> dossiers().issue(network, 1, 1, who))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).isEqualTo("dossier.refused.ended"));
    Browser.Answer refused = member.browser().post(at + "/issue", "name", "yes", "_version", "1");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains(sentence);
    assertThat(dossiers().find(network, 1, who).issued()).isNull();
    scene().compute(network, Set.of(), who);
    assertThat(dossiers().find(network, 1, who).ended()).isZero();
    dossiers().issue(network, 1, 1, who);
    assertThat(dossiers().find(network, 1, who).issued()).isNotNull();
  }

  @Test
  void onWhatCountriesMayCooperateIsAskedOnceAndKept() {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID network = scene().network(who);
    scene().compute(network, Set.of(), who);
    List<Cooperation> pairs = dossiers().find(network, 1, who).findings().evidence().countries();
    assertThat(pairs).isNotEmpty();
    LegalBases bases = house.get(LegalBases.class);
    LocalDate today = LocalDate.ofInstant(house.get(Clock.class).instant(), ZoneOffset.UTC);
    for (Cooperation pair : pairs) {
      LegalBases.Answer answer = bases.between(pair.from(), pair.to(), "prosecution", today);
      assertThat(pair.inForce())
          .extracting(Cooperation.Instrument::title)
          .containsExactlyElementsOf(answer.inForce().stream().map(b -> b.title()).toList());
      assertThat(pair.noBasis())
          .extracting(Cooperation.NoBasis::reason)
          .containsExactlyElementsOf(answer.not().stream().map(n -> n.reason()).toList());
    }
    assertThat(pairs).as("something is known").anyMatch(p -> !p.noBasis().isEmpty());
  }

  /** Maps have another order in each run: an issued version must not look altered by that. */
  @Test
  void theDigestDoesNotDependOnTheOrderOfMaps() {
    Map<String, Integer> passages =
        IntStream.range(0, 40).boxed().collect(Collectors.toMap(i -> "theme " + (i + 10), i -> i));
    String written = Digest.written(new SupportingMaterial(passages, List.of()));
    List<Integer> places = passages.keySet().stream().sorted().map(written::indexOf).toList();
    assertThat(places).isSorted().doesNotContain(-1);
  }

  @Test
  void anEmptyNetworkHasNoDossierAndSaysSo() {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID network = house.get(Networks.class).begin("Empty", "?", null, who);
    Work ended = scene().ended(dossiers().compute(network, Set.of(), who), who);
    assertThat(ended.state()).isEqualTo(WorkState.FAILED);
    assertThat(ended.problem()).isEqualTo("dossier.refused.empty");
  }

  private Dossiers dossiers() {
    return house.get(Dossiers.class);
  }

  private DossierScene scene() {
    return new DossierScene(house);
  }
}
