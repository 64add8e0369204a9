package org.passerelle.partner.nodes.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.House;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeKeyFile;
import org.passerelle.storage.keys.SealedFile;

/** A node's own keys: in a file of their owner, renewed without losing what is under way. */
@Tag("slow")
@Tag("long")
class NodeIdentityTest {
  private House house;
  private NodeIdentity identity;

  @BeforeEach
  void aHouse() {
    house = House.with(House.Database.H2, Map.of("passerelle.node", "skopje"));
    identity = house.get(NodeIdentity.class);
  }

  @AfterEach
  void closed() {
    house.close();
  }

  @Test
  void theFileIsItsOwnersAloneAndOpensOnlyWithTheKeyStore() throws IOException {
    NodeKey key = identity.signingKey();
    Path file = SealedFile.beside(house.get(PlatformSettings.class).nodeKey(), ".identity");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain(key.jwk().getD().toString(), key.id());
    KeyStore store = house.get(KeyStore.class);
    assertThat(sealed(file, "node identity", store).read()).isPresent();
    assertThatThrownBy(() -> sealed(file, "something else", store).read())
        .isInstanceOf(NodeKeyFile.Unreadable.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> sealed(file, "node identity", store).read())
        .isInstanceOf(NodeKeyFile.Unreadable.class)
        .hasMessageContaining("chmod 600");
  }

  /** A machine that began with a wrong clock signs, and opens, once it was put right. */
  @Test
  void keysMadeWhileTheClockWasAheadCountOnceItWasSetBack() {
    house.clock().pass(Duration.ofDays(400));
    NodeKey ahead = identity.signingKey();
    house.clock().set(house.clock().instant().minus(Duration.ofDays(400)));
    assertThat(identity.signingKey().id()).isEqualTo(ahead.id());
    assertThat(identity.signingKey().from()).isEqualTo(house.clock().instant());
    NodeKey sealing = identity.keys().stream().filter(k -> !k.signs()).findFirst().orElseThrow();
    assertThat(identity.opening(sealing.id())).isPresent();
    assertThat(
            new NodeIdentity(
                    house.get(PlatformSettings.class),
                    house.get(KeyStore.class),
                    new SecureRandom(),
                    house.clock())
                .signingKey()
                .id())
        .as("kept in the file")
        .isEqualTo(ahead.id());
    identity.renew(false);
    assertThat(identity.signingKey().id()).as("what is announced waits").isEqualTo(ahead.id());
  }

  private static SealedFile sealed(Path file, String purpose, KeyStore store) {
    return new SealedFile(file, purpose, store, new SecureRandom());
  }

  @Test
  void newKeysAreAnnouncedThenUsedAndOldOnesTakenForAWhile() {
    String before = identity.signingKey().id();
    List<NodeKey> old = identity.keys();
    identity.renew(false);
    assertThat(identity.keys()).hasSize(4);
    assertThat(identity.signingKey().id()).isEqualTo(before);
    house.clock().pass(NodeIdentity.ANNOUNCED);
    assertThat(identity.signingKey().id()).isNotEqualTo(before);
    assertThat(old).filteredOn(k -> !k.signs()).allMatch(k -> identity.opening(k.id()).isPresent());
    house.clock().pass(NodeIdentity.OVERLAP.plus(Duration.ofHours(1)));
    assertThat(identity.keys()).hasSize(2);
    assertThat(old).allMatch(k -> identity.opening(k.id()).isEmpty());
  }

  @Test
  void keysInWrongHandsEndAtOnce() {
    List<NodeKey> old = identity.keys();
    identity.renew(true);
    assertThat(identity.keys()).hasSize(2).doesNotContainAnyElementsOf(old);
    assertThat(old).allMatch(k -> identity.opening(k.id()).isEmpty());
  }

  @Test
  void aDescriptionThatWasAlteredOrSignedByAnotherIsNone() {
    StubNode node = new StubNode(house, "https://athens.example");
    String text = node.descriptor();
    NodeDescriptor read = DescriptorText.read(" " + text.replace(".", ".\n"));
    assertThat(read.node()).isEqualTo(node.name());
    assertThat(read.key(node.signing().id())).isPresent();
    String[] parts = text.split("\\.", -1);
    assertThatThrownBy(
            () ->
                DescriptorText.read(
                    parts[0] + "." + parts[1].replaceFirst("E", "F") + "." + parts[2]))
        .isInstanceOf(Untrusted.class);
    NodeKey other = node.signing();
    node.renew();
    assertThatThrownBy(
            () ->
                DescriptorText.read(
                    Signed.sign(payload(node.descriptor()), DescriptorText.TYPE, other)))
        .isInstanceOf(Untrusted.class);
    assertThatThrownBy(() -> DescriptorText.read(Signed.sign(payload(text), "JWT", node.signing())))
        .isInstanceOf(Untrusted.class);
  }

  private static String payload(String compact) {
    return Signed.unchecked(compact, DescriptorText.TYPE).getPayload().toString();
  }
}
