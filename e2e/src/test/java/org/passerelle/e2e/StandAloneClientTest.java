package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.passerelle.testing.FreePorts;

/**
 * A node in another language, written from docs/federation.md alone, accepts a hand-over of a real
 * server, answers it and reports the arrival.
 */
class StandAloneClientTest {
  private static final String PYTHON = "/usr/bin/python3";
  private final Path folder = Server.folder();
  private @Nullable Process client;
  private @Nullable RegionHouse house;

  @AfterEach
  void closed() {
    if (client != null) {
      client.destroy();
    }
    if (house != null) {
      house.close();
    }
  }

  @Test
  void aNodeWrittenFromTheDocumentAloneTakesPart() throws Exception {
    Assumptions.assumeTrue(
        there(),
        "Debian's python3-jwcrypto is not here: the client in another language is left out");
    Files.createDirectories(folder);
    Files.write(folder.resolve("houses"), List.of("skopje", "tirana"));
    int port = FreePorts.next();
    Path output = Files.createTempFile(folder, "client", ".txt");
    Process started =
        RunFolder.endsWithIt(
            new ProcessBuilder(
                    PYTHON,
                    Server.HOME.resolve("e2e/federation/client.py").toString(),
                    folder.toString(),
                    "tirana",
                    String.valueOf(port),
                    "skopje")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    client = started;
    int own = FreePorts.next();
    RegionHouse skopje = new RegionHouse("skopje", folder, own, own);
    house = skopje;
    Eventually.is("the house trusts it", () -> Files.exists(folder.resolve("skopje.met")));

    Client biljana = Client.in(skopje.address(), "biljana.skopje");
    String id = GivenCase.to("Albania", biljana);
    Eventually.is(
        "it has answered",
        () -> !started.isAlive() || Files.readString(output).contains("answered"));
    String told = Files.readString(output);
    assertThat(told)
        .contains("\"kind\": \"handover.sent\"", "Džema")
        .doesNotContain("Џемиле", "refused", "strange", "Traceback");
    for (String kind :
        List.of(
            "handover.acknowledged", "referral.accepted", "referral.message", "handover.step")) {
      assertThat(told).contains("\"kind\": \"" + kind + "\", \"outcome\": \"taken\"");
    }
    assertThat(biljana.get("/protect/handovers/" + id).body())
        .contains("accepted", "The script on duty, +355");
    assertThat(biljana.get("/protect/handovers/" + id + "/return").body()).contains("Met");
    assertThat(biljana.get("/protect/referrals/" + id).body()).contains("An aunt was found");
  }

  private static boolean there() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PYTHON))
        && new ProcessBuilder(PYTHON, "-c", "import jwcrypto").start().waitFor() == 0;
  }
}
