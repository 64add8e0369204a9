package org.passerelle.understand.dossier.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Progress;
import org.passerelle.network.Tie;
import org.passerelle.understand.dossier.Invented;
import tools.jackson.databind.json.JsonMapper;

/** The computed part of a dossier. */
@Tag("slow")
class ChaptersTest {
  private static final long SEED = 20_190_409;

  @Test
  void cohesionOfClansIsFoundWhereItIsAndNotWhereOnlyKinshipIs() {
    Findings cohesive = findings(Invented.clans(true, 1));
    assertThat(cohesive.social().division("family").reading()).isEqualTo("within");
    assertThat(cohesive.social().division("country").reading()).isEqualTo("nothing");
    Findings mixed = findings(Invented.clans(false, 2));
    assertThat(mixed.social().division("family").reading())
        .as("kinship runs within families by definition and proves nothing")
        .isEqualTo("nothing");
    assertThat(mixed.social().division("role").reading()).isEqualTo("untested");
  }

  @Test
  void severalTestsAreCorrected() {
    Findings found = findings(Invented.clans(true, 3));
    SocialStructure.Division family = found.social().division("family");
    assertThat(family.mixing()).isNotNull();
    assertThat(family.p())
        .isCloseTo(2 * java.util.Objects.requireNonNull(family.mixing()).eiP(), within(1e-12));
  }

  @Test
  void aVictimIsNeverMeasuredAndAThingLendsItsTies() {
    Invented invented = new Invented().person("a").person("b").person("c").person("d").person("e");
    invented
        .actor("phone of a", ActorKind.PHONE, false)
        .actor("phone of b", ActorKind.PHONE, false)
        .actor("van", ActorKind.VEHICLE, false)
        .actor("victim", ActorKind.PERSON, true)
        .tie("a", "phone of a", "holds")
        .tie("b", "phone of b", "holds")
        .tie("phone of a", "phone of b", "phone call")
        .tie("c", "van", "uses")
        .tie("d", "van", "uses")
        .tie("victim", "e", "control");
    Measured measured = Measured.of(CodedNetwork.of(invented.network(), 7).network());
    assertThat(measured.people()).hasSize(5);
    assertThat(measured.graph().ties()).isEqualTo(2);
    assertThat(measured.through()).isEqualTo(2);
    Findings found = findings(invented.network());
    assertThat(found.positions().people()).noneMatch(p -> p.code().startsWith("V"));
    assertThat(found.safety().victims()).isEqualTo(1);
    assertThat(found.safety().held()).isEqualTo(1);
  }

