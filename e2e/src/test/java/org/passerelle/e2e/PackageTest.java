package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Debian package and the archive for other systems. The package is installed by Debian's own
 * program into a root folder of its own, where nothing is started: what systemd makes of the
 * service is asked of {@code systemd-analyze}.
 */
@Tag("long")
class PackageTest {
  private static final String NEXT = "99.0";
  private static final Pattern PORT = Pattern.compile("\"port\":([0-9]+)");

  /** Exposure as systemd-analyze counts it, in tenths; 10 is a service without any protection. */
  private static final int EXPOSED = 20;

  private static Path packages;
  private static Path version;

  /** What a command printed, and its exit code. */
  private record Said(int code, String text) {}

  @BeforeAll
  static void packaged() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "packages are made on Debian");
    packages = Server.folder().resolve("packages");
    assertThat(said(launcher(), "package", "--out", packages.toString()).code()).isZero();
    version = only(".deb");
  }

  private static String launcher() {
    return Server.HOME.resolve("passerelle").toString();
  }

  private static Path only(String ending) throws IOException {
    try (Stream<Path> files = Files.list(packages)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private static Said said(String... command) throws Exception {
    Path output = Files.createTempFile(Server.folder(), "said", ".txt");
    int code = Server.process(List.of(command), output).waitFor();
    return new Said(code, Files.readString(output));
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws Exception {
    Path again = Server.folder().resolve("again");
    assertThat(said(launcher(), "package", "--out", again.toString()).code()).isZero();
    assertThat(again.resolve("SHA256SUMS")).hasSameTextualContentAs(sums());
    Said checked = said("bash", "-c", "cd \"$0\" && sha256sum -c SHA256SUMS", packages.toString());
    assertThat(checked.code()).as(checked.text()).isZero();
    assertThat(checked.text().lines().filter(line -> line.endsWith(": OK"))).hasSize(3);
  }

  private static Path sums() {
    return packages.resolve("SHA256SUMS");
  }

  /** Nobody but root owns the program, and the list of its parts names each library in it. */
  @Test
  void whatIsInThePackageBelongsToRootAndIsListed() throws Exception {
    String content = said("dpkg-deb", "-c", version.toString()).text();
    List<String> lines = content.lines().toList();
    assertThat(lines).isNotEmpty().allMatch(line -> line.contains(" root/root "));
    assertThat(lines)
        .noneMatch(line -> line.substring(7, 9).contains("w") && line.charAt(0) != 'l');
    String parts = Files.readString(only(".cdx.json"));
    List<String> jars =
        lines.stream()
            .filter(line -> line.endsWith(".jar") && line.contains("/lib/"))
            .map(line -> line.substring(line.lastIndexOf('/') + 1))
            .toList();
    assertThat(jars).hasSizeGreaterThan(100);
    for (String jar : jars) {
      String name = jar.replaceFirst("-[0-9]+[.][^/]*$", "");
      assertThat(parts).as(jar).contains("\"name\" : \"" + name + "\"");
    }
  }

  @Test
  void anInstallationKeepsSettingsAndDataUntilSomebodySaysOtherwise() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "dpkg installs as root");
    Path root = Server.folder().resolve("root");
    for (String folder : List.of("info", "updates", "triggers", "parts", "alternatives")) {
      Files.createDirectories(root.resolve("var/lib/dpkg").resolve(folder));
    }
    Files.createFile(root.resolve("var/lib/dpkg/status"));
    Files.createFile(root.resolve("var/lib/dpkg/available"));
    dpkg(root, "-i", version.toString());
    assertThat(root.resolve("etc/passwd")).content().contains("passerelle:", "nologin");
    Said exposure =
        said(
            "systemd-analyze",
            "--root=" + root,
            "security",
            "--offline=true",
            "--threshold=" + EXPOSED,
            "passerelle.service");
    assertThat(exposure.code()).as(exposure.text()).isZero();

    Path settings = root.resolve("etc/passerelle/passerelle.conf");
    Files.writeString(settings, "PASSERELLE_MEMORY=4g\n");
    Path data = Files.createDirectories(root.resolve("var/lib/passerelle/data")).resolve("x");
    Files.writeString(data, "a case");
    Path next = Server.folder().resolve("next");
    assertThat(said(launcher(), "package", "--out=" + next, "--version=" + NEXT).code()).isZero();
    dpkg(root, "-i", next.resolve("passerelle_" + NEXT + "_amd64.deb").toString());
    assertThat(settings).hasContent("PASSERELLE_MEMORY=4g");

    dpkg(root, "-r", "passerelle");
    assertThat(root.resolve("usr/share/passerelle")).doesNotExist();
    assertThat(settings).exists();
    assertThat(dpkg(root, "-P", "passerelle")).contains("The case data stay");
    assertThat(settings).doesNotExist();
    assertThat(data).hasContent("a case");
  }

  /** Without its scripts changing to that folder; settings that were changed are kept. */
  private static String dpkg(Path root, String... what) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "dpkg",
                "--root=" + root,
                "--log=/dev/null",
                "--force-script-chrootless",
                "--force-depends",
                "--force-confold"));
    command.addAll(List.of(what));
    Said said = said(command.toArray(String[]::new));
    assertThat(said.code()).as(said.text()).isZero();
    return said.text();
  }

  /** By the archive, in a folder that nobody built anything in. */
  @Test
  void theArchiveRunsWhereItIsUnpacked() throws Exception {
    Path folder = Files.createDirectories(Server.folder().resolve("unpacked"));
    assertThat(said("tar", "xzf", only(".tar.gz").toString(), "-C", folder.toString()).code())
        .isZero();
    Path program;
    try (Stream<Path> all = Files.list(folder)) {
      program = all.findFirst().orElseThrow().resolve("passerelle");
    }
    Said refused = said(program.toString(), "test");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.text()).contains("needs the sources");
    Path data = folder.resolve("data/house");
    Path key = folder.resolve("keys/node.key");
    Path output = folder.resolve("output.txt");
    Process server =
        Server.process(
            List.of(program.toString(), "serve", "--data=" + data, "--key=" + key, "--port=0"),
            output);
    try {
      Eventually.is(
          "it opens", () -> !server.isAlive() || Files.readString(output).contains("Ctrl-C"));
      assertThat(Files.readString(output)).contains("http").doesNotContain("Building");
      assertThat(key).exists();
      Matcher port = PORT.matcher(Files.readString(data.resolve("server.json")));
      assertThat(port.find()).isTrue();
      HttpResponse<String> health =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + port.group(1) + "/health"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertThat(health.body()).containsAnyOf("up", "warming");
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  @Test
  void aFaultyOptionIsASentence() throws Exception {
    Map<String, String> faulty =
        Map.of("--out", "--out needs a value", "--version=a b", "is no version", "--rpm", "--rpm");
    for (Map.Entry<String, String> one : faulty.entrySet()) {
      Said said = said(launcher(), "package", one.getKey());
      assertThat(said.code()).as(one.getKey()).isEqualTo(2);
      assertThat(said.text()).contains(one.getValue());
    }
  }
}
