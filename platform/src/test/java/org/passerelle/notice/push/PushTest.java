package org.passerelle.notice.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Users;
import org.passerelle.mail.ToRelay;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.Notifier;
import org.passerelle.notice.Notifiers;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser is told through its maker, who reads nothing: what arrives there is opened here as a
 * browser opens it, with another implementation of the key derivation.
 */
@OnBothDatabases
class PushTest {
  private static final JsonMapper JSON = new JsonMapper();
  @Parameter House house;
  private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private volatile int status = 201;
  private HttpServer maker;
  private ECKey browserKey;
  private byte[] secret;
  private Member member;
  private Browser browser;

  @BeforeEach
  void aMakerAndABrowser() throws Exception {
    maker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    maker.createContext(
        "/",
        exchange -> {
          Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          exchange.getRequestHeaders().forEach((name, values) -> said.put(name, values.get(0)));
          headers.add(said);
          bodies.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    maker.start();
    browserKey = new ECKeyGenerator(Curve.P_256).generate();
    secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    member = Member.of(house, Role.CASE_MANAGER);
    browser = member.browser();
  }

  @AfterEach
  void over() {
    maker.stop(0);
  }

  private String endpoint() {
    return "http://127.0.0.1:" + maker.getAddress().getPort() + "/push/x1";
  }

  private Browser.Answer add(String endpoint, byte[] key, byte[] shared) {
    browser.get("/account/notices");
    return browser.post(
        "/account/notices/devices",
        "endpoint",
        endpoint,
        "key",
        Base64URL.encode(key).toString(),
        "secret",
        Base64URL.encode(shared).toString());
  }

  /** The one device of the member, as its row says, since tests may call this machine. */
  private Device device() {
    return new Device(
        member.user().id(),
        endpoint(),
        BrowserSide.point(browserKey),
        secret,
        "Chrome, Linux",
        house.clock().instant());
  }

  @Test
  void whatArrivesIsReadByTheBrowserAlone() throws Exception {
    PushSender sender = here();
    String text = "Нешто вас чека од 23.14";
    assertThat(sender.send(List.of(device()), "Passerelle", text, NoticeKind.DUTY)).isTrue();
    assertThat(new String(bodies.get(0), StandardCharsets.UTF_8)).doesNotContain("Passerelle");
    assertThat(JSON.readTree(BrowserSide.opened(bodies.get(0), browserKey, secret)))
        .isEqualTo(JSON.valueToTree(Map.of("title", "Passerelle", "text", text, "kind", "duty")));
    assertThat(headers.get(0))
        .containsEntry("Content-Encoding", "aes128gcm")
        .containsEntry("Urgency", "high")
        .containsEntry("Topic", "duty")
        .containsKey("TTL");
    sender.send(List.of(device()), "Passerelle", text, NoticeKind.DUTY);
    assertThat(bodies.get(1)).as("a key and a salt once").isNotEqualTo(bodies.get(0));
  }

  @Test
  void theHouseSaysThatItIsTheHouse() throws Exception {
    here().send(List.of(device()), "a", "b", NoticeKind.LATE);
    String said = Objects.requireNonNull(headers.get(0).get("Authorization"));
    assertThat(said).startsWith("vapid t=").contains("k=");
    String key = said.substring(said.indexOf("k=") + 2);
    SignedJWT statement = SignedJWT.parse(said.substring("vapid t=".length(), said.indexOf(',')));
    assertThat(statement.verify(new ECDSAVerifier(BrowserSide.key(new Base64URL(key).decode()))))
        .isTrue();
    assertThat(statement.getJWTClaimsSet().getAudience())
        .containsExactly(URI.create(endpoint()).resolve("/").toString().replaceAll("/$", ""));
    assertThat(statement.getJWTClaimsSet().getExpirationTime().toInstant())
        .isAfter(house.clock().instant())
        .isBefore(house.clock().instant().plus(Duration.ofHours(24)));
    assertThat(browser.get("/account/notices").body()).contains(key);
  }

  @Test
  void aDeviceThatIsGoneIsForgottenAndAFailureIsNot() {
    house.db().sql("delete from push_device where user_id = :u").param("u", user()).update();
    stored();
    PushSender sender = here();
    status = 503;
    assertThat(sender.send(mine(), "a", "b", NoticeKind.LATE)).isFalse();
    assertThat(mine()).hasSize(1);
    status = 410;
    assertThat(sender.send(mine(), "a", "b", NoticeKind.LATE)).isFalse();
    assertThat(mine()).isEmpty();
  }

  @Test
  void onlyWhatABrowserGivesIsTaken() {
    byte[] point = BrowserSide.point(browserKey);
    byte[] off = point.clone();
    off[64] ^= 1;
    assertThat(add("https://10.1.2.3/x", point, secret).status()).isEqualTo(422);
    assertThat(add("http://127.0.0.1/x", point, secret).status()).isEqualTo(422);
    assertThat(add("https://192.0.2.1/x", off, secret).status()).isEqualTo(422);
    assertThat(add("https://192.0.2.1/x", point, new byte[3]).status()).isEqualTo(422);
    assertThat(mine()).isEmpty();
    stored();
    stored();
    assertThat(mine()).as("the same browser again replaces itself").hasSize(1);
    // whoever signs in on the same browser takes it over
    UUID other = Member.in(house, member.user().organisation(), Role.SUPERVISOR).user().id();
    stored(other);
    assertThat(mine()).isEmpty();
    assertThat(house.get(PushDevices.class).of(other)).hasSize(1);
  }

  @Test
  void nobodyRemovesAnothersDevice() {
    stored();
    Browser other = Member.in(house, member.user().organisation(), Role.SUPERVISOR).browser();
    other.get("/account/notices");
    other.post("/account/notices/devices/" + mine().get(0).id() + "/remove");
    assertThat(mine()).hasSize(1);
    browser.get("/account/notices");
    browser.post("/account/notices/devices/" + mine().get(0).id() + "/remove");
    assertThat(mine()).isEmpty();
  }

  @Test
  void whoeverHasNoWayIsNotTold() {
    Notifier notifier = Notifiers.over(house, ToRelay.at(1));
    assertThat(
            notifier.tell(
                house.get(Users.class).find(user()).orElseThrow(),
                NoticeKind.DUTY,
                house.clock().instant()))
        .isEqualTo(Notifier.Told.UNWANTED);
    assertThat(notifier.attempt(user())).isFalse();
  }

  private UUID user() {
    return member.user().id();
  }

  private List<Device> mine() {
    return house.get(PushDevices.class).of(user());
  }

  private void stored() {
    stored(user());
  }

  private void stored(UUID user) {
    house.inTransaction(
        () -> {
          local()
              .add(
                  user,
                  endpoint(),
                  Base64URL.encode(BrowserSide.point(browserKey)).toString(),
                  Base64URL.encode(secret).toString(),
                  "Chrome, Linux");
          return true;
        });
  }

  private PushSender here() {
    return new PushSender(local(), house.get(SenderKey.class));
  }

  /** Devices of a demonstration: at this machine, too. */
  private PushDevices local() {
    Path folder = house.get(PlatformSettings.class).data();
    return new PushDevices(
        house.get(JdbcClient.class),
        house.get(Identifiers.class),
        house.clock(),
        new PlatformSettings(folder, folder, null, true, 0, "test", null));
  }
}
