package org.passerelle.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.storage.Vault;

/** The node's key: locked, split, changed; and a list of destroyed keys that a copy cannot undo. */
class NodeKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;

  @Test
  void aLockedKeyOpensWithItsPassphraseAlone() {
    Path file = folder.resolve("node.key");
    NodeKeyFile made = NodeKeyFile.make(file, RANDOM);
    assertThat(NodeKeyFile.isLocked(file)).isFalse();
    made.locked("six words at random".toCharArray(), RANDOM).write(RANDOM);
    assertThat(NodeKeyFile.isLocked(file)).isTrue();
    assertThat(NodeKeyFile.read(file, "six words at random".toCharArray()).bytes())
        .isEqualTo(made.bytes());
    assertThatThrownBy(() -> NodeKeyFile.read(file, "six words at rando".toCharArray()))
        .isInstanceOf(NodeKeyFile.Unreadable.class)
        .hasMessageContaining("passphrase");
    assertThatThrownBy(() -> NodeKeyFile.read(file, null))
        .isInstanceOf(NodeKeyFile.Unreadable.class);
  }

  @Test
  void anyTwoSharesGiveTheKeyBackAndAMistakeIsNoticed() {
    NodeKeyFile key = NodeKeyFile.make(folder.resolve("node.key"), RANDOM);
    NodeKeyFile other = NodeKeyFile.make(folder.resolve("other.key"), RANDOM);
    List<String> shares = RecoveryShares.split(key, RANDOM);
    assertThat(shares).hasSize(3);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (i != j) {
          assertThat(RecoveryShares.join(shares.get(i), shares.get(j))).isEqualTo(key.bytes());
        }
      }
    }
    String mistyped = shares.get(1).replaceFirst("[0-9a-f]{3} ", "00f ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecoveryShares.join(shares.get(0), mistyped))
        .withMessageContaining("mistyped");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecoveryShares.join(shares.get(0), shares.get(0)))
        .withMessageContaining("Two different");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RecoveryShares.join(shares.get(0), RecoveryShares.split(other, RANDOM).get(1)))
        .withMessageContaining("different keys");
    // one share alone holds no part of the key
    assertThat(shares.get(0)).doesNotContain(java.util.HexFormat.of().formatHex(key.bytes()));
  }

  @Test
  void whatWasSealedBeforeAChangeOfKeysStillOpens() {
    UUID organisation = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    byte[] secret;
    byte[] note;
    byte[] before;
    try (KeyStore keys = open()) {
      keys.createOrganisationKey(organisation);
      keys.createKey(person, organisation);
      secret = keys.seal(organisation, "secret", "of the organisation");
      note = keys.seal(person, "note", "of the person");
      before = keys.node().bytes();
      assertThat(keys.rotate(organisation)).isEqualTo(1);
      keys.rotateNode();
      assertThat(keys.open(organisation, "secret", secret)).isEqualTo("of the organisation");
      assertThat(keys.open(person, "note", note)).isEqualTo("of the person");
    }
    try (KeyStore keys = open()) {
      assertThat(keys.node().bytes()).isNotEqualTo(before);
      assertThat(keys.nodeKeys()).hasSize(2);
      assertThat(keys.open(organisation, "secret", secret)).isEqualTo("of the organisation");
      assertThat(keys.open(person, "note", note)).isEqualTo("of the person");
      assertThat(keys.rotate(organisation)).isEqualTo(1);
      assertThat(keys.open(organisation, "secret", secret)).isEqualTo("of the organisation");
      byte[] altered = secret.clone();
      altered[altered.length - 1] ^= 1;
      assertThatThrownBy(() -> keys.open(organisation, "secret", altered))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aChangeOfTheNodesKeyThatWasCutOffIsFinishedOrUndone() throws IOException {
    UUID organisation = UUID.randomUUID();
    byte[] sealed;
    try (KeyStore keys = open()) {
      keys.createOrganisationKey(organisation);
      sealed = keys.seal(organisation, "here", "still there");
    }
    Path file = folder.resolve("data.key");
    Path next = folder.resolve("data.key.next");
    String former = Files.readString(file);
    // killed before the store was written: the next key is thrown away
    NodeKeyFile.make(next, RANDOM);
    try (KeyStore keys = open()) {
      assertThat(next).doesNotExist();
      assertThat(keys.open(organisation, "here", sealed)).isEqualTo("still there");
      keys.rotateNode();
    }
    // killed after it: the next key becomes the key
    Files.move(file, next);
    Files.writeString(OwnersOnly.makeFile(file), former);
    try (KeyStore keys = open()) {
      assertThat(next).doesNotExist();
      assertThat(Files.readString(file)).isNotEqualTo(former);
      assertThat(keys.open(organisation, "here", sealed)).isEqualTo("still there");
    }
  }

  @Test
  void anOldCopyOfTheKeysDoesNotBringBackWhoWasErased() throws IOException {
    UUID organisation = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    UUID caseId = UUID.randomUUID();
    UUID another = UUID.randomUUID();
    ByteArrayOutputStream yesterday = new ByteArrayOutputStream();
    byte[] sealed;
    try (KeyStore keys = open()) {
      keys.createOrganisationKey(organisation);
      keys.createKey(person, organisation);
      keys.createKey(another, organisation);
      keys.createKey(caseId, person);
      sealed = keys.seal(caseId, "here", "gone");
      keys.copyTo(yesterday);
      keys.destroyKey(person);
    }
    Path restored = folder.resolve("restored");
    KeyCopy.fill(
        restored, lines -> yesterday.toString(StandardCharsets.US_ASCII).lines().forEach(lines));
    try (KeyStore keys =
        KeyStore.open(
            restored,
            folder.resolve("data.key"),
            null,
            folder.resolve("data.destroyed"),
            RANDOM,
            Clock.systemUTC())) {
      assertThat(keys.holds(another)).isTrue();
      assertThat(keys.holds(person)).isFalse();
      assertThatThrownBy(() -> keys.open(caseId, "here", sealed))
          .isInstanceOf(Vault.KeyDestroyed.class);
    }
    byte[] store = Files.readAllBytes(restored.resolve("keys").resolve("keystore.mv"));
    assertThat(new String(store, StandardCharsets.ISO_8859_1))
        .doesNotContain(person.toString())
        .doesNotContain(caseId.toString())
        .contains(another.toString());
  }

  @Test
  void aLineTakenOutOfTheListShows() throws IOException {
    Path file = folder.resolve("list");
    DestroyedKeys list = DestroyedKeys.in(file);
    UUID first = UUID.randomUUID();
    for (UUID id : List.of(first, UUID.randomUUID(), UUID.randomUUID())) {
      list.add(List.of(id), Clock.systemUTC().instant());
    }
    assertThat(DestroyedKeys.in(file).all()).hasSize(3).contains(first);
    // a process killed while it wrote leaves half a line
    Files.writeString(file, "2026-01-01T00:0", StandardOpenOption.APPEND);
    assertThat(DestroyedKeys.in(file).all()).hasSize(3);
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
    assertThatThrownBy(() -> DestroyedKeys.in(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Line 2");
  }

  private KeyStore open() {
    return KeyStore.open(
        folder.resolve("data"),
        folder.resolve("data.key"),
        null,
        folder.resolve("data.destroyed"),
        RANDOM,
        Clock.systemUTC());
  }
}
