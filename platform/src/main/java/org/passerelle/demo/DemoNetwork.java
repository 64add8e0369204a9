package org.passerelle.demo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ResourceYaml;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.ReadOptions;
import org.passerelle.network.exchange.Source;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.StoredActor;
import org.passerelle.understand.statement.StatedTie;
import org.passerelle.understand.statement.Statements;
import org.springframework.stereotype.Component;

/** The network of the demonstration: invented, imported from files as by an analyst. */
@Component
class DemoNetwork {
  private static final String TITLE = "Савски коридор";
  private static final String QUESTION =
      "Ко повезује групе из Елбасана, Суботице и Париза, и шта би остало од мреже без њега?";
  private final Networks networks;
  private final Changes changes;
  private final Diagnoses diagnoses;
  private final Statements statements;

  DemoNetwork(Networks networks, Changes changes, Diagnoses diagnoses, Statements statements) {
    this.networks = networks;
    this.changes = changes;
    this.diagnoses = diagnoses;
    this.statements = statements;
  }

  /** Creates it for the analysts of the diagnosis. */
  void draw(List<DemoHouse.Staff> staff) {
    List<SignedIn> analysts =
        staff.stream().filter(s -> s.is(Role.ANALYST)).map(DemoHouse.Staff::who).toList();
    SignedIn first = analysts.get(0);
    List<Diagnoses.Line> own = diagnoses.all(first);
    UUID id = networks.begin(TITLE, QUESTION, own.isEmpty() ? null : own.get(0).id(), first);
    analysts.stream()
        .skip(1)
        .filter(other -> other.organisation().equals(first.organisation()))
        .forEach(other -> networks.addMember(id, other.user(), first));
    try {
      NetworkFile read =
          NetworkFile.read(
              resource("demo/network-ties.csv"),
              new ReadOptions(resource("demo/network-actors.csv"), Mapping.usual(), false, false));
      changes.enter(id, read.network(), first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!own.isEmpty()) {
      link(id, diagnoses.find(own.get(0).id(), first), first);
    }
  }

  private void link(UUID network, Diagnosis diagnosis, SignedIn who) {
    Map<String, UUID> actors =
        networks.find(network, who).state().actors().stream()
            .collect(toUnmodifiableMap(actor -> actor.state().ref(), StoredActor::id));
    Map<String, UUID> interviews =
        diagnosis.interviews().stream()
            .collect(toUnmodifiableMap(i -> String.valueOf(i.number()), Interview::id));
    for (Map<String, Object> about :
        ResourceYaml.maps(ResourceYaml.read("demo/statements.yaml").get("about"))) {
      UUID interview = named(interviews, about, "interview");
      UUID one = named(actors, about, "who");
      String kind = ResourceYaml.text(about, "kind");
      var said = new Statements.Chosen(ResourceYaml.text(about, "says"), -1);
      if (kind.isEmpty()) {
        statements.link(interview, said, network, one, who);
      } else {
        StatedTie two = new StatedTie(one, named(actors, about, "other"), kind, false);
        statements.linkTie(
            interview, said, network, two, "Разговор " + about.get("interview"), who);
      }
    }
  }

  private static UUID named(Map<String, UUID> known, Map<String, Object> about, String key) {
    String name = ResourceYaml.text(about, key);
    UUID id = known.get(name);
    if (id == null) {
      throw new IllegalStateException(
          "demo/statements.yaml names %s.%nMaybe the network or the diagnosis of the demonstration lacks it."
              .formatted(name));
    }
    return id;
  }

  private static Source resource(String path) {
    return new Source(
        path,
        () -> {
          InputStream in = DemoNetwork.class.getClassLoader().getResourceAsStream(path);
          if (in == null) {
            throw new IOException("The program lacks %s.".formatted(path));
          }
          return in;
        });
  }
}
