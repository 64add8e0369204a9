package org.passerelle.partner.nodes.carriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.storage.House;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A node of which a certificate is asked comes in by a line that showed it, and by no other. */
@Tag("long")
class NodeCertificateTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ASKED = "passerelle.node-certificates.";
  @TempDir static Path folder;
  private static String own;
  private static String another;
  private static House house;
  private static StubNode athens;
  private static UUID id;

  @BeforeAll
  static void aHouseBehindAProxy() throws Exception {
    own = certificate("athens");
    another = certificate("stranger");
    house =
        House.with(
            House.Database.H2,
            Map.of(
                "server.forward-headers-strategy",
                "native",
                "server.tomcat.remoteip.internal-proxies",
                "127.0.0.1/32",
                ASKED + "athens",
                fingerprint(own).toUpperCase(Locale.ROOT)));
    athens = new StubNode(house, "http://127.0.0.1:9", "athens");
    id = athens.trusted();
    house.get(DoorPlaces.class).knows("127.0.0.1");
    house.get(DoorPlaces.class).knows("192.0.2.7");
  }

  @AfterAll
  static void closed() {
    house.close();
  }

  @Test
  void theNodeComesInWithItsOwnCertificateByTheProxy() throws Exception {
    assertThat(bring(athens, own)).isEqualTo(200);
  }

  @Test
  void withoutItOrWithAnotherItIsTurnedAwayAndTheLogSaysSo() throws Exception {
    assertThat(bring(athens, null)).isEqualTo(403);
    assertThat(bring(athens, another)).isEqualTo(403);
    assertThat(bring(athens, "no certificate")).isEqualTo(403);
    house.get(Refusals.class).write();
    assertThat(house.get(Refusals.class).of(id))
        .anySatisfy(
            refused -> {
              assertThat(refused.reason()).isEqualTo("certificate");
              assertThat(refused.times()).isGreaterThanOrEqualTo(3);
            });
    assertThat(
            house
                .db()
                .sql(
                    "select count(*) from audit_entry where action = 'node.refused' and subject = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isPositive();
  }

  /** Whoever reaches the house past the proxy writes what headers they like. */
  @Test
  void aHeaderThatDidNotComeByTheProxyShowsNothing() throws Exception {
    assertThat(bringPastTheProxy(athens, own)).contains(" 403 ");
  }

  @Test
  void whoIsAskedForNoneNeedsNone() throws Exception {
    StubNode paris = new StubNode(house, "http://127.0.0.1:9");
    paris.trusted();
    assertThat(bring(paris, null)).isEqualTo(200);
    assertThat(bring(paris, another)).isEqualTo(200);
    paris.end();
  }

  @Test
  void whatIsNoFingerprintKeepsTheHouseFromStarting() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of(ASKED + "athens", "A4:16:0B")));
    assertThatThrownBy(() -> new NodeCertificates(environment))
        .hasMessageContaining("athens")
        .hasMessageContaining("Maybe");
  }

  private static int bring(StubNode node, @Nullable String pem)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(house.address() + NodeDoor.PATH))
            .header("Content-Type", NodeDoor.TYPE)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    node.sealed(node.envelope("ping", null, "{}"))));
    if (pem != null) {
      // as nginx escapes it
      request.header("Passerelle-Certificate", escaped(pem));
    }
    request.header("X-Forwarded-For", "192.0.2.7");
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static String escaped(String pem) {
    return URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
  }

  /** From an address that is not the proxy's, with whatever headers one likes: the status line. */
  private static String bringPastTheProxy(StubNode node, String pem) throws IOException {
    URI at = URI.create(house.address());
    String body = node.sealed(node.envelope("ping", null, "{}"));
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress("127.0.0.2", 0));
      socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
      String request =
          String.join(
              "\r\n",
              "POST " + NodeDoor.PATH + " HTTP/1.1",
              "Host: " + at.getAuthority(),
              "Content-Type: " + NodeDoor.TYPE,
              "Content-Length: " + body.length(),
              "Passerelle-Certificate: " + escaped(pem),
              "X-Forwarded-For: 192.0.2.7",
              "Connection: close",
              "",
              body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  private static String certificate(String name) throws IOException, InterruptedException {
    String store = folder.resolve(name + ".p12").toString();
    Path file = folder.resolve(name + ".pem");
    keytool(
        "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store);
    keytool("-exportcert", "-rfc", "-alias", name, "-keystore", store, "-file", file.toString());
    return Files.readString(file);
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit"));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private static String fingerprint(String pem) throws GeneralSecurityException {
    byte[] encoded =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
            .getEncoded();
    return HexFormat.ofDelimiter(":")
        .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
  }
}
