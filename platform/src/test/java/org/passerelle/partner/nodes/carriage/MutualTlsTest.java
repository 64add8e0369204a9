package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.partner.nodes.trust.NodeAddresses;
import org.passerelle.storage.House;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** A partner that asks for a certificate gets the configured one, and is trusted by it alone. */
@Tag("slow")
class MutualTlsTest {
  private static final String PASSWORD = "changeit";
  @TempDir static Path folder;
  private final AtomicInteger brought = new AtomicInteger();
  private House house = House.on(House.Database.H2);
  private HttpsServer partner;
  private StubNode node;

  @BeforeAll
  static void certificates() throws IOException, InterruptedException {
    for (String name : new String[] {"partner", "own", "stranger"}) {
      keytool(
          "-genkeypair",
          "-alias",
          name,
          "-keyalg",
          "EC",
          "-dname",
          "CN=" + name,
          "-ext",
          "SAN=ip:127.0.0.1",
          "-keystore",
          store(name));
      keytool("-exportcert", "-alias", name, "-keystore", store(name), "-file", certificate(name));
    }
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "own",
        "-file",
        certificate("own"),
        "-keystore",
        store("trusted-there"));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "partner",
        "-file",
        certificate("partner"),
        "-keystore",
        store("trusted-here"));
  }

  @BeforeEach
  void aPartnerThatAsks() throws IOException, GeneralSecurityException {
    partner = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context =
        SslBundle.of(SslStoreBundle.of(load("partner"), PASSWORD, load("trusted-there")))
            .createSslContext();
    partner.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    partner.createContext(
        "/",
        exchange -> {
          brought.incrementAndGet();
          byte[] answer = "a receipt".getBytes(StandardCharsets.US_ASCII);
          exchange.getResponseHeaders().set("Content-Type", NodeDoor.TYPE);
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
          }
        });
    partner.start();
    node = new StubNode(house, "https://127.0.0.1:" + partner.getAddress().getPort());
    node.trusted();
  }

  @AfterEach
  void closed() {
    node.end();
    partner.stop(0);
  }

  @Test
  void theConfiguredCertificateIsShown() throws Exception {
    assertThat(call("own", "trusted-here").bring(node.known().agreed(), "x"))
        .isEqualTo("a receipt");
    assertThat(brought).hasValue(1);
  }

  @Test
  void withoutItOrWithAnotherNothingArrives() throws Exception {
    assertRefused(new NodeCall(house.get(NodeAddresses.class), new DefaultSslBundleRegistry()));
    assertRefused(call("stranger", "trusted-here"));
    // whoever is not trusted here is told nothing either
    assertRefused(call("own", "trusted-there"));
    assertThat(brought).hasValue(0);
  }

  private void assertRefused(NodeCall call) {
    assertThatThrownBy(() -> call.bring(node.known().agreed(), "x"))
        .isInstanceOf(NodeUnreachable.class);
  }

  private NodeCall call(String own, String trusted) throws IOException, GeneralSecurityException {
    return new NodeCall(
        house.get(NodeAddresses.class),
        new DefaultSslBundleRegistry(
            "nodes", SslBundle.of(SslStoreBundle.of(load(own), PASSWORD, load(trusted)))));
  }

  private static KeyStore load(String name) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(store(name)))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  private static String certificate(String name) {
    return folder.resolve(name + ".crt").toString();
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 6];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    String[] more = {"-storetype", "PKCS12", "-storepass", PASSWORD, "-J-XX:TieredStopAtLevel=1"};
    System.arraycopy(more, 0, command, arguments.length + 1, more.length);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
