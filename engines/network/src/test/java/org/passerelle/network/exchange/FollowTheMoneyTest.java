package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;
import tech.followthemoney.entity.ValueEntity;
import tech.followthemoney.exc.SchemaException;

/** Entities of other programs are imported as actors and ties and exported unchanged. */
class FollowTheMoneyTest {
  private static final String LINES =
      """
      {"id":"p1","schema":"Person","properties":{"name":["Ана","Ana"],"addressEntity":["a1"]},"datasets":["x"],"first_seen":"2024-01-01"}
      {"id":"c1","schema":"Company","properties":{"name":["Firma d.o.o."],"jurisdiction":["rs"]}}
      {"id":"c2","schema":"Company","properties":{"name":["Other"],"parent":["elsewhere"]}}
      {"id":"a1","schema":"Address","properties":{"full":["Niš"]}}
      {"id":"v1","schema":"Vehicle","properties":{"registrationNumber":["NI 1"],"owner":["p1"]}}
      {"id":"o1","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1","c2"],"startDate":["2018-03"],"endDate":["2019"]}}
      {"id":"f1","schema":"Family","properties":{"person":["p1"],"relative":["p2"],"relationship":["sister"]},"referents":["r"]}
      {"id":"p2","schema":"Person","properties":{"name":["Mira"]}}
      """;

  @TempDir Path folder;

  private CaseNetwork read(String lines) throws IOException {
    Path file = folder.resolve("in.json");
    Files.writeString(file, lines);
    return NetworkFile.read(file, ReadOptions.usual()).network();
  }

  private static String written(CaseNetwork network) throws IOException {
    StringWriter out = new StringWriter();
    FollowTheMoney.write(network, out);
    return out.toString();
  }

  private static Set<JsonNode> parsed(String lines) throws IOException {
    Set<JsonNode> all = new HashSet<>();
    for (String line : lines.strip().split("\n", -1)) {
      all.add(new ObjectMapper().readTree(line));
    }
    return all;
  }

  @Test
  void theSameLinesComeOutAgain() throws IOException {
    assertThat(parsed(written(read(LINES)))).isEqualTo(parsed(LINES));
  }

  @Test
  void edgesAndReferencesAreTies() throws IOException {
    CaseNetwork network = read(LINES);
    assertThat(network.actors()).hasSize(6);
    assertThat(network.actors().get(0).label()).isEqualTo("Ана");
    assertThat(network.actors().get(0).kind()).isEqualTo(ActorKind.PERSON);
    assertThat(network.ties().stream().map(t -> t.kind() + " " + t.source() + " " + t.target()))
        .containsExactlyInAnyOrder(
            "Ownership p1 c1",
            "Ownership p1 c2",
            "Family p1 p2",
            "addressEntity p1 a1",
            "owner v1 p1");
    Tie owner = network.ties().get(0);
    assertThat(owner.period()).isEqualTo(new Period("2018-03", "2019"));
    assertThat(owner.directed()).isTrue();
  }

  @Test
  void whatIsAddedHereStandsBesideAndComesBack() throws IOException {
    CaseNetwork network = read(LINES);
    Actor victim = network.actors().get(0);
    List<Actor> actors = new java.util.ArrayList<>(network.actors());
    actors.set(0, new Actor(victim.id(), victim.kind(), "Pseudonym", true, victim.attributes()));
    Tie family = network.ties().get(2);
    List<Tie> ties = new java.util.ArrayList<>(network.ties());
    ties.set(
        2,
        new Tie(
            family.id(),
            family.source(),
            family.target(),
            family.kind(),
            2,
            false,
            family.period(),
            "report 7",
            Grading.of("B2"),
            false,
            family.attributes()));
    CaseNetwork changed = new CaseNetwork(actors, ties);
    CaseNetwork again = read(written(changed));
    assertThat(again.actors()).isEqualTo(changed.actors());
    assertThat(again.ties()).containsExactlyInAnyOrderElementsOf(changed.ties());
  }

  @Test
  void whatIsNoEntityIsRefusedWithItsLine() {
    refused(
        "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n{\"id\":", "line 2 is not JSON");
    refused("{\"id\":\"a\",\"schema\":\"Ghost\",\"properties\":{}}", "no schema Ghost");
    refused("{\"name\":\"a\"}", "not an entity");
    refused(
        "{\"id\":\"o\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"x\"]}}",
        "has a missing end");
    refused(
        "{\"id\":\"o\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"x\"],\"asset\":[\"y\"]}}",
        "there is no actor x");
  }

  private void refused(String lines, String words) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(BadNetwork.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatIsWrittenFitsThePublishedModel() throws IOException, SchemaException {
    List<Actor> actors = new java.util.ArrayList<>();
    for (ActorKind kind : ActorKind.values()) {
      actors.add(new Actor(kind.code(), kind, "L " + kind, false, Map.of()));
    }
    Tie tie =
        new Tie(
            "t",
            "person",
            "phone",
            "uses",
            1,
            true,
            new Period("2019", "2020"),
            "",
            null,
            true,
            Map.of());
    for (JsonNode line : parsed(written(new CaseNetwork(actors, List.of(tie))))) {
      ValueEntity entity = ValueEntity.fromJson(FollowTheMoney.model(), line);
      line.get("properties")
          .fieldNames()
          .forEachRemaining(
              name -> assertThat(entity.getSchema().hasProperty(name)).as(line + name).isTrue());
      if (!entity.getSchema().isA(FollowTheMoney.schema("UnknownLink"))) {
        assertThat(entity.getCaption()).startsWith("L ");
      }
    }
  }
}
