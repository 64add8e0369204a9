package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key comes from a file, from a token, or from memory; a wrong one gives a message. */
class SignatoryTest {
  private static final char[] PASSWORD = "1234-invented".toCharArray();
  private static final Instant UNTIL = Instant.parse("2120-01-01T00:00:00Z");
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

  @TempDir Path folder;

  private Path pkcs12(int keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    for (int i = 0; i < keys; i++) {
      KeyPair pair = Keys.pair("secp256r1");
      store.setKeyEntry(
          "key" + i,
          pair.getPrivate(),
          PASSWORD,
          new Certificate[] {Keys.certificate("Office", pair, UNTIL)});
    }
    Path file = folder.resolve("key.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    return file;
  }

  @Test
  void aFileOfOneKeySigns() throws Exception {
    Signatory by = Signatory.pkcs12(pkcs12(1), PASSWORD);
    Path file = Cases.write(folder, Cases.of(Version.PROSECUTION), by);
    assertThat(
            new CaseFileVerifier(Set.of(by.certificate()), Cases.LATER).verify(file).departures())
        .isEmpty();
  }

  @Test
  void aFileOfNoneOrTwoOrUnderAnotherPasswordDoesNot() throws Exception {
    refused("cannot be opened", pkcs12(1), "other".toCharArray());
    refused("contains several keys", pkcs12(2), PASSWORD);
    refused("contains no key", pkcs12(0), PASSWORD);
    refused("cannot be opened", folder.resolve("gone.p12"), PASSWORD);
    refused("cannot be opened", Files.writeString(folder.resolve("x"), "no key"), PASSWORD);
  }

  private static void refused(String because, Path file, char[] password) {
    assertThatThrownBy(() -> Signatory.pkcs12(file, password))
        .isInstanceOf(BadCaseFile.class)
        .hasMessageContaining(because)
        .hasMessageContaining("Maybe ");
  }

  @Test
  void aKeyOfAnotherCertificateOrAWeakOneDoesNot() {
    X509Certificate other = Keys.certificate("O", Keys.pair("secp256r1"), UNTIL);
    assertThatThrownBy(() -> Signatory.of(Keys.pair("secp256r1"), other))
        .hasMessageContaining("does not belong to this key");
    KeyPair odd = Keys.pair("RSA-1024");
    assertThatThrownBy(() -> Signatory.of(odd, Keys.certificate("O", odd, UNTIL)))
        .hasMessageContaining("is not supported for signing");
  }

  /** In a separate process, since SoftHSM reads the location of its tokens from the environment. */
  @Test
  @Tag("long")
  void aTokenSigns() throws Exception {
    Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    assumeTrue(library != null, "SoftHSM 2");
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Path settings =
        Files.writeString(
            folder.resolve("softhsm2.conf"), "directories.tokendir = %s\n".formatted(tokens));
    Path token =
        Files.writeString(
            folder.resolve("token.cfg"),
            "name = soft\nlibrary = %s\nslotListIndex = 0\n".formatted(library));
    run(
        settings,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "office",
        "--so-pin",
        "87654321",
        "--pin",
        "12345678");
    run(
        settings,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        TokenHand.class.getName(),
        token.toString(),
        folder.toString());
  }

  private static void run(Path settings, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", settings.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** Stores a key on an empty token, seals with it, and fails unless the result is sound. */
  static final class TokenHand {
    private TokenHand() {}

    public static void main(String[] arguments) throws Exception {
      char[] pin = "12345678".toCharArray();
      KeyStore store =
          KeyStore.getInstance("PKCS11", Security.getProvider("SunPKCS11").configure(arguments[0]));
      store.load(null, pin);
      KeyPair pair = Keys.pair("secp256r1");
      X509Certificate certificate = Keys.certificate("Office", pair, UNTIL);
      store.setKeyEntry("office", pair.getPrivate(), null, new Certificate[] {certificate});
      Path folder = Path.of(arguments[1]);
      for (char[] wrong : List.of("00000000".toCharArray(), new char[0])) {
        try {
          Signatory.pkcs11(Path.of(arguments[0]), wrong);
        } catch (BadCaseFile e) {
          System.out.println(e.getMessage());
        }
      }
      Signatory by = Signatory.pkcs11(Path.of(arguments[0]), pin);
      Path file = Cases.write(folder, Cases.of(Version.PROSECUTION), by);
      Verdict verdict = new CaseFileVerifier(Set.of(certificate), Cases.LATER).verify(file);
      try (Stream<Path> files = Files.list(folder)) {
        System.out.println(files.toList() + " " + verdict);
      }
      System.exit(verdict.sound() && Arrays.equals(pin, "12345678".toCharArray()) ? 0 : 1);
    }
  }
}
