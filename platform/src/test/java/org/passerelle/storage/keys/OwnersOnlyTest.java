package org.passerelle.storage.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens the house lies where only its owner reads it, and is refused where others could. */
class OwnersOnlyTest {
  @TempDir Path folder;

  @Test
  void aRestoredFolderIsClosedWhoeverMadeItsFiles() throws IOException {
    Path restored = folder.resolve("restored");
    OwnersOnly.makeFolder(restored);
    Path inner = Files.createDirectories(restored.resolve("keys"));
    Path file = Files.writeString(inner.resolve("keystore.mv"), "wrapped");
    open(inner, "rwxr-xr-x");
    open(file, "rw-r--r--");
    OwnersOnly.closeAll(restored);
    assertThat(permissions(restored)).isEqualTo("rwx------");
    assertThat(permissions(inner)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void aFolderThatIsThereIsClosed() throws IOException {
    Path there = Files.createDirectories(folder.resolve("there"));
    open(there, "rwxrwxr-x");
    OwnersOnly.makeFolder(there);
    assertThat(permissions(there)).isEqualTo("rwx------");
  }

  @Test
  void aKeyThatOthersMayReadIsRefusedWithWhatToDo() throws IOException {
    Path file = folder.resolve("house.key");
    NodeKeyFile.make(file, new SecureRandom());
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(NodeKeyFile.read(file, null).bytes()).hasSize(32);
    for (String others : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
      open(file, others);
      assertThatThrownBy(() -> NodeKeyFile.read(file, null))
          .isInstanceOf(NodeKeyFile.Unreadable.class)
          .hasMessageContaining("chmod 600 " + file);
    }
    open(file, "r--------");
    assertThat(NodeKeyFile.read(file, null).bytes()).hasSize(32);
  }

  private static void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
