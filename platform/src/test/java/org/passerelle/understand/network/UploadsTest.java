package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.network.Actor;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.Source;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Files that come in: nothing enters before it was checked, and nothing half. */
@OnBothDatabases
class UploadsTest {
  @Parameter House house;

  @Test
  void aFileIsCheckedAndEntered() throws IOException {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID id = network(who);
    UUID upload =
        uploads()
            .receive(
                id,
                "calls.csv",
                bytes("source,target,kind\n=cmd|'/C calc'!A0,<script>alert(1)</script>,call\n"),
                who);
    Uploads.Upload found = uploads().find(id, upload, who);
    NetworkFile read = Uploads.check(found, Mapping.usual(), false, false);
    assertThat(house.get(Networks.class).find(id, who).network().actors())
        .as("a check enters nothing")
        .isEmpty();
    uploads().enter(id, found, read, who);
    assertThat(house.get(Networks.class).find(id, who).network().actors())
        .extracting(Actor::label)
        .as("formula and markup are text")
        .containsExactlyInAnyOrder("=cmd|'/C calc'!A0", "<script>alert(1)</script>");
    assertThatThrownBy(() -> uploads().find(id, upload, who)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatCannotBeReadChangesNothing() {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID id = network(who);
    List<byte[]> bad =
        List.of(
            "source,target\nЏемиле,Ана\nžena,muž\n".getBytes(Charset.forName("windows-1251")),
            bytes(
                "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><graphml>&b;</graphml>"),
            bytes("source,target\na,\n"),
            new byte[0]);
    for (byte[] content : bad) {
      UUID upload = uploads().receive(id, "bad", content, who);
      Uploads.Upload found = uploads().find(id, upload, who);
      assertThatThrownBy(() -> Uploads.check(found, Mapping.usual(), false, false))
          .isInstanceOf(BadNetwork.class)
          .hasMessageContaining("Maybe");
    }
    assertThat(house.get(Networks.class).find(id, who).network().actors()).isEmpty();
  }

  @Test
  void aMappingIsKeptForTheNextFile() throws IOException {
    SignedIn who = house.somebody(Role.ANALYST);
    UUID id = network(who);
    String yaml = "ties:\n  source: appelant\n  target: appelé\nencoding: windows-1252\n";
    uploads().keep(id, new Uploads.KeptMapping("operator", yaml), who);
    Uploads.KeptMapping kept = uploads().mappings(id, who).get(0);
    Mapping mapping = Mapping.read(Source.of(kept.name(), bytes(kept.yaml())));
    UUID upload =
        uploads()
            .receive(
                id,
                "appels.csv",
                "appelé;appelant\nRené;Anaïs\n".getBytes(Charset.forName("windows-1252")),
                who);
    NetworkFile read = Uploads.check(uploads().find(id, upload, who), mapping, true, false);
    assertThat(read.network().ties().get(0).source()).isEqualTo("Anaïs");
  }

  @Test
  void filesOfOthersAreNotThereAndLargeOnesAreRefused() {
    SignedIn who = house.somebody(Role.ANALYST);
    SignedIn colleague = house.colleague(who.organisation(), Role.ANALYST);
    UUID id = network(who);
    house.get(Networks.class).addMember(id, colleague.user(), who);
    UUID upload = uploads().receive(id, "a.csv", bytes("a,b\n"), who);
    assertThatThrownBy(() -> uploads().find(id, upload, colleague)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> Uploads.read(new ByteArrayInputStream(new byte[Uploads.LARGEST + 1])))
        .isInstanceOf(Refused.class);
  }

  private UUID network(SignedIn who) {
    return house.get(Networks.class).begin("N", "?", null, who);
  }

  private Uploads uploads() {
    return house.get(Uploads.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
