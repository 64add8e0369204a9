package org.passerelle.prosecute.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Signatory;
import org.passerelle.prosecute.Scenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** One seal at a time, made here or brought; what is wrong with a file is said. */
@OnBothDatabases
class OrganisationSealTest {
  private static final String PAGE = "/prosecute/seal";
  private static final String PASSWORD = "seven herons of glass";
  @Parameter House house;

  @Test
  void aSealIsMadeOrBroughtAndTheOneBeforeEnds() throws Exception {
    SignedIn who = prosecutor();
    refused("signing.refused.no-seal", () -> seal().signatory(who));
    seal().make(who);
    OrganisationSeal.Seal made = seal().find(who).orElseThrow();
    assertThat(made.name()).isEqualTo("CN=" + who.organisationName());
    signs(seal().signatory(who));
    Instant now = house.clock().instant();
    seal().bring(file(1, "RSA", 2048, now.minusSeconds(60), days(now, 90)), PASSWORD, who);
    OrganisationSeal.Seal brought = seal().find(who).orElseThrow();
    assertThat(brought.made()).isFalse();
    assertThat(house.get(Vault.class).holds(made.id())).isFalse();
    signs(seal().signatory(who));
    assertThat(new InClear(house).columns(PASSWORD)).isEmpty();
    house.clock().pass(Duration.ofDays(91));
    assertThat(seal().find(who).orElseThrow().expired()).isTrue();
    refused("signing.refused.seal-expired", () -> seal().signatory(who));
    seal().end(who);
    seal().end(who);
    assertThat(seal().find(who)).isEmpty();
    assertThat(rows(who.organisation())).as("certificates stay").isEqualTo(2);
  }

  private int rows(UUID organisation) {
    return house
        .db()
        .sql("select count(*) from organisation_seal where organisation = :id and secret is null")
        .param("id", organisation)
        .query(Integer.class)
        .single();
  }

  private static void signs(Signatory seal) {
    byte[] text = "a case file".getBytes(StandardCharsets.UTF_8);
    assertThat(seal.kind().verifies(seal.certificate().getPublicKey(), text, seal.sign(text)))
        .isTrue();
  }

  @Test
  void aFileThatCannotSealIsRefusedAndChangesNothing() throws Exception {
    SignedIn who = prosecutor();
    Instant now = house.clock().instant();
    Instant before = now.minusSeconds(60);
    byte[] good = file(1, "RSA", 2048, before, days(now, 90));
    refused("signing.refused.unopened", () -> seal().bring(good, "another", who));
    refused(
        "signing.refused.unopened",
        () -> seal().bring("no file".getBytes(StandardCharsets.UTF_8), PASSWORD, who));
    byte[] two = file(2, "RSA", 2048, before, days(now, 90));
    refused("signing.refused.unopened", () -> seal().bring(two, PASSWORD, who));
    byte[] none = file(0, "RSA", 2048, before, days(now, 90));
    refused("signing.refused.unopened", () -> seal().bring(none, PASSWORD, who));
    byte[] expired = file(1, "RSA", 2048, days(now, -90), days(now, -1));
    refused("signing.refused.expired", () -> seal().bring(expired, PASSWORD, who));
    byte[] early = file(1, "RSA", 2048, days(now, 2), days(now, 90));
    refused("signing.refused.not-yet", () -> seal().bring(early, PASSWORD, who));
    refused("signing.refused.file", () -> seal().bring(new byte[0], PASSWORD, who));
    refused(
        "signing.refused.file",
        () -> seal().bring(new byte[OrganisationSeal.LARGEST + 1], PASSWORD, who));
    assertThat(seal().find(who)).isEmpty();
    SignedIn investigator = new Scenes(house).colleague(who.organisation(), Role.INVESTIGATOR);
    assertThatThrownBy(() -> seal().make(investigator)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> seal().find(investigator)).isInstanceOf(NotFound.class);
  }

  @Test
  void thePageTakesAFileWithBothPasswordsAndTheSecondFactor() throws Exception {
    Member member = Member.of(house, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Instant now = house.clock().instant();
    byte[] file = file(1, "EC", 256, now.minusSeconds(60), days(now, 90));
    Browser browser = member.browser();
    house.clock().pass(Duration.ofMinutes(20));
    assertThat(browser.get(PAGE).body()).contains("Your organisation has no seal");
    assertThat(sent(browser, file, PASSWORD).status()).as("no factor").isEqualTo(422);
    browser.get(PAGE);
    browser.post(PAGE + "/confirm");
    member.confirm(browser);
    browser.get(PAGE);
    Browser.Answer wrong = sent(browser, file, "another");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("This is no PKCS #12 file with one key");
    assertThat(seal().find(who)).isEmpty();
    browser.get(PAGE);
    assertThat(sent(browser, file, PASSWORD).location()).isEqualTo(PAGE);
    assertThat(browser.get(PAGE).body()).contains("The seal is set.", "CN=Office 0");
    Member investigator = Member.in(house, who.organisation(), Role.INVESTIGATOR);
    assertThat(investigator.browser().get(PAGE).status()).isEqualTo(404);
  }

  private static Browser.Answer sent(Browser browser, byte[] file, String password) {
    return browser.postFile(
        PAGE,
        "file",
        "seal.p12",
        file,
        "filePassword",
        password,
        "currentPassword",
        Member.PASSWORD);
  }

  private static byte[] file(int keys, String kind, int bits, Instant from, Instant until)
      throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    KeyPairGenerator pairs = KeyPairGenerator.getInstance(kind);
    pairs.initialize(bits);
    for (int i = 0; i < keys; i++) {
      KeyPair pair = pairs.generateKeyPair();
      X509Certificate own = Certificates.selfSigned(pair, Map.of("CN", "Office " + i), from, until);
      store.setKeyEntry(
          "key" + i, pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {own});
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    store.store(file, PASSWORD.toCharArray());
    return file.toByteArray();
  }

  private static Instant days(Instant now, int days) {
    return now.plus(Duration.ofDays(days));
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  private SignedIn prosecutor() {
    return new Scenes(house).colleague(Staff.organisation(house).id(), Role.PROSECUTOR);
  }

  private OrganisationSeal seal() {
    return house.get(OrganisationSeal.class);
  }
}