  @Test
  void whatIsDeclaredAndWhereSomebodyStandsAreAskedAboutAndNotCorrected() {
    Invented star = new Invented().person("hub", "role", "guard").person("chief", "role", "boss");
    star.tie("hub", "chief", "phone call");
    for (int i = 0; i < 9; i++) {
      star.person("leaf" + i).tie("hub", "leaf" + i, "phone call");
    }
    Findings found = findings(star.network());
    assertThat(found.positions().questioned())
        .extracting(Positions.Position::question)
        .containsExactlyInAnyOrder("hidden-centre", "unplaced-leader");
    assertThat(found.positions().people())
        .filteredOn(p -> p.degree() == 10)
        .extracting(Positions.Position::structural, Positions.Position::role)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("broker", "guard"));
    assertThat(found.structure().players().get(0).value()).isEqualTo(1, within(1e-12));
  }

  @Test
  void currenciesAreNeverAddedUpAndAnAmountWithoutCurrencyIsNotKnown() {
    Invented paid =
        new Invented()
            .person("c", "role", "collector")
            .person("l", "role", "leader")
            .actor("v", ActorKind.PERSON, true);
    pay(paid, "v", "c", 50, "EUR");
    pay(paid, "v", "c", 70, "EUR");
    pay(paid, "c", "l", 100, "EUR");
    pay(paid, "c", "l", 9_000, "RSD");
    paid.tie("c", "l", "money");
    Money money = findings(paid.network()).money();
    assertThat(money.ties()).isEqualTo(5);
    assertThat(money.unknown()).isEqualTo(1);
    assertThat(money.currencies()).extracting(Money.Currency::code).containsExactly("EUR", "RSD");
    assertThat(money.currencies().get(0).flows().get(0))
        .isEqualTo(new Money.Flow("victim", "collector", 120, 2, 1, 1));
  }

  private static void pay(Invented paid, String from, String to, double sum, String currency) {
    paid.tie(from, to, "money", sum, currency, new Period("2019-03", ""), "", null, true);
  }

  @Test
  void scopeSaysWhatIsMissing() {
    Invented one = new Invented().person("a").person("b");
    for (int i = 0; i < 4; i++) {
      one.tie("a", "b", "call", 1, "", new Period("2018-0" + (i + 1), ""), "report 7", null, i > 0);
    }
    one.tie("a", "b", "call", 1, "", Period.UNKNOWN, "report 8", Grading.of("A1"), false);
    Findings found = findings(one.network());
    assertThat(found.scope().warnings())
        .containsExactly("ungraded", "one-source", "one-year", "few");
    assertThat(found.scope().span()).isEqualTo(new Span("2018-01", "2018-04", 1));
    assertThat(found.scope().span().years()).isEqualTo(new Span("2018", "2018", 1));
    assertThat(found.evidence().outOfEvidence()).isEqualTo(2);
    assertThat(findings(new CaseNetwork(List.of(), List.of())).scope().warnings())
        .containsExactly("empty");
  }

  @Test
  void wordsOfTheFieldAreReadInThreeLanguages() {
    for (String word : List.of("recruitment", "Recrutement", "врбовање", "vrbovanje")) {
      assertThat(Vocabulary.kind(word)).as(word).isEqualTo("recruitment");
    }
    for (String word : List.of("phone call", "appel téléphonique", "телефонски позив")) {
      assertThat(Vocabulary.kind(word)).as(word).isEqualTo("contact");
    }
    for (String word : List.of("kinship", "lien de parenté", "сродство", "kin")) {
      assertThat(Vocabulary.kind(word)).as(word).isEqualTo("kinship");
    }
    assertThat(Vocabulary.role("Chauffeur")).isEqualTo("transporter");
    assertThat(Vocabulary.role("возач")).isEqualTo("transporter");
    assertThat(Vocabulary.role("вођа")).isEqualTo("leader");
    assertThat(Vocabulary.kind("something else")).isEmpty();
    Map<String, List<String>> roles =
        Map.of(
            "leader", List.of("organizator", "шеф", "commanditaire", "tête de réseau"),
            "recruiter", List.of("врбовалац", "recruteuse", "rabatteur", "vrbovalac"),
            "intermediary", List.of("посредник", "intermédiaire", "entremetteuse", "подводач"),
            "guard", List.of("надзорник", "surveillant", "чувар", "homme de main", "overseer"),
            "transporter", List.of("превозник", "conducteur", "кријумчар", "šofer", "passeur"),
            "host", List.of("станодавац", "hébergeur", "hôte", "logeuse", "landlady"),
            "exploiter", List.of("послодавац", "employeur", "exploitante"),
            "collector", List.of("сакупљач", "sakupljač", "collecteur", "наплаћивач", "caissière"),
            "forger", List.of("кривотворитељ", "faussaire", "forger"),
            "customer", List.of("купац", "cliente", "муштерија"));
    assertThat(roles.keySet()).containsExactlyInAnyOrderElementsOf(Vocabulary.roles());
    roles.forEach(
        (role, words) ->
            assertThat(words).allSatisfy(w -> assertThat(Vocabulary.role(w)).isEqualTo(role)));
    assertThat(Vocabulary.role("cousin")).as("nothing is guessed").isEmpty();
  }

  @Test
  void findingsHoldNoWordOfTheTeamAndComeBackFromTheStore() {
    String poison = "Zmaj Ognjeni";
    Invented invented = new Invented();
    for (int i = 0; i < 8; i++) {
      invented.person(
          poison + i,
          "role",
          poison + " role",
          "family",
          poison + " clan",
          "place",
          poison + " street 4",
          "birthplace",
          poison + " town",
          "country",
          "RS",
          "telephone",
          "+381 60 " + poison);
      if (i > 0) {
        invented.tie(
            poison + (i - 1),
            poison + i,
            poison + " kind",
            1,
            "",
            new Period("2018-04-0" + i, ""),
            poison + " report",
            Grading.of("B2"),
            true);
      }
    }
    Findings found = findings(invented.network());
    JsonMapper json = JsonMapper.builder().build();
    String text = json.writeValueAsString(found);
    assertThat(text).doesNotContain("Zmaj", "Ognjeni", "381");
    assertThat(json.writeValueAsString(json.readValue(text, Findings.class))).isEqualTo(text);
  }

  /** Published values of the Caviar network (Morselli 2009), where the file is there. */
  @Test
  void keyPlayersOfAPublishedNetworkAreThoseThatArePublished() throws IOException {
    Path file = Path.of("../../shared/network/caviar.directed.tsv");
    Assumptions.assumeTrue(Files.exists(file));
    List<Tie> ties = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] ends = line.strip().split("\\s+", -1);
      if (ends.length >= 2 && ends[0].matches("\\d+")) {
        ties.add(Tie.plain("t" + ties.size(), ends[0], ends[1], 1));
      }
    }
    CodedNetwork coded = CodedNetwork.of(CaseNetwork.ofTies(ties), 5);
    Findings found =
        Findings.of(
            coded.network(),
            SupportingMaterial.NOTHING,
            Cooperation.Register.NOTHING,
            SEED,
            Progress.SILENT);
    Structure.Players one = found.structure().players().get(0);
    assertThat(one.codes()).extracting(coded.legend()::word).containsExactly("1");
    assertThat(one.value()).isCloseTo(0.3643, within(5e-4));
    Structure.Players two = found.structure().players().get(1);
    assertThat(two.codes()).extracting(coded.legend()::word).containsExactlyInAnyOrder("1", "12");
    Structure.Ranking between =
        found.structure().rankings().stream()
            .filter(r -> r.measure().equals("betweenness"))
            .findFirst()
            .orElseThrow();
    assertThat(coded.legend().word(between.top().get(0).code())).isEqualTo("1");
    assertThat(between.top().get(0).value()).isCloseTo(0.6375, within(5e-4));
    assertThat(between.reading()).isEqualTo("steady");
  }

  private static Findings findings(CaseNetwork network) {
    return Findings.of(
        CodedNetwork.of(network, 11).network(),
        SupportingMaterial.NOTHING,
        Cooperation.Register.NOTHING,
        SEED,
        Progress.SILENT);
  }

  @Test
  void numbersTellNothingOfTheOrder() {
    List<Actor> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add(Actor.named("n" + i));
    }
    CaseNetwork network = new CaseNetwork(many, List.of());
    List<String> first =
        CodedNetwork.of(network, 1).network().actors().stream().map(Actor::id).toList();
    List<String> second =
        CodedNetwork.of(network, 2).network().actors().stream().map(Actor::id).toList();
    assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrderElementsOf(second);
  }
}
