package org.passerelle.partner.nodes.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.joint.JointStep;
import org.passerelle.prosecute.joint.JointTeam;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.protect.casework.cases.CaseOrigin;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.dossier.DossierMaker;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas name the codes of the house's lists, and the kinds that its rooms take. */
class SchemasTest {
  private static final Path MESSAGES = Path.of("../docs/federation/messages");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyFileIsAKindInAVersion() throws IOException {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      Set<String> kinds = new TreeSet<>();
      for (Path file : files.toList()) {
        kinds.add(String.valueOf(file.getFileName()).replaceFirst("\\.[0-9]+\\.json$", ""));
        assertThat(JSON.readTree(Files.readString(file)).path("$schema").asString(""))
            .isEqualTo("https://json-schema.org/draft/2020-12/schema");
      }
      assertThat(new Schemas().versions().keySet()).isEqualTo(kinds);
    }
  }

  @Test
  void codesAreThoseOfTheLists() throws IOException {
    JsonNode sent = schema("referral.sent").path("properties");
    assertThat(codes(sent.path("service")))
        .isEqualTo(list("services").stream().filter(code -> !code.equals("hand_over")).toList());
    JsonNode handedOver = schema("handover.sent").path("properties");
    assertThat(codes(handedOver.path("service"))).containsExactly("hand_over");
    assertThat(handedOver.path("fields")).isEqualTo(sent.path("fields"));
    JsonNode step = schema("handover.step").path("properties");
    assertThat(codes(step.path("step")))
        .isEqualTo(Stream.of(Step.values()).map(Step::code).toList());
    assertThat(codes(step.path("state"))).isEqualTo(Step.STATES.stream().toList());
    List<String> results = new ArrayList<>(list("hand_over_results"));
    results.addAll(list("best_interests_results"));
    assertThat(given(step.path("result"))).isEqualTo(results);
    assertThat(given(step.path("means"))).isEqualTo(list("travel_means"));
    assertThat(given(step.path("escort"))).isEqualTo(list("escorts"));
    assertThat(given(step.path("meeting"))).isEqualTo(list("meeting_points"));
    assertThat(codes(schema("handover.closed").path("properties").path("outcome")))
        .isEqualTo(list("hand_over_outcomes"));
    assertThat(codes(schema("erasure.forbidden").path("properties").path("ground")))
        .isEqualTo(list("retention_laws"));
    assertThat(codes(schema("desk.entry").path("properties").path("kind")))
        .isEqualTo(list("desk_entries"));
    assertThat(codes(schema("joint.proposed").path("properties").path("basis")))
        .isEqualTo(JointTeam.BASES);
    assertThat(codes(schema("joint.step").path("properties").path("state")))
        .isEqualTo(JointStep.STATES);
    JsonNode exhibit = schema("joint.shared").path("properties").path("exhibit").path("properties");
    assertThat(codes(exhibit.path("kind"))).isEqualTo(Exhibit.KINDS);
    JsonNode custody = exhibit.path("chain").path("items").path("properties");
    assertThat(codes(custody.path("act"))).isEqualTo(FarExhibit.ACTS);
    assertThat(codes(custody.path("office"))).isEqualTo(FarExhibit.OFFICES);
    assertThat(codes(sent.path("purpose"))).isEqualTo(list("consent_purposes"));
    List<String> bases = new ArrayList<>(List.of("consent"));
    bases.addAll(list("legal_basis_kinds"));
    assertThat(codes(sent.path("basis"))).isEqualTo(bases);
    JsonNode asked = schema("known.asked").path("properties");
    assertThat(codes(asked.path("purpose"))).isEqualTo(list("consent_purposes"));
    assertThat(codes(asked.path("basis"))).isEqualTo(bases);
    JsonNode fields = sent.path("fields").path("properties");
    Map.of(
            "gender", "genders",
            "vulnerabilities", "vulnerabilities",
            "safe_to_contact", "safe_to_contact")
        .forEach(
            (field, list) ->
                assertThat(codes(fields.path(field).path("items")))
                    .as("%s: a new code is a new version of the kind", field)
                    .isEqualTo(list(list)));
    assertThat(codes(fields.path("how_came").path("items")))
        .as("how_came: what is told of a newer code is an older one")
        .containsExactlyInAnyOrderElementsOf(
            list("how_came").stream().map(CaseOrigin::told).distinct().toList());
    assertThat(codes(fields.path("form").path("items")))
        .as("form: what is told of a newer code is an older one")
        .containsExactlyInAnyOrderElementsOf(
            list("forms_of_exploitation").stream().map(DossierMaker::toldForm).distinct().toList());
    assertThat(codes(schema("referral.declined").path("properties").path("reason")))
        .isEqualTo(list("decline_reasons"));
  }

  /** What the first version sends is taken as long as a version is called by the same number. */
  @Test
  void everyMessageOfTheFirstVersionIsStillInOrder() throws IOException {
    Schemas today = new Schemas();
    Set<String> kinds = new TreeSet<>();
    for (Path file : FirstMessages.files()) {
      kinds.add(FirstMessages.kind(file));
      today.check(FirstMessages.kind(file), 1, Files.readString(file));
    }
    assertThat(kinds)
        .as("a kind is kept as it was first written")
        .isEqualTo(
            today.versions().entrySet().stream()
                .filter(kind -> kind.getValue().contains(1))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static JsonNode schema(String kind) throws IOException {
    return JSON.readTree(Files.readString(MESSAGES.resolve(kind + ".1.json")));
  }

  private static List<String> codes(JsonNode named) {
    return named.path("enum").valueStream().map(code -> code.asString("")).toList();
  }

  /** Codes of a field that may also say nothing. */
  private static List<String> given(JsonNode named) {
    return codes(named).stream().filter(code -> !code.isEmpty()).toList();
  }

  private static List<String> list(String name) {
    try {
      Map<String, Map<String, List<Map<String, Object>>>> all =
          new Yaml().load(Files.readString(Path.of("src/main/resources/forms/lists.yaml")));
      Map<String, List<Map<String, Object>>> lists = Objects.requireNonNull(all.get("lists"));
      return Objects.requireNonNull(lists.get(name)).stream()
          .map(c -> String.valueOf(c.get("code")))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
