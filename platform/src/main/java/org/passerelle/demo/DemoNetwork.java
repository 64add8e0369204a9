package org.passerelle.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.ReadOptions;
import org.passerelle.network.exchange.Source;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.network.Changes;
import org.passerelle.understand.network.Networks;
import org.springframework.stereotype.Component;

/** The network of the demonstration: invented, read from files as an analyst would. */
@Component
class DemoNetwork {
  private static final String TITLE = "Савски коридор";
  private static final String QUESTION =
      "Ко повезује групе из Елбасана, Суботице и Париза, и шта би остало од мреже без њега?";
  private final Networks networks;
  private final Changes changes;
  private final Diagnoses diagnoses;

  DemoNetwork(Networks networks, Changes changes, Diagnoses diagnoses) {
    this.networks = networks;
    this.changes = changes;
    this.diagnoses = diagnoses;
  }

  /** Enters it for the analysts of the diagnosis. */
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
