package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that make a case file of a folder and check it, with keys that keytool makes. */
@Tag("long")
class CaseFilesTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path exhibits = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void aFolderAndAKey() throws Exception {
    exhibits = Files.createDirectory(folder.resolve("exhibits"));
    file = folder.resolve("case.asice");
    Files.writeString(exhibits.resolve("notes.txt"), "what was seen\n");
    Files.writeString(folder.resolve("password"), "1234-invented\n");
    keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=Office");
    keytool("-exportcert", "-rfc", "-file", folder.resolve("office.pem").toString());
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-storetype", "PKCS12", "-keystore", folder.resolve("key.p12").toString()));
    command.addAll(List.of("-storepass", "1234-invented", "-alias", "office"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Passerelle.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(
            Stream.concat(Stream.of("case-file"), Stream.of(arguments))
                .map(Object::toString)
                .toArray(String[]::new));
  }

  private int build(Object... more) {
    List<Object> all = new ArrayList<>(List.of("build", "--folder", exhibits, "--out", file));
    all.addAll(List.of("--key", folder.resolve("key.p12")));
    all.addAll(List.of("--password-file", folder.resolve("password")));
    all.addAll(List.of(more));
    return run(all.toArray());
  }

  private int verify() {
    return run("verify", file, "--signer", folder.resolve("office.pem"));
  }

  @Test
  void whatIsBuiltIsSoundAndAByteTellsItself() throws IOException {
    assertThat(build()).as(err.toString()).isZero();
    assertThat(out.toString()).contains("1 exhibits");
    assertThat(verify()).as(out.toString()).isZero();
    assertThat(out.toString()).contains("sealed by CN=Office").contains("All is as it was sealed.");
    assertThat(run("verify", file)).isZero();
    assertThat(out.toString()).contains("was not judged");
    byte[] all = Files.readAllBytes(file);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    all[text.indexOf("what was seen")] ^= 1;
    Files.write(file, all);
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains("changed data/exhibits/0001.txt: ")
        .containsPattern("\\d+ departures\\.");
  }

  @Test
  void whoeverElseSealedItIsAStranger() throws Exception {
    assertThat(build()).as(err.toString()).isZero();
    Files.delete(folder.resolve("key.p12"));
    Files.delete(folder.resolve("office.pem"));
    keytool("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=Other");
    keytool("-exportcert", "-rfc", "-file", folder.resolve("office.pem").toString());
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString()).contains("stranger META-INF/signatures001.xml: ");
  }

  @Test
  void badInputIsASentenceAndNothingIsWritten() throws IOException {
    refused("--for", "jury");
    Files.writeString(exhibits.resolve("scan.pdf"), "no PDF");
    refused();
    assertThat(err.toString()).contains("no PDF that can be read");
    Files.delete(exhibits.resolve("scan.pdf"));
    Files.writeString(folder.resolve("password"), "another\n");
    refused();
    assertThat(err.toString()).contains("cannot be opened");
    Files.writeString(exhibits.resolve("case.json"), "{");
    refused();
    assertThat(err.toString()).as("before the folder is read").contains("cannot be opened");
    Files.delete(exhibits.resolve("case.json"));
    file = exhibits.resolve("case.asice");
    refused();
    assertThat(err.toString()).contains("within the folder");
    file = folder.resolve("case.asice");
    assertThat(run("build", "--folder", exhibits, "--out", file)).isEqualTo(2);
    assertThat(err.toString()).contains("Who signs?");
    assertThat(run("verify", folder.resolve("gone.asice"))).isEqualTo(2);
    assertThat(run("verify", exhibits.resolve("notes.txt"), "--signer", folder.resolve("password")))
        .isEqualTo(2);
    assertThat(run("verify", exhibits.resolve("notes.txt"))).isEqualTo(1);
    assertThat(out.toString()).contains("the container: ");
  }

  private void refused(Object... more) throws IOException {
    assertThat(build(more)).isEqualTo(2);
    assertThat(err.toString()).startsWith("passerelle: ").contains("Maybe ").hasLineCount(1);
    assertThat(file).doesNotExist();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".passerelle"));
    }
  }
}
