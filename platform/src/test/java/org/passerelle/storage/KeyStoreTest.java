package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.keys.KeyStore;

/**
 * Keys: what is sealed opens only where it was sealed, and a destroyed key is gone from the disk.
 */
@OnBothDatabases
@Tag("postgresql")
class KeyStoreTest {
  @Parameter House house;

  @Test
  void sealedContentOpensOnlyAtItsPlaceAndUnaltered() {
    Vault vault = house.get(Vault.class);
    UUID organisation = house.get(Identifiers.class).next();
    vault.createOrganisationKey(organisation);
    byte[] sealed = vault.seal(organisation, "here", "Χότζα");
    assertThat(vault.open(organisation, "here", sealed)).isEqualTo("Χότζα");
    assertThatThrownBy(() -> vault.open(organisation, "there", sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> vault.open(organisation, "here", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDestroyedKeyOpensNothingAndIsGoneFromTheDisk() throws IOException {
    Vault vault = house.get(Vault.class);
    Identifiers identifiers = house.get(Identifiers.class);
    UUID organisation = identifiers.next();
    vault.createOrganisationKey(organisation);
    UUID person = identifiers.next();
    vault.inBatch(
        () -> {
          for (int i = 0; i < 300; i++) {
            vault.createKey(identifiers.next(), organisation);
          }
          vault.createKey(person, organisation);
        });
    UUID caseId = identifiers.next();
    vault.createKey(caseId, person);
    byte[] sealed = vault.seal(caseId, "here", "gone");
    byte[] wrapped = wrapped(person);
    assertThat(onDisk(wrapped)).isTrue();
    vault.destroyKey(person);
    assertThatThrownBy(() -> vault.open(caseId, "here", sealed))
        .isInstanceOf(Vault.KeyDestroyed.class);
    // the key itself: its identifier may stay behind as a signpost within the tree of the file
    assertThat(onDisk(wrapped)).isFalse();
    vault.createKey(identifiers.next(), organisation);
  }

  /** Readers and writers go on beside an erasure; what is gone stays gone for all of them. */
  @Test
  void whatIsDestroyedStaysSoWhileOthersReadAndWrite() throws Exception {
    Vault vault = house.get(Vault.class);
    Identifiers identifiers = house.get(Identifiers.class);
    UUID organisation = identifiers.next();
    vault.createOrganisationKey(organisation);
    List<UUID> persons = new ArrayList<>();
    List<byte[]> sealed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID person = identifiers.next();
      vault.createKey(person, organisation);
      persons.add(person);
      sealed.add(vault.seal(person, "here", "text"));
    }
    AtomicInteger gone = new AtomicInteger(-1);
    AtomicBoolean ended = new AtomicBoolean();
    List<UUID> made = Collections.synchronizedList(new ArrayList<>());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      boolean writes = t == 0;
      all.add(
          threads.submit(
              () -> {
                while (!ended.get()) {
                  int destroyed = gone.get();
                  for (int i = 0; i < persons.size(); i++) {
                    int which = i;
                    if (i <= destroyed) {
                      assertThatThrownBy(
                              () -> vault.open(persons.get(which), "here", sealed.get(which)))
                          .isInstanceOf(Vault.KeyDestroyed.class);
                    }
                  }
                  if (writes) {
                    UUID id = identifiers.next();
                    vault.createKey(id, organisation);
                    made.add(id);
                  }
                }
                return null;
              }));
    }
    for (int i = 0; i < persons.size(); i++) {
      vault.open(persons.get(i), "here", sealed.get(i));
      vault.destroyKey(persons.get(i));
      gone.set(i);
    }
    ended.set(true);
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    assertThat(made).isNotEmpty();
    for (UUID id : made) {
      assertThat(vault.open(id, "here", vault.seal(id, "here", "kept"))).isEqualTo("kept");
      assertThat(onDisk(id)).isTrue();
    }
  }

  @Test
  void theNodeKeyLiesOutsideTheDataFolderAndOnlyItsOwnerReadsIt() throws IOException {
    PlatformSettings settings = house.get(PlatformSettings.class);
    assertThat(settings.nodeKey().toAbsolutePath().startsWith(settings.data().toAbsolutePath()))
        .isFalse();
    assertThat(Files.getPosixFilePermissions(settings.nodeKey())).hasSize(2);
  }

  /** The wrapped key of an identifier, without the identifier of what wraps it. */
  private byte[] wrapped(UUID id) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    house.get(KeyStore.class).copyTo(all);
    String line =
        all.toString(StandardCharsets.US_ASCII)
            .lines()
            .filter(one -> one.startsWith(id + " "))
            .findFirst()
            .orElseThrow();
    byte[] entry = HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1));
    return Arrays.copyOfRange(entry, 16, entry.length);
  }

  private boolean onDisk(UUID id) throws IOException {
    return onDisk(id.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private boolean onDisk(byte[] wanted) throws IOException {
    Path file = house.get(PlatformSettings.class).data().resolve("keys").resolve("keystore.mv");
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i + wanted.length <= content.length; i++) {
      if (Arrays.equals(content, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
